package org.holdfast.requests.web;

import java.util.List;
import org.holdfast.requests.AgencyReturn;

/** Every version of what an agency told of a child, the newest first. */
public record VersionsView(String child, List<AgencyReturn> versions, String back) {
    public VersionsView {
        versions = List.copyOf(versions);
    }
}
