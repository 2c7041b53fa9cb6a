package org.holdfast.meetings;

import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseFollower;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/**
 * A case that is no longer decided here comes off the agendas by itself, and agencies are no longer asked about it. A child whose safety is
 * talked over goes on being talked over, unless the record belongs to another case of the same child (NRM-20, REF-4).
 */
@Component
class LeavingCases implements CaseFollower {

    private final Meetings meetings;
    private final Texts texts;

    LeavingCases(Meetings meetings, Texts texts) {
        this.meetings = meetings;
        this.texts = texts;
    }

    @Override
    public void left(Actor by, CaseId id, Left why, Instant now) {
        meetings.leave(
                by,
                id,
                item -> why == Left.DUPLICATE || item.purpose().decides(),
                texts.text(Language.ENGLISH, Page.labelKey(why)),
                now);
    }
}
