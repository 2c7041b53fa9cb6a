package org.holdfast.requests.web;

import org.holdfast.requests.CaseReturns;

/** What agencies told of one child, as the reader may read it. */
public record CaseReturnsView(String child, CaseReturns returns, String back) {}
