package org.holdfast.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Role;
import org.jspecify.annotations.Nullable;

/** May this person do this with this case, and why: the one decision function. The first refusal wins (SHR-3, NRM-22). */
public sealed interface Access {

    /** Yes, on this ground, and for this: what is given out on the strength of it is given for that purpose (SHR-2). */
    record Granted(Basis basis, Purpose purpose) implements Access {

        /** For what the ground is usually for. */
        public Granted(Basis basis) {
            this(basis, basis.usualPurpose());
        }
    }

    /**
     * No, for this reason, which the ledger is told and the person is not; but for a missing agreement, which whoever is tied to the case may
     * know.
     *
     * @param purpose for which an agreement is missing; null for every other reason
     */
    record Denied(Why why, @Nullable Purpose purpose) implements Access {

        public Denied(Why why) {
            this(why, null);
        }
    }

    /** Why not. */
    enum Why {
        /** Kept out of this case by name (NRM-22). */
        EXCLUDED,
        /** There is no such case in this partnership. */
        NO_SUCH_CASE,
        /** The person's access was challenged, and what was left to them is reading (SHR-3). */
        NARROWED,
        /** No role that may ask this. */
        ROLE,
        /** The role would do, but nothing ties the person to the case. */
        NEED_TO_KNOW,
        /** The person or their agency has to do with the case, and the agency is party to no agreement in force for this purpose (SHR-1). */
        AGREEMENT,
        /** The person may see it, and the step is for others to take, such as the chair or the agency that gave it. */
        FOR_OTHERS
    }

    /**
     * What is known when access to a case is asked for.
     *
     * @param known whether the case exists in the actor's partnership
     * @param excluded whether the actor is kept out: by name, or until a challenge of their access was reviewed
     * @param narrowed whether a review left the actor reading and nothing else
     * @param involvements those of the actor and of the actor's agency in this case
     * @param purpose what it is asked for, where the asking says so; null where it is asked for what the tie itself is for
     * @param agreed the purposes for which the actor's agency is party to an agreement in force; asked where something rests on it
     */
    record Question(
            Permission permission,
            Set<Role> roles,
            boolean known,
            boolean excluded,
            boolean narrowed,
            List<Involvement> involvements,
            @Nullable Purpose purpose,
            Set<Purpose> agreed,
            Instant now) {
        public Question {
            agreed = Set.copyOf(agreed);
        }

        /** For what the tie would be used. */
        private Purpose use(Involvement tie) {
            return purpose == null ? tie.purpose() : purpose;
        }
    }

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
        if (question.narrowed() && !READING.contains(question.permission())) {
            return new Denied(Why.NARROWED);
        }
        if (byOffice(question.permission(), question.roles())) {
            return question.purpose() == null
                    ? new Granted(Basis.OFFICE)
                    : new Granted(Basis.OFFICE, question.purpose());
        }
        List<Involvement> ties = question.involvements().stream()
                .filter(involvement -> involvement.at(question.now()))
                .filter(involvement -> opens(involvement.basis(), question))
                .toList();
        return ties.stream()
                .filter(tie ->
                        !tie.basis().betweenAgencies() || question.agreed().contains(question.use(tie)))
                .findFirst()
                .<Access>map(tie -> new Granted(tie.basis(), question.use(tie)))
                .orElseGet(() -> ties.isEmpty()
                        ? new Denied(Why.NEED_TO_KNOW)
                        : new Denied(Why.AGREEMENT, question.use(ties.getFirst())));
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
            Permission.TAKE_PART_IN_ITEM,
            Permission.RUN_MEETING,
            Permission.APPROVE_MINUTES,
            Permission.PREPARE_DECISION,
            Permission.VOTE,
            Permission.ISSUE_DECISION);

    /**
     * Whoever works on the case does all that their role does. An agency at the child's side reads and adds, takes part in what it is invited
     * to, and changes nothing; whoever is invited to an item reads, and does what a panel does. A referrer sees the referral, not the case that grew from it; whoever owns an
     * action sees the action and nothing else. Whose agency was asked for information answers, and sees no more of the case than the request
     * shows; a social worker answers for the children they hold, not for all that their council was asked about. Whoever was let in, or came
     * in by an emergency, reads the case.
     */
    private static boolean opens(Basis basis, Question question) {
        Permission permission = question.permission();
        return switch (basis) {
            case ASSIGNED, OFFICE -> permission != Permission.ANSWER_ACTION;
            case AGENCY ->
                READING.contains(permission)
                        || permission == Permission.ADD_TO_CASE
                        || permission == Permission.TAKE_PART_IN_ITEM;
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
