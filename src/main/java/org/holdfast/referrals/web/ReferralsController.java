package org.holdfast.referrals.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Receipt;
import org.holdfast.referrals.Referral;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.Referrals;
import org.holdfast.referrals.RejectedSending;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The pages on which referrals are listed and read, a file from the Home Office is handed in, and rejected ones are seen to. */
@Controller
class ReferralsController {

    private static final int LINES = 25;

    private final Pages pages;
    private final Referrals referrals;
    private final Sharing sharing;
    private final InstantSource clock;

    ReferralsController(Pages pages, Referrals referrals, Sharing sharing, InstantSource clock) {
        this.pages = pages;
        this.referrals = referrals;
        this.sharing = sharing;
        this.clock = clock;
    }

    @GetMapping("/referrals")
    View all(Actor actor, @RequestParam(defaultValue = "1") int page) {
        Instant now = clock.instant();
        return list(actor, "/referrals", "referrals.list.title", referrals.all(actor, now), page, now);
    }

    @GetMapping("/referrals/for-competent-authority")
    View forCompetentAuthority(Actor actor, @RequestParam(defaultValue = "1") int page) {
        Instant now = clock.instant();
        return list(
                actor,
                "/referrals/for-competent-authority",
                "referrals.list.for-competent-authority",
                referrals.forCompetentAuthority(actor, now),
                page,
                now);
    }

