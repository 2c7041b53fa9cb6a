package org.holdfast.meetings;

/** In which capacity somebody is at a meeting; minutes and decisions keep it (NRM-9). */
public enum Capacity {
    /** Leads; has no vote and breaks no tie (NRM-4). */
    CHAIR,
    /** Takes the chair where the chair is away or conflicted (NRM-22). */
    DEPUTY_CHAIR,
    /** Votes for an agency. */
    VOTING,
    /** Votes in the place of a named voting member who cannot (NRM-5). */
    DEPUTY,
    ADVISER,
    /** Independent guardian service: invited, without a vote (NRM-4). */
    GUARDIAN_SERVICE,
    SOCIAL_WORKER,
    INTERPRETER,
    NOTE_TAKER,
    OBSERVER;

    /** Whether a vote may be cast in this capacity at all. */
    public boolean votes() {
        return this == VOTING || this == DEPUTY;
    }

    /** Whether somebody in this capacity may lead an item. */
    public boolean chairs() {
        return this == CHAIR || this == DEPUTY_CHAIR;
    }

    /** Whether somebody in this capacity is invited to the whole agenda unless told otherwise (MTG-2). */
    public boolean wholeAgenda() {
        return switch (this) {
            case CHAIR, DEPUTY_CHAIR, VOTING, DEPUTY, ADVISER, GUARDIAN_SERVICE, NOTE_TAKER -> true;
            case SOCIAL_WORKER, INTERPRETER, OBSERVER -> false;
        };
    }

    /** Whether somebody in this capacity writes notes in the meeting, beside whoever runs it (MTG-4). */
    public boolean writes() {
        return this == NOTE_TAKER || votes();
    }
}
