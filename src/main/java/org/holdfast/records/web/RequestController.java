package org.holdfast.records.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.pages.AsksAgain;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.records.Part;
import org.holdfast.records.RefusalReason;
import org.holdfast.records.SubjectRequests;
import org.holdfast.records.Verdict;
import org.holdfast.records.WithheldBecause;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One request of somebody for what is held about a child, or that it be put right. */
@Controller
class RequestController {

    private final SubjectRequests requests;
    private final Pages pages;
    private final InstantSource clock;

    RequestController(SubjectRequests requests, Pages pages, InstantSource clock) {
        this.requests = requests;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/records/requests/{request}")
    View request(
            Actor actor,
            @PathVariable UUID request,
            @RequestParam(name = "section", defaultValue = "") String section) {
        return shown(actor, request, section, null);
    }

    @PostMapping("/records/requests/{request}/prove")
    View prove(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(
                actor,
                request,
                form,
                requests.prove(
                        actor, request, form.value("proof"), form.date("proved"), form.version(), clock.instant()));
    }

    @PostMapping("/records/requests/{request}/extend")
    View extend(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(
                actor,
                request,
                form,
                requests.extend(actor, request, form.value("because"), form.version(), clock.instant()));
    }

    @PostMapping("/records/requests/{request}/gather")
    View gather(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(actor, request, form, requests.gather(actor, request, form.version(), clock.instant()));
    }

    @PostMapping("/records/requests/{request}/check")
    View check(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        List<Part.Settled> settled = new ArrayList<>();
        for (String name : form.all().keySet()) {
            if (name.matches("verdict-\\d{1,6}")) {
                int seq = Integer.parseInt(name.substring("verdict-".length()));
                settled.add(new Part.Settled(
                        seq,
                        form.choice(name, Verdict.class),
                        form.choice("reason-" + seq, WithheldBecause.class),
                        Arrays.stream(form.value("cut-" + seq).split(","))
                                .map(String::strip)
                                .filter(word -> !word.isEmpty())
                                .toList()));
            }
        }
        return pages.after(
                requests.check(
                        actor,
                        request,
                        Objects.requireNonNullElse(form.number("gathered"), 0),
                        settled,
                        clock.instant()),
                _ -> pages.redirect("/records/requests/" + request, "records.notice.checked"),
                reasons -> shown(actor, request, form.value("section"), form.with(reasons)));
    }

    @PostMapping("/records/requests/{request}/release")
    @AsksAgain
    View release(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(actor, request, form, requests.release(actor, request, form.version(), clock.instant()));
    }

    @PostMapping("/records/requests/{request}/answer")
    View answer(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(
                actor,
                request,
                form,
                requests.answer(actor, request, form.value("answer"), form.version(), clock.instant()));
    }

    @PostMapping("/records/requests/{request}/refuse")
    View refuse(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(
                actor,
                request,
                form,
                requests.refuse(
                        actor,
                        request,
                        form.choice("refusal", RefusalReason.class),
                        form.value("answer"),
                        form.version(),
                        clock.instant()));
    }

    @PostMapping("/records/requests/{request}/withdraw")
    View withdraw(Actor actor, @PathVariable UUID request, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return moved(
                actor,
                request,
                form,
                requests.withdraw(actor, request, form.value("answer"), form.version(), clock.instant()));
    }

    @GetMapping("/records/requests/{request}/records.pdf")
    View paper(Actor actor, @PathVariable UUID request) {
        return taken(requests.paper(actor, request, clock.instant()));
    }

    @GetMapping("/records/requests/{request}/records.zip")
    View folder(Actor actor, @PathVariable UUID request) {
        return taken(requests.folder(actor, request, clock.instant()));
    }

    private View taken(Outcome<SubjectRequests.Taken> outcome) {
        return pages.after(outcome, file -> Download.of(file.name(), file.mediaType(), file.content()), pages::refused);
    }

    private View moved(Actor actor, UUID request, Form form, Outcome<UUID> outcome) {
        return pages.after(
                outcome,
                _ -> pages.redirect("/records/requests/" + request, "records.notice.moved"),
                reasons -> reasons.stream().anyMatch(it -> it.field() != null)
                        ? shown(actor, request, "", form.with(reasons))
                        : pages.refused(reasons));
    }

    private View shown(Actor actor, UUID request, String section, @Nullable Form typed) {
        return pages.after(
                requests.see(actor, request, clock.instant()),
                seen -> {
                    RequestView view = new RequestView(seen, section);
                    return pages.show("records/request", view, typed == null ? filled(view) : typed);
                },
                pages::refused);
    }

    /** What was settled before; where nobody has looked and nothing speaks against it, that it is given. */
    private static Form filled(RequestView view) {
        Form form = Form.empty();
        for (Part part : view.shown()) {
            form = form.set(
                            "verdict-" + part.seq(),
                            part.verdict() != null ? part.verdict() : part.proposed() == null ? Verdict.GIVEN : null)
                    .set("reason-" + part.seq(), part.reason())
                    .set("cut-" + part.seq(), String.join(", ", part.cut()));
        }
        return form;
    }
}
