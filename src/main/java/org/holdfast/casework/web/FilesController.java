package org.holdfast.casework.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Attachments;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The files of a case: taken in, handed out, taken back. */
@Controller
class FilesController {

    private final CaseFrames frames;
    private final Attachments attachments;
    private final Pages pages;
    private final InstantSource clock;

    FilesController(CaseFrames frames, Attachments attachments, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.attachments = attachments;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/files")
    View files(Actor actor, @PathVariable UUID caseId) {
        return page(actor, caseId, Form.empty().set("holds", DataClass.SAFEGUARDING));
    }

    @PostMapping("/cases/{caseId}/files")
    View add(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        String given = file == null ? null : file.getOriginalFilename();
        return frames.after(
                attachments.add(
                        actor,
                        new CaseId(caseId),
                        given == null ? "" : given,
                        content(file),
                        Typed.text(form, "about"),
                        sent.containsKey("holds") ? form.choice("holds", DataClass.class) : DataClass.SAFEGUARDING,
                        clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/files", "casework.notice.file-added"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @GetMapping("/cases/{caseId}/files/{file}")
    View open(Actor actor, @PathVariable UUID caseId, @PathVariable UUID file) {
        return switch (attachments.open(actor, new CaseId(caseId), file, clock.instant())) {
            case Outcome.Refused<Attachments.Opened> refused -> pages.refused(refused);
            case Outcome.Done<Attachments.Opened>(Attachments.Opened opened) ->
                Download.of(
                        opened.attachment().name(), opened.attachment().kind().mediaType(), opened.content());
        };
    }

    @PostMapping("/cases/{caseId}/files/{file}/withdraw")
    View withdraw(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                attachments.withdraw(
                        actor, new CaseId(caseId), file, Typed.text(form, "because"), form.version(), clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/files", "casework.notice.file-withdrawn"),
                reasons -> page(actor, caseId, form.with(inSummary(reasons))));
    }

    private View page(Actor actor, UUID caseId, Form form) {
        return frames.page(
                actor,
                caseId,
                id -> attachments.see(actor, id, clock.instant()),
                (frame, files) -> pages.show("casework/files", new FilesView(frame, files), form));
    }

    /** Each file of the list has its own small form, so a fault of one is told above them all. */
    private static List<Reason> inSummary(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Reason(reason.key(), reason.rule(), null, reason.details()))
                .toList();
    }

    private static byte[] content(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
