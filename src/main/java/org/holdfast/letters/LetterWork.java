package org.holdfast.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.IssuedDecisions;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits in letters: the child to be written to, a letter to be finished, a letter to be explained; and the way to them. */
@Component
class LetterWork implements WorkSource, CaseLinkSource {

    private final Sharing sharing;
    private final IssuedDecisions decisions;
    private final LetterStore store;

    LetterWork(Sharing sharing, IssuedDecisions decisions, LetterStore store) {
        this.sharing = sharing;
        this.decisions = decisions;
        this.store = store;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.WRITE_LETTER)) {
            return List.of();
        }
        List<LetterStore.Brief> letters = store.standing(actor.partnership());
        List<IssuedDecisions.Issued> issued = decisions.all(actor);
        Set<CaseId> cases =
                letters.stream().map(LetterStore.Brief::caseId).collect(Collectors.toCollection(HashSet::new));
        issued.forEach(one -> cases.add(one.caseId()));
        Set<CaseId> visible = sharing.visible(actor, Permission.WRITE_LETTER, cases, now);
        return work(
                issued.stream().filter(one -> visible.contains(one.caseId())).toList(),
                letters.stream().filter(one -> visible.contains(one.caseId())).toList());
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        if (sharing.visible(actor, Permission.SEE_LETTERS, Set.of(id), now).isEmpty()) {
            return List.of();
        }
        return work(
                decisions.of(actor, id),
                store.ofCase(actor.partnership(), id).stream()
                        .map(LetterStore.Brief::of)
                        .toList());
    }

    private static List<WorkItem> work(List<IssuedDecisions.Issued> issued, List<LetterStore.Brief> letters) {
        List<WorkItem> work = new ArrayList<>();
        Set<DecisionId> told = letters.stream()
                .filter(letter -> letter.kind().childs())
                .map(LetterStore.Brief::decision)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (IssuedDecisions.Issued one : issued) {
            if (!told.contains(one.id())) {
                work.add(WorkItem.of(
                        one.caseId(),
                        "letters.work.write",
                        "/cases/" + one.caseId().value() + "/letters",
                        null,
                        "NRM-12",
                        Dates.date(Language.ENGLISH, one.on())));
            }
        }
        for (LetterStore.Brief letter : letters) {
            String path = "/letters/" + letter.id().value();
            switch (letter.state()) {
                case DRAFTED -> work.add(WorkItem.of(letter.caseId(), "letters.work.finish", path, null, "NRM-12"));
                case CHECKED ->
                    work.add(WorkItem.of(letter.caseId(), "letters.work.release", path + "/release", null, "NRM-12"));
                case RELEASED -> {
                    if (letter.kind().explained()) {
                        work.add(WorkItem.of(
                                letter.caseId(),
                                "letters.work.explain." + letter.kind().speaks(),
                                path + "/explain",
                                due(letter.explainOn()),
                                "NRM-12"));
                    }
                }
                case EXPLAINED, DISCARDED -> {}
            }
        }
        return work;
    }

    private static @Nullable Instant due(@Nullable LocalDate on) {
        return on == null
                ? null
                : on.atTime(LocalTime.of(23, 59)).atZone(UnitedKingdom.ZONE).toInstant();
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        return sharing.visible(actor, Permission.SEE_LETTERS, Set.of(id), now).isEmpty()
                ? List.of()
                : List.of(new CaseLink("letters.link", List.of(), "/cases/" + id.value() + "/letters", null, ""));
    }
}
