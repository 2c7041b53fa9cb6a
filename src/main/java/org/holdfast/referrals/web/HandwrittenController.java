package org.holdfast.referrals.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Download;
import org.holdfast.pages.DraftFile;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.people.ChildId;
import org.holdfast.referrals.FormField;
import org.holdfast.referrals.HandwrittenForm;
import org.holdfast.referrals.HandwrittenReferrals;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.SameChild;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The pages on which a referral is written by hand (NRM-24): task list, one topic a page, check answers, hand in. */
@Controller
class HandwrittenController {

    private final Pages pages;
    private final HandwrittenReferrals referrals;
    private final InstantSource clock;

    HandwrittenController(Pages pages, HandwrittenReferrals referrals, InstantSource clock) {
        this.pages = pages;
        this.referrals = referrals;
        this.clock = clock;
    }

    @GetMapping("/referrals/new")
    View start(Actor actor) {
        return then(referrals.drafts(actor, clock.instant()), drafts -> pages.show("referrals/new", drafts));
    }

    @PostMapping("/referrals/drafts")
    View begin(Actor actor) {
        return then(referrals.begin(actor, clock.instant()), id -> pages.redirect("/referrals/drafts/" + id.value()));
    }

    @GetMapping("/referrals/drafts/{id}")
    View tasks(Actor actor, @PathVariable UUID id) {
        return read(actor, id, draft -> pages.show("referrals/tasks", draft));
    }

    @GetMapping("/referrals/drafts/{id}/check")
    View check(Actor actor, @PathVariable UUID id) {
        return read(actor, id, draft -> pages.show("referrals/check", draft));
    }

    @GetMapping("/referrals/drafts/{id}/questions/{page}")
    View questions(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String back) {
        return read(actor, id, draft -> {
            List<FormField> fields = draft.form().fields(page);
            return fields.isEmpty()
                    ? pages.notFound()
                    : pages.show(
                            "referrals/questions",
                            new QuestionsView(draft.id(), page, fields, back.equals("check")),
                            draft.form().typed());
        });
    }

