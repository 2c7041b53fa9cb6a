package org.holdfast.requests;

import static org.holdfast.requests.QuestionState.ANSWERED;
import static org.holdfast.requests.QuestionState.ASKED;
import static org.holdfast.requests.QuestionState.NOTHING_KNOWN;
import static org.holdfast.requests.QuestionState.UNANSWERED;
import static org.holdfast.requests.QuestionState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of what an agency is asked about one child as one table: every command in every state leads on or is refused by name (MTG-3). */
public final class QuestionLife {
    private QuestionLife() {}

    /** Where the command leads from this state. */
    public static Outcome<QuestionState> after(QuestionState state, QuestionCommand command) {
        return switch (state) {
            case ASKED ->
                switch (command) {
                    case HAND_IN, CONFIRM -> Outcome.done(ANSWERED);
                    case SAY_NOTHING_KNOWN -> Outcome.done(NOTHING_KNOWN);
                    case CHASE -> Outcome.done(ASKED);
                    case WITHDRAW -> Outcome.done(WITHDRAWN);
                    case CLOSE -> Outcome.done(UNANSWERED);
                    case CORRECT, TAKE_BACK -> refused("requests.refused.not-answered");
                    case ASK_AGAIN -> refused("requests.refused.asked");
                };
            case ANSWERED ->
                switch (command) {
                    case CORRECT, TAKE_BACK, CLOSE -> Outcome.done(ANSWERED);
                    case WITHDRAW -> Outcome.done(WITHDRAWN);
                    case HAND_IN, CONFIRM, SAY_NOTHING_KNOWN, CHASE, ASK_AGAIN -> refused("requests.refused.answered");
                };
            case NOTHING_KNOWN ->
                switch (command) {
                    case CORRECT -> Outcome.done(ANSWERED);
                    case TAKE_BACK -> refused("requests.refused.not-answered");
                    case CLOSE -> Outcome.done(NOTHING_KNOWN);
                    case WITHDRAW -> Outcome.done(WITHDRAWN);
                    case HAND_IN, CONFIRM, SAY_NOTHING_KNOWN, CHASE, ASK_AGAIN -> refused("requests.refused.answered");
                };
            case WITHDRAWN ->
                switch (command) {
                    case ASK_AGAIN -> Outcome.done(ASKED);
                    case CLOSE -> Outcome.done(WITHDRAWN);
                    case HAND_IN, CONFIRM, SAY_NOTHING_KNOWN, CORRECT, TAKE_BACK, CHASE, WITHDRAW ->
                        refused("requests.refused.withdrawn");
                };
            case UNANSWERED ->
                switch (command) {
                    case HAND_IN, CONFIRM -> Outcome.done(ANSWERED);
                    case SAY_NOTHING_KNOWN -> Outcome.done(NOTHING_KNOWN);
                    case CORRECT, TAKE_BACK -> refused("requests.refused.not-answered");
                    case CHASE, WITHDRAW, ASK_AGAIN, CLOSE -> refused("requests.refused.meeting-over");
                };
        };
    }

    /** What a page may offer. */
    public static Set<QuestionCommand> available(QuestionState state) {
        EnumSet<QuestionCommand> available = EnumSet.noneOf(QuestionCommand.class);
        for (QuestionCommand command : QuestionCommand.values()) {
            if (after(state, command) instanceof Outcome.Done<QuestionState>) {
                available.add(command);
            }
        }
        return available;
    }

    private static Outcome<QuestionState> refused(String key) {
        return Outcome.refused(Reason.of(key, "MTG-3"));
    }
}
