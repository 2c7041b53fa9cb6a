package org.holdfast.casework.web;

import org.holdfast.casework.Overviews.Overview;

/** The child's page: what a worker must know in one look. */
public record OverviewView(CaseFrame frame, Overview seen) {}
