package org.holdfast.meetings;

import java.util.Set;
import org.holdfast.meetings.MeetingCommand.Part;

/** What can be done with what the minutes say of one item, before the whole is sealed. */
public enum MinutesItemCommand {
    /** The chair approves it as read. */
    APPROVE(Part.CHAIR),
    /** The chair says what is to be mended. */
    SEND_BACK(Part.CHAIR),
    /** The co-ordinator has mended it, or says why it stands. */
    HAND_BACK(Part.COORDINATOR);

    private final Part by;

    MinutesItemCommand(Part by) {
        this.by = by;
    }

    boolean isFor(Set<Part> parts) {
        return parts.contains(by);
    }
}
