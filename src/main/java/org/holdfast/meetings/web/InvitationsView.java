package org.holdfast.meetings.web;

import org.holdfast.meetings.Invitations;
import org.holdfast.meetings.MeetingState;

/** Who of a meeting was sent what. */
public record InvitationsView(Invitations.Shown shown) {

    public String path() {
        return Paths.meeting(shown.meeting().id());
    }

    /** Whether there is anything to send, and still a meeting to come to. */
    public boolean maySend() {
        MeetingState state = shown.meeting().state();
        return shown.outstanding() > 0 && (state == MeetingState.PLANNED || state == MeetingState.OPEN);
    }

    /** What a state means to whoever sends. */
    public static String meaning(Invitations.Due due) {
        return switch (due) {
            case NOTHING -> "done";
            case INVITATION, CHANGE, CANCELLATION -> "waiting";
            case NO_ITEM -> "quiet";
        };
    }
}
