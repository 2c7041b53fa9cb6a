package org.holdfast.decisions.web;

import org.holdfast.decisions.Assessment;
import org.holdfast.decisions.Command;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Element;
import org.holdfast.decisions.Reading;

/** One element with its evidence, to read and to assess. */
public record ElementView(Reading reading, Definition definition, Element element) {

    public Assessment assessment() {
        return reading.decision().assessments().of(definition, element);
    }

    public boolean required() {
        return reading.decision().assessments().required(assessment());
    }

    public boolean changeable() {
        return reading.available().contains(Command.ASSESS) && reading.votes().isEmpty();
    }

    public String path() {
        return Paths.element(reading.decision().id(), definition, element);
    }

    public String decisionPath() {
        return Paths.decision(reading.decision().id());
    }

    /** Under which key what is half typed is kept. */
    public String draft() {
        return Paths.draft(reading.decision().id(), Paths.word(definition) + "-" + Paths.word(element));
    }

    public String evidenceDraft() {
        return draft() + "-evidence";
    }
}
