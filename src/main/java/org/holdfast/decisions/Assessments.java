package org.holdfast.decisions;

import static org.holdfast.decisions.Finding.MET;
import static org.holdfast.decisions.Finding.NOT_ASSESSED;
import static org.holdfast.decisions.Finding.NOT_MET;
import static org.holdfast.decisions.Finding.UNCLEAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdfast.law.Reason;

/**
 * The findings on every element of both definitions, one assessment each, in the order in which they are assessed (NRM-7).
 *
 * @param child whether the person was under 18 when it happened, so that no means need be shown
 * @param all one assessment for each element of each definition
 */
public record Assessments(boolean child, List<Assessment> all) {

    public Assessments {
        List<Assessment> given = all;
        all = Arrays.stream(Definition.values())
                .flatMap(definition -> definition.elements().stream()
                        .map(element -> given.stream()
                                .filter(one -> one.definition() == definition && one.element() == element)
                                .findFirst()
                                .orElseGet(() -> Assessment.blank(definition, element))))
                .toList();
    }

    /** Nothing looked at yet. */
    public static Assessments none(boolean child) {
        return new Assessments(child, List.of());
    }

    public Assessment of(Definition definition, Element element) {
        return all.stream()
                .filter(one -> one.definition() == definition && one.element() == element)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(element + " is no element of " + definition));
    }

    public List<Assessment> of(Definition definition) {
        return all.stream().filter(one -> one.definition() == definition).toList();
    }

    public boolean required(Assessment assessment) {
        return assessment.definition().required(child).contains(assessment.element());
    }

    /** Whether the panel has begun to look at this definition. */
    boolean begun(Definition definition) {
        return of(definition).stream().anyMatch(one -> one.finding() != NOT_ASSESSED);
    }

    /** Whether every required element of this definition was found to be met. */
    public boolean met(Definition definition) {
        return of(definition).stream().filter(this::required).allMatch(one -> one.finding() == MET);
    }

    /** Whether either definition was found to be met in all its required elements. */
    public boolean met() {
        return Arrays.stream(Definition.values()).anyMatch(this::met);
    }

    /**
     * What is still to be found before a vote can rest on it: one definition assessed in full, or both where neither is met, since a
     * child is not turned away on a definition nobody looked at; and for every finding the evidence it stands on.
     */
    public List<Reason> faults() {
        List<Reason> faults = new ArrayList<>();
        boolean met = met();
        for (Definition definition : Definition.values()) {
            if (met && !begun(definition)) {
                continue;
            }
            for (Assessment one : of(definition)) {
                if (one.finding() == NOT_ASSESSED && required(one)) {
                    faults.add(fault(one, "decisions.finding-missing"));
                }
            }
        }
        for (Assessment one : all) {
            if (one.finding() == MET && one.evidence(Side.FOR).isEmpty()) {
                faults.add(fault(one, "decisions.evidence-missing"));
            }
            if (one.finding() == NOT_MET
                    && one.evidence(Side.AGAINST).isEmpty()
                    && one.missing().isBlank()) {
                faults.add(fault(one, "decisions.not-met-unexplained"));
            }
            if (one.finding() == UNCLEAR && one.missing().isBlank()) {
                faults.add(fault(one, "decisions.missing-unnamed"));
            }
        }
        return List.copyOf(faults);
    }

    /** The refusal names definition and element by its key, since their words are the page's business. */
    private static Reason fault(Assessment one, String key) {
        String place =
                "." + name(one.definition().name()) + "." + name(one.element().name());
        return new Reason(key + place, "NRM-7", "finding" + place, List.of());
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
