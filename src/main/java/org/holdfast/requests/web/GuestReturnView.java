package org.holdfast.requests.web;

import org.holdfast.requests.Returns;

/** The page on which a guest tells what the agency knows of one child. */
public record GuestReturnView(GuestView view, Returns.Line line) {}
