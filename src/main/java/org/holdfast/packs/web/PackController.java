package org.holdfast.packs.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.MeetingId;
import org.holdfast.packs.Packs;
import org.holdfast.pages.Download;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.MemberId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The pack of a meeting: read child by child, locked, given and withdrawn, taken along. */
@Controller
class PackController {

    private final Packs packs;
    private final Drafts drafts;
    private final Pages pages;
    private final InstantSource clock;

    PackController(Packs packs, Drafts drafts, Pages pages, InstantSource clock) {
        this.packs = packs;
        this.drafts = drafts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/pack")
    View front(Actor actor, @PathVariable UUID id) {
        return answer(
                packs.front(actor, new MeetingId(id), clock.instant()),
                front -> pages.show("packs/front", new PackFrontView(front)));
    }

    @GetMapping("/meetings/{id}/pack.pdf")
    View paper(Actor actor, @PathVariable UUID id) {
        return answer(
                packs.paper(actor, new MeetingId(id), clock.instant()),
                paper -> Download.of(paper.name(), "application/pdf", paper.pdf()));
    }

    @PostMapping("/meetings/{id}/pack/lock")
    View lock(Actor actor, @PathVariable UUID id) {
        MeetingId meeting = new MeetingId(id);
        return answer(
                packs.lock(actor, meeting, clock.instant()),
                _ -> pages.redirect(Paths.pack(meeting), "packs.notice.locked"));
    }

    @GetMapping("/meetings/{id}/pack/versions/{number}")
    View version(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        return answer(
                packs.version(actor, new MeetingId(id), number, clock.instant()),
                version -> pages.show("packs/version", new PackVersionView(version)));
    }

    @GetMapping("/meetings/{id}/pack/access")
    View access(Actor actor, @PathVariable UUID id) {
        return access(actor, id, Form.empty());
    }

    private View access(Actor actor, UUID id, Form form) {
        MeetingId meeting = new MeetingId(id);
        return answer(
                packs.seats(actor, meeting, clock.instant()),
                seats -> pages.show("packs/access", new PackAccessView(meeting, seats), form));
    }

    @PostMapping("/meetings/{id}/pack/access")
    View decide(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        String[] who = form.value("who").strip().split(" ");
        UUID item = Form.of(Map.of("item", List.of(who[0]))).id("item");
        UUID member =
                Form.of(Map.of("member", List.of(who.length > 1 ? who[1] : ""))).id("member");
        UUID nobody = new UUID(0, 0);
        String what = form.value("what");
        // who may not ask is told nothing about the form
        Outcome<List<Packs.Seats>> allowed = packs.seats(actor, new MeetingId(id), clock.instant());
        if (allowed instanceof Outcome.Refused<List<Packs.Seats>> refused) {
            return pages.refused(refused);
        }
        if (!what.equals("give") && !what.equals("withdraw")) {
            return access(actor, id, form.with(List.of(Reason.about("what", "packs.access.what.missing"))));
        }
        return answer(
                packs.decide(
                        actor,
                        new MeetingId(id),
                        Objects.requireNonNullElse(item, nobody),
                        new MemberId(Objects.requireNonNullElse(member, nobody)),
                        what.equals("give"),
                        form.value("reason"),
                        clock.instant()),
                meeting -> pages.redirect(Paths.pack(meeting, "access"), "packs.access.done"),
                reasons -> access(actor, id, form.with(reasons)));
    }

    @GetMapping("/meetings/{id}/pack/{item}")
    View read(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return read(actor, id, item, Form.of(drafts.of(actor, Paths.draft(item))));
    }

    private View read(Actor actor, UUID id, UUID item, Form form) {
        return answer(
                packs.read(actor, new MeetingId(id), item, clock.instant()),
                reading -> pages.show(
                        "packs/reading",
                        new PackReadingView(reading),
                        form.all().containsKey("words")
                                ? form
                                : form.set("words", reading.note().words())));
    }

    @PostMapping("/meetings/{id}/pack/{item}/note")
    View note(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        MeetingId meeting = new MeetingId(id);
        Integer seen = form.number("version");
        return answer(
                packs.note(actor, meeting, item, form.value("words"), seen == null ? 0 : seen, clock.instant()),
                done -> {
                    drafts.discard(actor, Paths.draft(item));
                    return pages.redirect(Paths.pack(meeting, done.toString()), "packs.note.kept");
                },
                reasons -> read(actor, id, item, form.with(reasons)));
    }

    private <T> View answer(Outcome<T> outcome, Function<T, View> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T> refused -> pages.refused(refused);
        };
    }

    private <T> View answer(Outcome<T> outcome, Function<T, View> done, Function<List<Reason>, View> again) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> reasons) ->
                reasons.stream().allMatch(reason -> reason.field() != null)
                        ? again.apply(reasons)
                        : pages.refused(reasons);
        };
    }
}
