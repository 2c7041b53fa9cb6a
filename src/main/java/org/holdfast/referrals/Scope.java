package org.holdfast.referrals;

import java.time.LocalDate;
import org.holdfast.law.LocalScope;
import org.jspecify.annotations.Nullable;

/** Who decides about this child: the local panel or the single competent authority, and why (NRM-20). */
public sealed interface Scope {

    /** In scope for local decision. */
    record Local() implements Scope {}

    /** Goes to the single competent authority and is tracked here. */
    record Central(Because because) implements Scope {}

    /**
     * Not a child at referral: listed for the single competent authority.
     *
     * @param exploitedAsChild whether the adult is said to have been exploited while under 18
     */
    record Adult(boolean exploitedAsChild) implements Scope {}

    /** A child, or believed to be one, whose date of birth is not known well enough to say; a person decides. */
    record BirthDateUnknown() implements Scope {}

    /** Why a child's referral is not for the local panel. */
    enum Because {
        /** Not more than the limit of days short of 18 at referral. */
        NEARLY_EIGHTEEN,
        /** Whether this is a child is disputed. */
        AGE_DISPUTED,
        /** A public-order disqualification is considered. */
        PUBLIC_ORDER_DISQUALIFICATION,
        /** The partnership has no local panel. */
        NO_LOCAL_PANEL
    }

    /** What the form says about age, beside the date of birth. */
    enum SaidToBe {
        CHILD,
        NOT_SURE,
        ADULT,
        ADULT_EXPLOITED_AS_CHILD
    }

    /**
     * When the child was born, as narrowly as is known: one day, a month or year's first and last day, or nothing.
     *
     * @param earliest first day it can have been, null when nothing is known
     * @param latest last day it can have been, null when nothing is known
     */
    record Birth(@Nullable LocalDate earliest, @Nullable LocalDate latest) {

        static final Birth UNKNOWN = new Birth(null, null);

        static Birth on(LocalDate day) {
            return new Birth(day, day);
        }

        static Birth between(LocalDate earliest, LocalDate latest) {
            return new Birth(earliest, latest);
        }
    }

    /**
     * What scope depends on.
     *
     * @param referredOn the day of referral, on which age counts
     * @param ageDisputed whether age is disputed
     * @param publicOrderDisqualification whether a public-order disqualification is considered
     * @param localPanel whether the partnership decides locally at all
     */
    record Facts(
            SaidToBe saidToBe,
            Birth birth,
            LocalDate referredOn,
            boolean ageDisputed,
            boolean publicOrderDisqualification,
            boolean localPanel) {}

    /**
     * Decides who decides. Age counts on the day of referral; what the form says about age is followed unless the date of birth shows an
     * adult. A partly known date of birth suffices where every day it can have been leads to the same answer.
     *
     * @param youngEnough what the law book says of age on the day of referral (NRM-20)
     */
    static Scope of(Facts facts, LocalScope youngEnough) {
        if (facts.ageDisputed()) {
            return new Central(Because.AGE_DISPUTED);
        }
        switch (facts.saidToBe()) {
            case ADULT -> {
                return new Adult(false);
            }
            case ADULT_EXPLOITED_AS_CHILD -> {
                return new Adult(true);
            }
            case CHILD, NOT_SURE -> {}
        }
        Scope byAge = byAge(facts, youngEnough);
        if (byAge instanceof Adult) {
            return byAge;
        }
        if (facts.publicOrderDisqualification()) {
            return new Central(Because.PUBLIC_ORDER_DISQUALIFICATION);
        }
        return facts.localPanel() ? byAge : new Central(Because.NO_LOCAL_PANEL);
    }

    private static Scope byAge(Facts facts, LocalScope youngEnough) {
        LocalDate earliest = facts.birth().earliest();
        LocalDate latest = facts.birth().latest();
        if (earliest == null || latest == null) {
            return new BirthDateUnknown();
        }
        Scope ifEarliest = bornOn(earliest, facts.referredOn(), youngEnough);
        Scope ifLatest = bornOn(latest, facts.referredOn(), youngEnough);
        return ifEarliest.equals(ifLatest) ? ifEarliest : new BirthDateUnknown();
    }

    private static Scope bornOn(LocalDate birth, LocalDate referredOn, LocalScope youngEnough) {
        if (youngEnough.daysLeft(birth, referredOn) <= 0) {
            return new Adult(false);
        }
        return youngEnough.covers(birth, referredOn) ? new Local() : new Central(Because.NEARLY_EIGHTEEN);
    }

    /** The code of the interface: {@code LOCAL}, {@code CENTRAL}, {@code ADULT}, {@code BIRTH_DATE_UNKNOWN}. */
    default String route() {
        return switch (this) {
            case Local local -> "LOCAL";
            case Central central -> "CENTRAL";
            case Adult adult -> "ADULT";
            case BirthDateUnknown unknown -> "BIRTH_DATE_UNKNOWN";
        };
    }

    /** The message key that says it: {@code referrals.scope.central.nearly-eighteen}. */
    default String key() {
        return switch (this) {
            case Local local -> "referrals.scope.local";
            case Central(Because because) -> "referrals.scope.central." + ReferralCommand.code(because);
            case Adult(boolean exploitedAsChild) ->
                exploitedAsChild ? "referrals.scope.adult.exploited-as-child" : "referrals.scope.adult";
            case BirthDateUnknown unknown -> "referrals.scope.birth-date-unknown";
        };
    }
}
