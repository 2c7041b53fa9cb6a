package org.holdfast.referrals;

import static org.holdfast.referrals.ReferralCommand.ACCEPT;
import static org.holdfast.referrals.ReferralCommand.ASK_AT_EIGHTEEN;
import static org.holdfast.referrals.ReferralCommand.ASK_TO_SUBMIT;
import static org.holdfast.referrals.ReferralCommand.COMPARE_CHILDREN;
import static org.holdfast.referrals.ReferralCommand.DECIDE_NOT_TO_SUBMIT;
import static org.holdfast.referrals.ReferralCommand.DECIDE_TO_SUBMIT;
import static org.holdfast.referrals.ReferralCommand.DISCARD;
import static org.holdfast.referrals.ReferralCommand.FIND_IN_SCOPE;
import static org.holdfast.referrals.ReferralCommand.KEEP_CENTRAL;
import static org.holdfast.referrals.ReferralCommand.LINK_AS_DUPLICATE;
import static org.holdfast.referrals.ReferralCommand.LOOK_AGAIN;
import static org.holdfast.referrals.ReferralCommand.MOVE_TO_CENTRAL;
import static org.holdfast.referrals.ReferralCommand.MOVE_TO_LOCAL;
import static org.holdfast.referrals.ReferralCommand.RECORD_CENTRAL_DECISION;
import static org.holdfast.referrals.ReferralCommand.RECORD_CHILD_TOLD;
import static org.holdfast.referrals.ReferralCommand.RECORD_SAFEGUARDING;
import static org.holdfast.referrals.ReferralCommand.RECORD_SENT;
import static org.holdfast.referrals.ReferralCommand.STAY_AT_EIGHTEEN;
import static org.holdfast.referrals.ReferralCommand.SUBMIT;
import static org.holdfast.referrals.ReferralCommand.WITHDRAW;
import static org.holdfast.referrals.ReferralCommand.WITHDRAW_AT_EIGHTEEN;
import static org.holdfast.referrals.ReferralState.ACCEPTED_FOR_LOCAL_DECISION;
import static org.holdfast.referrals.ReferralState.AWAITING_RETURN;
import static org.holdfast.referrals.ReferralState.CENTRAL_ROUTE;
import static org.holdfast.referrals.ReferralState.DISCARDED;
import static org.holdfast.referrals.ReferralState.DRAFT;
import static org.holdfast.referrals.ReferralState.LINKED_AS_DUPLICATE;
import static org.holdfast.referrals.ReferralState.NOT_SUBMITTED;
import static org.holdfast.referrals.ReferralState.OUT_OF_SCOPE;
import static org.holdfast.referrals.ReferralState.READY_TO_SEND;
import static org.holdfast.referrals.ReferralState.SCREENING_REQUESTED;
import static org.holdfast.referrals.ReferralState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of a referral (REF-1 to REF-6, NRM-20): one table. Whatever is not in it is refused, by the name of the state. */
public final class ReferralLife {

    private static final Map<ReferralState, Map<ReferralCommand, ReferralState>> TABLE =
            new EnumMap<>(ReferralState.class);

