package org.holdfast.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Role;

/** May this person do this with this case, and why: the one decision function. The first refusal wins (SHR-3, NRM-22). */
public sealed interface Access {

    /** Yes, on this ground. */
    record Granted(Basis basis) implements Access {}

    /** No, for this reason, which the ledger is told and the person is not. */
    record Denied(Why why) implements Access {}

    /** Why not. */
    enum Why {
        /** Kept out of this case by name (NRM-22). */
        EXCLUDED,
        /** There is no such case in this partnership. */
        NO_SUCH_CASE,
        /** No role that may ask this. */
        ROLE,
        /** The role would do, but nothing ties the person to the case. */
        NEED_TO_KNOW,
        /** The person's agency has to do with the case, and it is party to no agreement in force (SHR-1). */
        AGREEMENT
    }

    /**
     * What is known when access to a case is asked for.
     *
     * @param known whether the case exists in the actor's partnership
     * @param involvements those of the actor and of the actor's agency in this case
     * @param agreed whether the actor's agency is party to an agreement in force; asked where something rests on it
     */
    record Question(
            Permission permission,
            Set<Role> roles,
            boolean known,
            boolean excluded,
            List<Involvement> involvements,
            boolean agreed,
            Instant now) {}

    static Access decide(Question question) {
        if (question.excluded()) {
            return new Denied(Why.EXCLUDED);
        }
        if (!question.known()) {
            return new Denied(Why.NO_SUCH_CASE);
        }
        if (!holds(question.permission(), question.roles())) {
            return new Denied(Why.ROLE);
        }
        if (question.roles().contains(Role.PANEL_COORDINATOR)
                && question.permission().roles().contains(Role.PANEL_COORDINATOR)) {
            return new Granted(Basis.OFFICE);
        }
        if (question.permission() == Permission.SEE_LOOKS && question.roles().contains(Role.INFORMATION_GOVERNANCE)) {
            return new Granted(Basis.OFFICE);
        }
        if (question.permission() == Permission.ASSURE) {
            return new Granted(Basis.OFFICE);
        }
        List<Involvement> ties = question.involvements().stream()
                .filter(involvement -> involvement.at(question.now()))
                .filter(involvement -> opens(involvement.basis(), question))
                .toList();
        return ties.stream()
                .filter(involvement -> question.agreed() || !involvement.basis().betweenAgencies())
                .findFirst()
                .<Access>map(involvement -> new Granted(involvement.basis()))
                .orElse(new Denied(ties.isEmpty() ? Why.NEED_TO_KNOW : Why.AGREEMENT));
    }

    /** Whether any of the roles may ask for the permission at all. */
    static boolean holds(Permission permission, Set<Role> roles) {
        return roles.stream().anyMatch(permission.roles()::contains);
    }

    /**
     * A referrer sees the referral, not the case that grew from it; whoever owns an action sees the action and nothing else. Whose agency was
     * asked for information answers, and sees no more of the case than the request shows; a social worker answers for the children they hold,
     * not for all that their council was asked about.
     */
    private static boolean opens(Basis basis, Question question) {
        Permission permission = question.permission();
        return switch (basis) {
            case ASSIGNED, AGENCY, AGENDA_ITEM, OFFICE -> permission != Permission.ANSWER_ACTION;
            case REQUEST -> permission == Permission.ANSWER_REQUEST && answersForAll(question.roles());
            case ACTION -> permission == Permission.ANSWER_ACTION;
            case POINT -> permission == Permission.ANSWER_POINT || permission == Permission.SEE_ASSURANCE;
            case REFERRER ->
                permission == Permission.SEE_REFERRAL
                        || permission == Permission.MAKE_REFERRAL
                        || permission == Permission.ASK_RECONSIDERATION;
        };
    }

    private static boolean answersForAll(Set<Role> roles) {
        return roles.stream()
                .anyMatch(role -> role != Role.SOCIAL_WORKER
                        && Permission.ANSWER_REQUEST.roles().contains(role));
    }
}
