package org.holdfast.assurance.web;

import org.holdfast.assurance.Reconsiderations;

/** The form on which a reconsideration is asked. */
public record AskView(Reconsiderations.Asking asking) {}
