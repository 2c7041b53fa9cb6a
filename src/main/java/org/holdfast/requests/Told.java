package org.holdfast.requests;

/**
 * What an agency told under one heading.
 *
 * @param restricted whether only co-ordinator, chair, voters without a conflict and the agency itself read it
 * @param because why it is restricted; empty where it is not
 */
public record Told(Heading heading, String text, boolean restricted, String because) {}
