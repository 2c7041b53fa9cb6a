package org.holdfast.casework.web;

import java.util.UUID;
import org.holdfast.casework.AccessRequests;

/** That a child is known, and how to ask to see the case; nothing of the child. */
public record AccessView(UUID caseId, AccessRequests.Notice notice) {

    public String path(String what) {
        return "/access/" + caseId + "/" + what;
    }
}