    static {
        from(DRAFT).on(DISCARD, DISCARDED).on(SUBMIT, READY_TO_SEND).on(ASK_TO_SUBMIT, SCREENING_REQUESTED);
        from(DISCARDED);
        from(SCREENING_REQUESTED)
                .on(DECIDE_TO_SUBMIT, READY_TO_SEND)
                .on(DECIDE_NOT_TO_SUBMIT, NOT_SUBMITTED)
                .staysOn(RECORD_SAFEGUARDING, RECORD_CHILD_TOLD, COMPARE_CHILDREN)
                .on(LINK_AS_DUPLICATE, LINKED_AS_DUPLICATE)
                .on(WITHDRAW, WITHDRAWN);
        from(NOT_SUBMITTED)
                .on(LOOK_AGAIN, SCREENING_REQUESTED)
                .staysOn(RECORD_SAFEGUARDING, RECORD_CHILD_TOLD, COMPARE_CHILDREN)
                .on(LINK_AS_DUPLICATE, LINKED_AS_DUPLICATE)
                .on(WITHDRAW, WITHDRAWN);
        from(READY_TO_SEND)
                .on(RECORD_SENT, AWAITING_RETURN)
                .staysOn(RECORD_SAFEGUARDING, RECORD_CHILD_TOLD, COMPARE_CHILDREN)
                .on(LINK_AS_DUPLICATE, LINKED_AS_DUPLICATE)
                .on(WITHDRAW, WITHDRAWN);
        from(AWAITING_RETURN)
                .on(ACCEPT, ACCEPTED_FOR_LOCAL_DECISION)
                .on(KEEP_CENTRAL, CENTRAL_ROUTE)
                .staysOn(RECORD_SAFEGUARDING, RECORD_CHILD_TOLD, COMPARE_CHILDREN)
                .on(LINK_AS_DUPLICATE, LINKED_AS_DUPLICATE)
                .on(WITHDRAW, WITHDRAWN);
        from(ACCEPTED_FOR_LOCAL_DECISION)
                .on(MOVE_TO_CENTRAL, CENTRAL_ROUTE)
                .staysOn(RECORD_SAFEGUARDING, RECORD_CHILD_TOLD, COMPARE_CHILDREN)
                .staysOn(ASK_AT_EIGHTEEN, STAY_AT_EIGHTEEN)
                .on(WITHDRAW_AT_EIGHTEEN, WITHDRAWN);
        from(CENTRAL_ROUTE)
                .on(MOVE_TO_LOCAL, ACCEPTED_FOR_LOCAL_DECISION)
                .staysOn(RECORD_CENTRAL_DECISION, RECORD_SAFEGUARDING, RECORD_CHILD_TOLD, COMPARE_CHILDREN)
                .staysOn(ASK_AT_EIGHTEEN, STAY_AT_EIGHTEEN)
                .on(LINK_AS_DUPLICATE, LINKED_AS_DUPLICATE)
                .on(WITHDRAW_AT_EIGHTEEN, WITHDRAWN);
        from(OUT_OF_SCOPE)
                .on(FIND_IN_SCOPE, AWAITING_RETURN)
                .staysOn(RECORD_SAFEGUARDING, COMPARE_CHILDREN)
                .on(LINK_AS_DUPLICATE, LINKED_AS_DUPLICATE)
                .on(WITHDRAW, WITHDRAWN);
        from(WITHDRAWN);
        from(LINKED_AS_DUPLICATE);
    }

    /** The step is for others: the co-ordinator, or whoever wrote the referral. */
    static final Reason NOT_YOURS = Reason.of("referrals.life.not-yours", "REF-5");

    private ReferralLife() {}

    /**
     * Who asks, as far as the life of a referral is concerned.
     *
     * @param writer wrote this referral, or may write in the writer's place
     * @param coordinator co-ordinates the panel
     * @param screening whether the profile asks for approval before a referral is submitted (REF-5)
     */
    public record Standing(boolean writer, boolean coordinator, boolean screening) {}

    /** The state after the command, or why it cannot be. Pages offer by this, and what is posted is judged by it. */
    public static Outcome<ReferralState> after(ReferralState state, ReferralCommand command, Standing standing) {
        ReferralState next = TABLE.getOrDefault(state, Map.of()).get(command);
        if (next == null) {
            return Outcome.refused(Reason.of("referrals.life.not-while." + state.code(), "REF-5"));
        }
        return refusalOf(command, standing)
                .<Outcome<ReferralState>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(next));
    }

    /** What may be done now by this person: exactly the commands that {@link #after} would carry out. */
    public static Set<ReferralCommand> available(ReferralState state, Standing standing) {
        EnumSet<ReferralCommand> possible = EnumSet.noneOf(ReferralCommand.class);
        for (ReferralCommand command : ReferralCommand.values()) {
            if (after(state, command, standing) instanceof Outcome.Done<ReferralState>) {
                possible.add(command);
            }
        }
        return possible;
    }

    /** Where a referral begins that the Home Office already has: where it goes is decided by its scope. */
    public static ReferralState received(Scope scope) {
        return switch (scope) {
            case Scope.Local local -> AWAITING_RETURN;
            case Scope.BirthDateUnknown unknown -> AWAITING_RETURN;
            case Scope.Central central -> CENTRAL_ROUTE;
            case Scope.Adult adult -> OUT_OF_SCOPE;
        };
    }

    private static Optional<Reason> refusalOf(ReferralCommand command, Standing standing) {
        if (!command.isFor(standing)) {
            return Optional.of(NOT_YOURS);
        }
        if (command == SUBMIT && standing.screening()) {
            return Optional.of(Reason.of("referrals.life.approval-needed", "REF-5"));
        }
        if (command == ASK_TO_SUBMIT && !standing.screening()) {
            return Optional.of(Reason.of("referrals.life.no-approval-needed", "REF-5"));
        }
        return Optional.empty();
    }

    private static Row from(ReferralState state) {
        Map<ReferralCommand, ReferralState> row = new EnumMap<>(ReferralCommand.class);
        TABLE.put(state, row);
        return new Row(state, row);
    }

    private record Row(ReferralState state, Map<ReferralCommand, ReferralState> next) {
        Row on(ReferralCommand command, ReferralState to) {
            next.put(command, to);
            return this;
        }

        Row staysOn(ReferralCommand... commands) {
            List.of(commands).forEach(command -> next.put(command, state));
            return this;
        }
    }
}
