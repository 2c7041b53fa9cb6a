package org.holdfast.clocks;

import org.holdfast.law.LawBook;
import org.holdfast.law.Provision;
import org.holdfast.law.Span;

/** The clocks that can run on a case, each under its provision of the law book. */
public enum ClockKind {
    /** From submission until the national authority returns the referral for local decision. */
    REFERRAL_RETURNED(LawBook.REFERRAL_RETURNED, Meaning.LATEST),
    /** From referral until the panel's reasonable grounds decision. */
    REASONABLE_GROUNDS(LawBook.REASONABLE_GROUNDS, Meaning.LATEST),
    /** From referral until the panel's conclusive grounds decision. */
    CONCLUSIVE_GROUNDS(LawBook.CONCLUSIVE_GROUNDS, Meaning.LATEST),
    /** From a decision until its outcome is with the Home Office; runs once for each decision. */
    OUTCOME_TO_HOME_OFFICE(LawBook.OUTCOME_TO_HOME_OFFICE, Meaning.LATEST_EACH_TIME),
    /** From birth until the child is a child no longer. */
    TURNS_EIGHTEEN(LawBook.CHILDHOOD, Meaning.BIRTHDAY),
    /** From referral until the national authority's reasonable grounds decision; tracked. */
    CENTRAL_REASONABLE_GROUNDS(LawBook.CENTRAL_REASONABLE_GROUNDS, Meaning.LATEST),
    /** From the national authority's positive reasonable grounds decision until the recovery period is over; tracked. */
    CENTRAL_RECOVERY_PERIOD(LawBook.CENTRAL_RECOVERY_PERIOD, Meaning.EARLIEST);

    /** What the end of a clock means. */
    enum Meaning {
        /** Something has to be done by then. */
        LATEST,
        /** Something has to be done by then, and may come again on the same case. */
        LATEST_EACH_TIME,
        /** Something may not be done before then; nobody can be late. */
        EARLIEST,
        /** A birthday, which nobody pauses or puts off. */
        BIRTHDAY
    }

    private final Provision<Span> provision;
    private final Meaning meaning;

    ClockKind(Provision<Span> provision, Meaning meaning) {
        this.provision = provision;
        this.meaning = meaning;
    }

    /** The provision that sets the limit. */
    public Provision<Span> provision() {
        return provision;
    }

    /** Rule id of the handbook, such as {@code NRM-1}. */
    public String rule() {
        return provision.rule();
    }

    Meaning meaning() {
        return meaning;
    }
}
