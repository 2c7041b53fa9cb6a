package org.holdfast.law;

import java.util.List;

/**
 * What Schedule 4 of the Modern Slavery Act 2015 says about kinds of offences (NRM-17). It answers where the schedule stands; whether the
 * defence of section 45 succeeds is for lawyers and courts, and a prosecutor still asks whether the public interest needs a prosecution.
 */
public record ExcludedOffences(List<Offence> offences) {

    /** What the schedule says about a kind of offence. */
    public enum Answer {
        /** The schedule lists it: the defence is not available for it. */
        EXCLUDED,
        /** The schedule does not list it. */
        NOT_EXCLUDED,
        /** It depends on the facts, or the book is not sure: a lawyer has to look. */
        ASK_A_LAWYER
    }

    /**
     * A kind of offence.
     *
     * @param id stable short name, kept with the offence of a case
     * @param name in plain words
     * @param place act and section, and the paragraph of Schedule 4 where it is listed
     * @param standing whether the paragraph was read or is to be confirmed
     */
    public record Offence(String id, String name, String place, Answer answer, Dated.Standing standing) {}

    public ExcludedOffences {
        offences = List.copyOf(offences);
    }

    /** Where the schedule stands on a kind of offence; what the book does not know, and what is unconfirmed, goes to a lawyer. */
    public Answer answer(String id) {
        return offences.stream()
                .filter(offence -> offence.id().equals(id) && offence.standing() == Dated.Standing.CONFIRMED)
                .map(Offence::answer)
                .findFirst()
                .orElse(Answer.ASK_A_LAWYER);
    }
}
