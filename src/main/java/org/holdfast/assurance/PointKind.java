package org.holdfast.assurance;

/** What a point of the competent authority is about; the learning report counts by it. */
public enum PointKind {
    /** The reasons do not say enough, or do not bear the outcome. */
    REASONS,
    /** Evidence is missing or was not weighed. */
    EVIDENCE,
    /** Another test was applied than the one in force. */
    THRESHOLD,
    /** An element of the definition was passed over or misread. */
    DEFINITION,
    /** Credibility was not weighed with trauma in mind. */
    CREDIBILITY,
    /** Panel, quorum, training, conflict or another matter of procedure. */
    PROCEDURE,
    /** The outcome form is incomplete or contradicts itself. */
    FORM,
    /** Safeguarding or support that should be arranged. */
    SAFEGUARDING,
    OTHER
}
