package org.holdfast.meetings.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.LawfulBasis;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The minutes of a meeting: read, approved by the chair item by item, sent out, then added to. */
@Controller
class MinutesController {

    private final MinuteBook minutes;
    private final Pages pages;
    private final Texts texts;
    private final Answers answers;
    private final InstantSource clock;

    MinutesController(MinuteBook minutes, Pages pages, Texts texts, Answers answers, InstantSource clock) {
        this.minutes = minutes;
        this.pages = pages;
        this.texts = texts;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/minutes")
    View minutes(Actor actor, @PathVariable UUID id) {
        return minutes(actor, id, Form.empty());
    }

    private View minutes(Actor actor, UUID id, Form form) {
        Instant now = clock.instant();
        return answers.of(
                minutes.read(actor, new MeetingId(id), now),
                read -> pages.show("meetings/minutes", new MinutesView(read, false, UnitedKingdom.day(now)), form));
    }

    /** As one of those invited reads them. */
    @GetMapping("/meetings/{id}/minutes/as/{member}")
    View preview(Actor actor, @PathVariable UUID id, @PathVariable UUID member) {
        Instant now = clock.instant();
        return answers.of(
                minutes.preview(actor, new MeetingId(id), new MemberId(member), now),
                read -> pages.show("meetings/minutes", new MinutesView(read, true, UnitedKingdom.day(now))));
    }

    // Approving

    @PostMapping("/meetings/{id}/minutes/approve")
    View approve(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return answers.of(
                minutes.approve(actor, new MeetingId(id), Form.of(sent).value("hash"), clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "minutes"), "meetings.notice.approved"));
    }

    @PostMapping("/meetings/{id}/minutes/items/{item}/approve")
    View approveItem(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        return answers.of(
                minutes.approveItem(actor, new AgendaItemId(item), Form.of(sent).value("hash"), clock.instant()),
                state -> reviewed(id, item, state, "meetings.notice.item-approved"));
    }

    @PostMapping("/meetings/{id}/minutes/items/{item}/send-back")
    View sendBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                minutes.sendBack(actor, new AgendaItemId(item), remark(form, item), clock.instant()),
                state -> reviewed(id, item, state, "meetings.notice.item-sent-back"),
                reasons -> minutes(actor, id, form.with(reasons)));
    }

    @PostMapping("/meetings/{id}/minutes/items/{item}/hand-back")
    View handBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                minutes.handBack(actor, new AgendaItemId(item), remark(form, item), clock.instant()),
                state -> reviewed(id, item, state, "meetings.notice.item-handed-back"),
                reasons -> minutes(actor, id, form.with(reasons)));
    }

    private static String remark(Form form, UUID item) {
        return Objects.requireNonNullElse(form.text(MinuteBook.remarkOf(item)), "");
    }

    private View reviewed(UUID meeting, UUID item, MeetingState state, String notice) {
        String path = Paths.meeting(new MeetingId(meeting), "minutes");
        return state == MeetingState.APPROVED
                ? pages.redirect(path, "meetings.notice.approved")
                : pages.redirect(path + "#minutes-" + item, notice);
    }

    // Sending

    @GetMapping("/meetings/{id}/minutes/send")
    View send(Actor actor, @PathVariable UUID id) {
        Instant now = clock.instant();
        return answers.of(
                minutes.outgoing(actor, new MeetingId(id), now),
                outgoing -> sendForm(
                        outgoing,
                        Form.empty()
                                .set(
                                        "to",
                                        outgoing.addressees().stream()
                                                .map(it -> it.member().id().value())
                                                .toList())
                                .set("basis", LawfulBasis.PUBLIC_TASK)
                                .set(
                                        "purpose",
                                        texts.text(
                                                Language.ENGLISH,
                                                "meetings.send.purpose.usual",
                                                outgoing.kind(),
                                                Dates.date(
                                                        Language.ENGLISH,
                                                        outgoing.meeting().on()))),
                        now));
    }

    private View sendForm(MinuteBook.Outgoing outgoing, Form form, Instant now) {
        return pages.show("meetings/sendMinutes", new SendView(outgoing, UnitedKingdom.day(now)), form);
    }

    @PostMapping("/meetings/{id}/minutes/send")
    View send(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        MeetingId meeting = new MeetingId(id);
        Instant now = clock.instant();
        return answers.of(
                minutes.send(
                        actor,
                        meeting,
                        members(form.values("to")),
                        Objects.requireNonNullElse(form.text("purpose"), ""),
                        form.choice("basis", LawfulBasis.class),
                        now),
                done -> pages.redirect(
                        Paths.meeting(meeting, "minutes") + "#sent",
                        "meetings.notice.sent",
                        String.valueOf(done.recipients().size())),
                reasons -> answers.of(
                        minutes.outgoing(actor, meeting, now),
                        outgoing -> sendForm(outgoing, form.with(reasons), now)));
    }

    private static Set<MemberId> members(List<String> typed) {
        return typed.stream()
                .map(one -> Form.empty().set("member", one).id("member"))
                .filter(Objects::nonNull)
                .map(MemberId::new)
                .collect(Collectors.toSet());
    }

    // Adding

    @PostMapping("/meetings/{id}/minutes/addenda")
    View add(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID item = form.id("item");
        return answers.of(
                minutes.add(
                        actor,
                        new MeetingId(id),
                        item == null ? null : new AgendaItemId(item),
                        Objects.requireNonNullElse(form.text("text"), ""),
                        clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "minutes"), "meetings.notice.addendum"),
                reasons -> minutes(actor, id, form.with(reasons)));
    }
}