    private View list(
            Actor actor, String path, String titleKey, Outcome<List<ReferralId>> found, int page, Instant now) {
        return switch (found) {
            case Outcome.Done<List<ReferralId>>(List<ReferralId> ids) -> {
                int number = Math.clamp(page, 1, Math.max(1, (ids.size() + LINES - 1) / LINES));
                int end = Math.min(ids.size(), number * LINES);
                yield pages.show(
                        "referrals/list",
                        new ReferralsView(
                                path,
                                titleKey,
                                sharing.may(actor, Permission.HANDLE_REFERRAL),
                                sharing.may(actor, Permission.MAKE_REFERRAL),
                                sharing.may(actor, Permission.IMPORT_REFERRAL),
                                referrals.lines(actor, ids.subList((number - 1) * LINES, end), now),
                                number,
                                end < ids.size(),
                                ids.size()));
            }
            case Outcome.Refused<List<ReferralId>> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/referrals/{id}")
    View referral(Actor actor, @PathVariable UUID id) {
        Instant now = clock.instant();
        return switch (referrals.referral(actor, new ReferralId(id), now)) {
            case Outcome.Done<Referral>(Referral referral) ->
                pages.show(
                        "referrals/referral",
                        new ReferralView(
                                referral,
                                referrals.mayOpenCase(actor, referral, now),
                                sharing.may(actor, Permission.HANDLE_REFERRAL)));
            case Outcome.Refused<Referral> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/referrals/{id}/updates/{number}/read")
    View read(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        return switch (referrals.readUpdate(actor, new ReferralId(id), number, clock.instant())) {
            case Outcome.Done<ReferralId> done -> pages.redirect("/referrals/" + id, "referrals.update.was-read");
            case Outcome.Refused<ReferralId> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/referrals/{id}/home-office")
    View homeOffice(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "1") int sending) {
        return switch (referrals.homeOfficeForm(actor, new ReferralId(id), sending, clock.instant())) {
            case Outcome.Done<byte[]>(byte[] body) ->
                Download.of("referral-" + id + "-" + sending + ".json", "application/json", body);
            case Outcome.Refused<byte[]> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/referrals/upload")
    View upload(Actor actor) {
        return switch (sharing.ask(actor, Permission.IMPORT_REFERRAL, clock.instant())) {
            case Outcome.Done<Access.Granted> granted ->
                pages.show("referrals/upload", new UploadView(null, List.of()));
            case Outcome.Refused<Access.Granted> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/referrals/upload")
    View upload(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> sent)
            throws IOException {
        if (sharing.ask(actor, Permission.IMPORT_REFERRAL, clock.instant())
                instanceof Outcome.Refused<Access.Granted> refused) {
            return pages.refused(refused);
        }
        Form form = Form.of(sent);
        List<Reason> missing = new ArrayList<>();
        if (file == null || file.isEmpty()) {
            missing.add(Reason.about("file", "referrals.upload.no-file"));
        }
        Reason noDay = form.dateFault(Referrals.REFERRED_ON);
        if (noDay != null || !form.dateTyped(Referrals.REFERRED_ON)) {
            missing.add(noDay != null ? noDay : Reason.about(Referrals.REFERRED_ON, "referrals.upload.no-day"));
        }
        if (file == null || !missing.isEmpty()) {
            return pages.show("referrals/upload", new UploadView(null, List.of()), form.with(missing));
        }
        byte[] body;
        try (InputStream stream = file.getInputStream()) {
            body = stream.readNBytes(Referrals.LARGEST_BODY + 1);
        }
        return switch (referrals.receive(
                actor, Manner.UPLOAD, body, form.date(Referrals.REFERRED_ON), clock.instant())) {
            case Outcome.Done<Receipt>(Receipt.TakenIn taken) ->
                pages.redirect(
                        "/referrals/" + taken.id().value(),
                        switch (taken.novelty()) {
                            case NEW -> "referrals.upload.taken-in";
                            case KNOWN -> "referrals.upload.known";
                            case UPDATE -> "referrals.upload.update";
                        });
            case Outcome.Done<Receipt>(Receipt.TurnedAway(UUID id, List<Reason> faults)) ->
                pages.show(
                        "referrals/upload",
                        new UploadView(sharing.may(actor, Permission.HANDLE_REFERRAL) ? id : null, faults),
                        form.with(List.of(Reason.about("file", "referrals.upload.turned-away"))));
            case Outcome.Refused<Receipt>(List<Reason> reasons) ->
                reasons.stream().allMatch(reason -> reason.field() != null)
                        ? pages.show("referrals/upload", new UploadView(null, List.of()), form.with(reasons))
                        : pages.refused(reasons);
        };
    }

    @GetMapping("/referrals/rejected")
    View rejected(Actor actor) {
        return switch (referrals.rejected(actor, clock.instant())) {
            case Outcome.Done<List<RejectedSending>>(List<RejectedSending> sendings) ->
                pages.show("referrals/rejected", sendings);
            case Outcome.Refused<List<RejectedSending>> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/referrals/rejected/{id}")
    View rejected(Actor actor, @PathVariable UUID id) {
        return rejected(actor, id, Form.empty());
    }

    private View rejected(Actor actor, UUID id, Form form) {
        Instant now = clock.instant();
        Outcome<RejectedView> found = referrals
                .rejected(actor, id, now)
                .then(sending -> referrals.rejectedText(actor, id, now).map(body -> RejectedView.of(sending, body)));
        return switch (found) {
            case Outcome.Done<RejectedView>(RejectedView view) -> pages.show("referrals/rejectedSending", view, form);
            case Outcome.Refused<RejectedView> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/referrals/rejected/{id}/body")
    View rejectedBody(Actor actor, @PathVariable UUID id) {
        return switch (referrals.rejectedBody(actor, id, clock.instant())) {
            case Outcome.Done<byte[]>(byte[] body) ->
                Download.of("rejected-" + id + ".txt", "application/octet-stream", body);
            case Outcome.Refused<byte[]> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/referrals/rejected/{id}")
    View settle(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Integer version = form.number("version");
        return switch (referrals.settle(
                actor, id, version == null ? 0 : version, form.value("note"), clock.instant())) {
            case Outcome.Done<UUID> done -> pages.redirect("/referrals/rejected", "referrals.rejected.settled");
            case Outcome.Refused<UUID>(List<Reason> reasons) ->
                reasons.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND))
                        ? pages.notFound()
                        : rejected(actor, id, form.with(reasons));
        };
    }
}
