package org.holdfast.casework.web;

/** Recording a time in custody; {@code action} is where the form is sent. */
public record CustodyView(CaseFrame frame, String action) {}
