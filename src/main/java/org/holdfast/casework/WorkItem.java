package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Role;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for somebody: a row of My work and a next action on the child's page.
 *
 * @param caseId the case it is about; null for work about no one case, such as a meeting to plan
 * @param key message key of what is to be done, in the imperative ("Decide whether to submit the referral")
 * @param details values for the numbered places of the message, fit to be read
 * @param path page where the next step is taken, beginning with a slash; empty where that page is not for the reader
 * @param dueAt the true deadline; null when there is none
 * @param rule rule id of the handbook, such as {@code NRM-10}; empty where none stands behind it
 * @param waitsFor whom it waits for, by name; empty when it waits for the reader or for whoever holds a role
 * @param waitsForRole whoever holds this role; null where it waits for somebody named or the reader
 */
public record WorkItem(
        @Nullable CaseId caseId,
        String key,
        List<String> details,
        String path,
        @Nullable Instant dueAt,
        String rule,
        String waitsFor,
        @Nullable Role waitsForRole) {

    public WorkItem {
        details = List.copyOf(details);
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
    }

    /** Work that waits for the reader. */
    public static WorkItem of(
            @Nullable CaseId caseId, String key, String path, @Nullable Instant dueAt, String rule, String... details) {
        return new WorkItem(caseId, key, List.of(details), path, dueAt, rule, "", null);
    }

    /** The same work with another page to see it on; with none for an empty path. */
    public WorkItem seenOn(String page) {
        return new WorkItem(caseId, key, details, page, dueAt, rule, waitsFor, waitsForRole);
    }

    /** The same work, waiting for somebody named. */
    public WorkItem waitingFor(String whom) {
        return new WorkItem(caseId, key, details, path, dueAt, rule, whom, null);
    }

    /** The same work, waiting for whoever holds a role. */
    public WorkItem waitingFor(Role role) {
        return new WorkItem(caseId, key, details, path, dueAt, rule, "", role);
    }
}
