package org.holdfast.records.web;

import java.util.List;
import org.holdfast.records.Part;
import org.holdfast.records.RequestCommand;
import org.holdfast.records.SubjectRequests;

/**
 * A request and what was gathered for it.
 *
 * @param section whose parts are shown; empty for none
 */
public record RequestView(SubjectRequests.Seen seen, String section) {

    /** A section with how many of its parts nobody has looked at. */
    public record Section(String name, int parts, long unchecked) {}

    public String path() {
        return "/records/requests/" + seen.request().id();
    }

    public String childPath() {
        return "/records/cases/" + seen.request().caseId().value();
    }

    public boolean may(RequestCommand command) {
        return seen.available().contains(command);
    }

    /** The sections, in order. */
    public List<Section> sections() {
        return seen.parts().stream()
                .map(Part::section)
                .distinct()
                .map(name -> new Section(
                        name,
                        (int) of(name).count(),
                        of(name).filter(part -> part.verdict() == null).count()))
                .toList();
    }

    /** The parts of the section that is shown. */
    public List<Part> shown() {
        return of(section).toList();
    }

    private java.util.stream.Stream<Part> of(String name) {
        return seen.parts().stream().filter(part -> part.section().equals(name));
    }
}