    @PostMapping("/referrals/drafts/{id}/questions/{page}")
    View answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> sent) {
        Instant now = clock.instant();
        ReferralId referral = new ReferralId(id);
        return then(referrals.write(actor, referral, typed(page, Form.of(sent)), now), form -> {
            List<Reason> faults = form.faults(page, UnitedKingdom.day(now));
            if (!faults.isEmpty()) {
                return pages.show(
                        "referrals/questions",
                        new QuestionsView(referral, page, form.fields(page), back.equals("check")),
                        form.typed().with(faults));
            }
            return onwards(referral, form, page, back);
        });
    }

    @GetMapping("/referrals/drafts/{id}/questions/upload-evidence")
    View files(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
        return files(actor, new ReferralId(id), back.equals("check"), Form.empty());
    }

    /** Keeps every file that can be kept, and says of each of the others why not. */
    @PostMapping("/referrals/drafts/{id}/questions/upload-evidence")
    View addFiles(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> chosen) {
        Instant now = clock.instant();
        ReferralId referral = new ReferralId(id);
        List<MultipartFile> files = chosen == null
                ? List.of()
                : chosen.stream().filter(file -> !named(file).isEmpty()).toList();
        List<Reason> faults = new ArrayList<>();
        for (MultipartFile file : files) {
            switch (referrals.addFile(actor, referral, named(file), content(file), now)) {
                case Outcome.Done<DraftFile> done -> {}
                case Outcome.Refused<DraftFile> refused
                when refused.reasons().stream().anyMatch(reason -> reason.field() == null) -> {
                    return pages.refused(refused);
                }
                case Outcome.Refused<DraftFile>(List<Reason> reasons) ->
                    reasons.forEach(reason -> faults.add(FilesView.ofFile(reason, named(file))));
            }
        }
        if (files.isEmpty() && go.isEmpty()) {
            faults.add(Reason.about("file", "referrals.file.needs-file"));
        }
        if (!faults.isEmpty()) {
            return files(actor, referral, back.equals("check"), Form.empty().with(faults));
        }
        if (go.isEmpty()) {
            return pages.redirect(
                    new FilesView(referral, List.of(), back.equals("check")).path(), "referrals.file.added");
        }
        return then(referrals.read(actor, referral, now), form -> onwards(referral, form, FilesView.PAGE, back));
    }

    @GetMapping("/referrals/drafts/{id}/files/{file}")
    View openFile(Actor actor, @PathVariable UUID id, @PathVariable UUID file) {
        return then(
                referrals.openFile(actor, new ReferralId(id), file, clock.instant()),
                opened -> Download.of(opened.file().name(), opened.file().mediaType(), opened.content()));
    }

    @PostMapping("/referrals/drafts/{id}/files/{file}/remove")
    View removeFile(
            Actor actor, @PathVariable UUID id, @PathVariable UUID file, @RequestParam(defaultValue = "") String back) {
        ReferralId referral = new ReferralId(id);
        return then(
                referrals.removeFile(actor, referral, file, clock.instant()),
                done -> pages.redirect(
                        new FilesView(referral, List.of(), back.equals("check")).path(), "referrals.file.removed"));
    }

    private View files(Actor actor, ReferralId id, boolean check, Form form) {
        return then(
                referrals.files(actor, id, clock.instant()),
                files -> pages.show("referrals/files", new FilesView(id, files, check), form));
    }

    private View onwards(ReferralId id, HandwrittenForm form, String page, String back) {
        String path = "/referrals/drafts/" + id.value();
        if (back.equals("check")) {
            return pages.redirect(path + "/check");
        }
        return pages.redirect(
                form.after(page).map(next -> path + "/questions/" + next).orElse(path + "/check"));
    }

    private static String named(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/referrals/drafts/{id}/hand-in")
    View ready(Actor actor, @PathVariable UUID id) {
        return handIn(actor, new ReferralId(id), Form.empty());
    }

    @PostMapping("/referrals/drafts/{id}/hand-in")
    View handIn(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        ReferralId referral = new ReferralId(id);
        return switch (referrals.handIn(actor, referral, likeness(form), clock.instant())) {
            case Outcome.Done<ReferralId>(ReferralId done) ->
                pages.redirect("/referrals/" + done.value() + "/steps", "referrals.hand.handed-in");
            case Outcome.Refused<ReferralId>(List<Reason> reasons) -> handIn(actor, referral, form.with(reasons));
        };
    }

    private View handIn(Actor actor, ReferralId id, Form form) {
        return then(
                referrals.ready(actor, id, clock.instant()),
                ready -> pages.show("referrals/handIn", new HandInView(id, ready), form));
    }

    @GetMapping("/referrals/drafts/{id}/discard")
    View askToDiscard(Actor actor, @PathVariable UUID id) {
        return read(actor, id, draft -> pages.show("referrals/discard", draft));
    }

    @PostMapping("/referrals/drafts/{id}/discard")
    View discard(Actor actor, @PathVariable UUID id) {
        return then(
                referrals.discard(actor, new ReferralId(id), clock.instant()),
                done -> pages.redirect("/referrals/new", "referrals.hand.discarded"));
    }

    private View read(Actor actor, UUID id, Function<DraftView, View> show) {
        ReferralId referral = new ReferralId(id);
        return then(
                referrals.read(actor, referral, clock.instant()), form -> show.apply(new DraftView(referral, form)));
    }

    private <T> View then(Outcome<T> outcome, Function<T, View> show) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> show.apply(value);
            case Outcome.Refused<T> refused -> pages.refused(refused);
        };
    }

    /** Every field of the page as sent; what was not sent, such as an unticked box, as emptied. */
    private static Map<String, List<String>> typed(String page, Form sent) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (FormField field : HandwrittenForm.allFields(page)) {
            if (field.kind() == FormField.Kind.DATE) {
                for (String part : List.of("-day", "-month", "-year")) {
                    typed.put(field.name() + part, sent.values(field.name() + part));
                }
            } else {
                typed.put(field.name(), sent.values(field.name()));
            }
        }
        return typed;
    }

    private static Map<ChildId, SameChild> likeness(Form form) {
        Map<ChildId, SameChild> answers = new HashMap<>();
        for (UUID child : form.ids("alike")) {
            ChildId other = new ChildId(child);
            SameChild.Verdict verdict = form.choice(SameChild.field(other), SameChild.Verdict.class);
            if (verdict != null) {
                String reason = form.text(SameChild.reasonField(other));
                answers.put(other, new SameChild(verdict, reason == null ? "" : reason));
            }
        }
        return answers;
    }
}
