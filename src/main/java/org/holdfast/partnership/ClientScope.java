package org.holdfast.partnership;

import java.util.Arrays;
import java.util.Optional;

/** What a program may ask of the interface at all. What it finds there its roles and need to know decide, as for a person. */
public enum ClientScope {
    /** Hand in referrals. */
    REFERRALS_WRITE("referrals:write"),
    /** Read referrals and the forms they came on. */
    REFERRALS_READ("referrals:read"),
    /** Read where a case stands. */
    CASES_READ("cases:read"),
    /** Read meetings, agendas, minutes and who was asked. */
    MEETINGS_READ("meetings:read"),
    /** Answer for an agency that was asked about a child. */
    REQUESTS_WRITE("requests:write"),
    /** Read decisions and outcome forms. */
    DECISIONS_READ("decisions:read"),
    /** Write down votes for their members to confirm. */
    VOTES_WRITE("votes:write"),
    /** Read the outcome forms that wait for the competent authority. */
    ASSURANCE_READ("assurance:read"),
    /** Answer for the competent authority. */
    ASSURANCE_WRITE("assurance:write"),
    /** Keep the joiners and leavers of the client's own agency. */
    SCIM("scim");

    private final String word;

    ClientScope(String word) {
        this.word = word;
    }

    /** As programs write it, for example {@code referrals:read}. */
    public String word() {
        return word;
    }

    /** The scope that programs write so. */
    public static Optional<ClientScope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
