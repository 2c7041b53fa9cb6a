package org.holdfast.casework.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.casework.AccessLife;
import org.holdfast.casework.AccessRequest;
import org.holdfast.casework.AccessRequests;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;

/**
 * Who can see this child's case, and why.
 *
 * @param decidable requests about which the reader may say something
 */
public record ReadersView(CaseFrame frame, AccessRequests.Readers readers, Set<UUID> decidable) {
    public ReadersView {
        decidable = Set.copyOf(decidable);
    }

    public boolean decides(AccessRequest request) {
        return decidable.contains(request.id());
    }

    public static List<Option> answers(Page page, AccessRequest request) {
        return page.options(AccessLife.available(request.state()));
    }
}
