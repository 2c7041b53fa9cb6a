package org.holdfast.referrals;

import static org.holdfast.referrals.FormTable.date;
import static org.holdfast.referrals.FormTable.longText;
import static org.holdfast.referrals.FormTable.radio;

import java.util.List;

/**
 * What a referral written here is asked beside the Home Office form: immediate safety (REF-2), whether the child was told (REF-1), court
 * dates (REF-3), and what decides who decides (NRM-20). The answers are never part of what is sent.
 */
public final class LocalQuestions {

    static final String SAFEGUARDING = "safeguarding";
    static final String SAFEGUARDING_ON = "safeguarding-on";
    static final String SAFEGUARDING_ACCOUNT = "safeguarding-account";
    static final String TOLD = "told";
    static final String TOLD_ACCOUNT = "told-account";
    static final String COURT_DATES = "court-dates";
    static final String COURT_DATES_DETAILS = "court-dates-details";
    static final String AGE_DISPUTED = "age-disputed";
    static final String PUBLIC_ORDER = "public-order-disqualification";

    private static final List<FormField> FIELDS = questions(new FormTable()).fields();

    private LocalQuestions() {}

    /** The questions, in the order in which they are put. */
    public static List<FormField> fields() {
        return FIELDS;
    }

    private static FormTable questions(FormTable form) {
        form.part(FormPage.Part.ASKED_HERE);
        form.page("safety")
                .with(radio(SAFEGUARDING)
                        .required()
                        .option(Safeguarding.Answer.REFERRAL_MADE.code())
                        .option(Safeguarding.Answer.ALREADY_OPEN.code())
                        .option(Safeguarding.Answer.NOT_MADE.code()))
                .with(date(SAFEGUARDING_ON).required().when(SAFEGUARDING, Safeguarding.Answer.REFERRAL_MADE.code()))
                .with(longText(SAFEGUARDING_ACCOUNT).required());
        form.page("child-told")
                .with(radio(TOLD)
                        .required()
                        .option(ChildTold.Answer.TOLD.code())
                        .option(ChildTold.Answer.TO_BE_TOLD.code())
                        .option(ChildTold.Answer.NOT_TOLD.code()))
                .with(longText(TOLD_ACCOUNT).required());
        form.page("court")
                .with(radio(COURT_DATES).required().option("yes").option("no").option("not-known"))
                .with(longText(COURT_DATES_DETAILS).required().when(COURT_DATES, "yes"));
        return form.page("who-decides")
                .with(radio(AGE_DISPUTED).required().option("yes").option("no"))
                .with(radio(PUBLIC_ORDER).required().option("yes").option("no"));
    }
}
