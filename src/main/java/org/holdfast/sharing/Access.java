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
        if (byOffice(question.permission(), question.roles())) {
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
     * The co-ordinator's office covers every case; information governance sees who looked and reviews, and keeps the records as such; the
     * competent authority sees what was sent to it; and whoever reads cases in their work may ask to see one.
     */
    private static boolean byOffice(Permission permission, Set<Role> roles) {
        return roles.contains(Role.PANEL_COORDINATOR) && permission.roles().contains(Role.PANEL_COORDINATOR)
                || roles.contains(Role.INFORMATION_GOVERNANCE) && permission == Permission.SEE_LOOKS
                || permission == Permission.KEEP_RECORDS
                || permission == Permission.APPROVE_DISPOSAL
                || permission == Permission.ASSURE
                || permission == Permission.ASK_ACCESS;
    }

    /** What is read through an agency or an agenda, and asked on the strength of it. */
    Set<Permission> READING = Set.of(
            Permission.SEE_CASE,
            Permission.SEE_REFERRAL,
            Permission.SEE_MEETINGS,
            Permission.SEE_AGENDA_ITEM,
            Permission.READ_PACK,
            Permission.SEE_PACK,
            Permission.ANSWER_REQUEST,
            Permission.SEE_ASSURANCE,
            Permission.SEE_RECONSIDERATION,
            Permission.ASK_RECONSIDERATION);

    /** What a panel does with an item of its agenda. */
    Set<Permission> AT_THE_PANEL = Set.of(
            Permission.RUN_MEETING,
            Permission.APPROVE_MINUTES,
            Permission.PREPARE_DECISION,
            Permission.VOTE,
            Permission.ISSUE_DECISION);

    /**
     * Whoever works on the case does all that their role does. An agency at the child's side reads and adds, and changes nothing; whoever is
     * invited to an item reads, and does what a panel does. A referrer sees the referral, not the case that grew from it; whoever owns an
     * action sees the action and nothing else. Whose agency was asked for information answers, and sees no more of the case than the request
     * shows; a social worker answers for the children they hold, not for all that their council was asked about. Whoever was let in, or came
     * in by an emergency, reads the case.
     */
    private static boolean opens(Basis basis, Question question) {
        Permission permission = question.permission();
        return switch (basis) {
            case ASSIGNED, OFFICE -> permission != Permission.ANSWER_ACTION;
            case AGENCY -> READING.contains(permission) || permission == Permission.ADD_TO_CASE;
            case AGENDA_ITEM -> READING.contains(permission) || AT_THE_PANEL.contains(permission);
            case ALLOWED, EMERGENCY -> permission == Permission.SEE_CASE;
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
