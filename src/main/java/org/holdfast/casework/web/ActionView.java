package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Action;
import org.holdfast.casework.ActionCommand;

/**
 * One action with what became of it.
 *
 * @param available what can be done with it now
 * @param meanwhile whether somebody else has changed it since the reader saw it
 */
public record ActionView(CaseFrame frame, Action action, List<ActionCommand> available, boolean meanwhile) {
    /** Where a change of the action is sent. */
    public String path(String what) {
        return frame.path("actions/" + action.id() + "/" + what);
    }
}
