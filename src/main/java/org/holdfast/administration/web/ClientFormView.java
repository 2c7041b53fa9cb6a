package org.holdfast.administration.web;

import java.util.List;
import org.holdfast.pages.Option;

/** Admitting a program. */
public record ClientFormView(List<Option> agencies) {}
