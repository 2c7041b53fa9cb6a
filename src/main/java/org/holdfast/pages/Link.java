package org.holdfast.pages;

/**
 * A text that leads somewhere: a breadcrumb, a tab, an action.
 *
 * @param text what the person reads
 * @param path where it leads
 */
public record Link(String text, String path) {}
