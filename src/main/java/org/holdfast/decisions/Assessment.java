package org.holdfast.decisions;

import java.util.List;

/**
 * What the panel found on one element of one definition, and on what evidence (NRM-7).
 *
 * @param reasoning why the evidence leads to the finding; may be empty
 * @param missing what is not known and would help to decide; may be empty
 * @param version counts the changes of finding, reasoning and missing; an update names the one it saw
 */
public record Assessment(
        Definition definition,
        Element element,
        Finding finding,
        String reasoning,
        String missing,
        int version,
        List<Evidence> evidence) {

    public Assessment {
        evidence = List.copyOf(evidence);
    }

    /** An element nobody has looked at yet. */
    static Assessment blank(Definition definition, Element element) {
        return new Assessment(definition, element, Finding.NOT_ASSESSED, "", "", 0, List.of());
    }

    /** The evidence that points one way. */
    public List<Evidence> evidence(Side side) {
        return evidence.stream().filter(item -> item.side() == side).toList();
    }
}
