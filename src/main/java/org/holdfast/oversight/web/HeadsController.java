package org.holdfast.oversight.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.LedgerCheck;
import org.holdfast.audit.SignedHead;
import org.holdfast.law.Outcome;
import org.holdfast.oversight.LedgerHeads;
import org.holdfast.pages.Download;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The signed heads of the ledger, to print or keep elsewhere, and the check against them. */
@Controller
class HeadsController {

    private final LedgerHeads heads;
    private final Pages pages;
    private final InstantSource clock;

    HeadsController(LedgerHeads heads, Pages pages, InstantSource clock) {
        this.heads = heads;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/ledger/heads")
    View heads(Actor actor) {
        return switch (heads.see(actor, clock.instant())) {
            case Outcome.Done<List<SignedHead>>(List<SignedHead> kept) -> pages.show("oversight/heads", kept);
            case Outcome.Refused<List<SignedHead>> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/ledger/heads.txt")
    View file(Actor actor) {
        return switch (heads.take(actor, clock.instant())) {
            case Outcome.Done<List<SignedHead>>(List<SignedHead> kept) ->
                Download.of(
                        "ledger-heads.txt",
                        "text/plain;charset=UTF-8",
                        kept.stream()
                                .map(SignedHead::printed)
                                .collect(Collectors.joining("\n"))
                                .getBytes(StandardCharsets.UTF_8));
            case Outcome.Refused<List<SignedHead>> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/ledger/check")
    View check(Actor actor) {
        return switch (heads.check(actor, clock.instant())) {
            case Outcome.Done<LedgerCheck.Report>(LedgerCheck.Report report) -> pages.show("oversight/checked", report);
            case Outcome.Refused<LedgerCheck.Report> refused -> pages.refused(refused);
        };
    }
}
