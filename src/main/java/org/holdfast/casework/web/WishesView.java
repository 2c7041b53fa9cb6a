package org.holdfast.casework.web;

/** Recording what the child said; {@code action} is where the form is sent. */
public record WishesView(CaseFrame frame, String action) {}
