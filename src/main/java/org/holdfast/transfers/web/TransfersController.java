package org.holdfast.transfers.web;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.transfers.Goes;
import org.holdfast.transfers.TransferDraft;
import org.holdfast.transfers.Transfers;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Offering a case to another partnership, and answering what another offers. */
@Controller
class TransfersController {

    private final Transfers transfers;
    private final Pages pages;
    private final InstantSource clock;

    TransfersController(Transfers transfers, Pages pages, InstantSource clock) {
        this.transfers = transfers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/transfers")
    View all(Actor actor) {
        return pages.after(
                transfers.all(actor, clock.instant()), all -> pages.show("transfers/transfers", all), pages::refused);
    }

    @GetMapping("/cases/{caseId}/transfer")
    View preview(Actor actor, @PathVariable UUID caseId) {
        Form form = Form.empty().set("goes", Goes.chosen());
        return preview(actor, caseId, form);
    }

    @PostMapping("/cases/{caseId}/transfer")
    View offer(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Set<Goes> goes = form.choices("goes", Goes.class);
        return pages.after(
                transfers.offer(
                        actor,
                        new CaseId(caseId),
                        new TransferDraft(
                                form.id("to"),
                                goes,
                                Set.copyOf(form.values("papers")),
                                form.value("because"),
                                form.choice("basis", LawfulBasis.class)),
                        clock.instant()),
                id -> pages.redirect("/transfers/" + id, "transfers.notice.offered"),
                reasons -> preview(actor, caseId, form.with(reasons)));
    }

    @GetMapping("/cases/{caseId}/transfer/{paper}")
    View preview(Actor actor, @PathVariable UUID caseId, @PathVariable String paper) {
        return pages.after(
                transfers.preview(actor, new CaseId(caseId), paper, clock.instant()),
                found -> pages.show("transfers/paper", PaperView.before(found)),
                pages::refused);
    }

    @GetMapping("/transfers/papers/{paper}")
    View paper(Actor actor, @PathVariable UUID paper) {
        return pages.after(
                transfers.paper(actor, paper, clock.instant()),
                found -> pages.show("transfers/paper", PaperView.received(found)),
                pages::refused);
    }

    @GetMapping("/transfers/{transfer}/word")
    View asked(Actor actor, @PathVariable UUID transfer) {
        return asked(actor, transfer, Form.empty());
    }

    @PostMapping("/transfers/{transfer}/word")
    View say(Actor actor, @PathVariable UUID transfer, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        String agrees = form.value("agrees");
        return pages.after(
                transfers.say(
                        actor,
                        transfer,
                        agrees.isEmpty() ? null : Boolean.valueOf(agrees),
                        form.value("words"),
                        clock.instant()),
                _ -> pages.redirect("/work", "transfers.notice.said"),
                reasons -> asked(actor, transfer, form.with(reasons)));
    }

    private View asked(Actor actor, UUID transfer, Form form) {
        return pages.after(
                transfers.asked(actor, transfer, clock.instant()),
                asked -> pages.show("transfers/asked", new AskedView(asked), form),
                pages::refused);
    }

    @GetMapping("/transfers/{transfer}")
    View transfer(Actor actor, @PathVariable UUID transfer) {
        return transfer(actor, transfer, Form.empty());
    }

    @PostMapping("/transfers/{transfer}/accept")
    View accept(Actor actor, @PathVariable UUID transfer, @RequestParam MultiValueMap<String, String> sent) {
        return pages.after(
                transfers.accept(actor, transfer, Form.of(sent).version(), clock.instant()),
                caseId -> pages.redirect("/cases/" + caseId.value(), "transfers.notice.accepted"),
                pages::refused);
    }

    @PostMapping("/transfers/{transfer}/decline")
    View decline(Actor actor, @PathVariable UUID transfer, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                transfers.decline(actor, transfer, form.value("because"), form.version(), clock.instant()),
                _ -> pages.redirect("/transfers/" + transfer, "transfers.notice.declined"),
                reasons -> transfer(actor, transfer, form.with(reasons)));
    }

    @PostMapping("/transfers/{transfer}/withdraw")
    View withdraw(Actor actor, @PathVariable UUID transfer, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                transfers.withdraw(actor, transfer, form.value("because"), form.version(), clock.instant()),
                _ -> pages.redirect("/transfers/" + transfer, "transfers.notice.withdrawn"),
                reasons -> transfer(actor, transfer, form.with(reasons)));
    }

    private View preview(Actor actor, UUID caseId, Form form) {
        return pages.after(
                transfers.preview(actor, new CaseId(caseId), clock.instant()),
                preview -> pages.show("transfers/offer", new OfferView(preview), form),
                pages::refused);
    }

    private View transfer(Actor actor, UUID transfer, Form form) {
        return pages.after(
                transfers
                        .see(actor, transfer, clock.instant())
                        .then(seen -> transfers
                                .alike(actor, transfer, clock.instant())
                                .map(alike -> new TransferView(seen, alike))),
                view -> pages.show("transfers/transfer", view, form),
                pages::refused);
    }
}
