package org.holdfast.people;

/** A child who may be the one described, and why (REF-4). */
public record Candidate(ChildId child, String name, BirthDate birthDate, Likeness likeness) {}
