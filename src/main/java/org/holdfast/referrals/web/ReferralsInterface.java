package org.holdfast.referrals.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Receipt;
import org.holdfast.referrals.Referral;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.Referrals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referrals for programs: in as the Home Office sends them, out with every field and its origin, and out again as they came. */
@RestController
class ReferralsInterface {

    /** The header that says on which day the referral was made, as {@code 2026-01-10}; the form itself does not. */
    private static final String REFERRED_ON = "Referred-On";

    private final Referrals referrals;
    private final Texts texts;
    private final InstantSource clock;

    ReferralsInterface(Referrals referrals, Texts texts, InstantSource clock) {
        this.referrals = referrals;
        this.texts = texts;
        this.clock = clock;
    }

    /** What came of a form that was taken in. */
    record TakenIn(UUID id, UUID caseId, UUID childId, String route, int sending, List<Problem.Fault> warnings) {}

    @PostMapping("/api/v1/home-office-referrals")
    @NeedsScope(ClientScope.REFERRALS_WRITE)
    ResponseEntity<?> receive(Actor actor, HttpServletRequest request) throws IOException {
        if (!saysJson(request.getContentType())) {
            return problem(415, "not-json-type", List.of(), null);
        }
        LocalDate referredOn = null;
        String said = request.getHeader(REFERRED_ON);
        if (said != null) {
            try {
                referredOn = LocalDate.parse(said.strip());
            } catch (DateTimeParseException noDay) {
                return refused(List.of(Reason.about(Referrals.REFERRED_ON, "referrals.import.day-wrong")));
            }
        }
        byte[] body = request.getInputStream().readNBytes(Referrals.LARGEST_BODY + 1);
        return switch (referrals.receive(actor, Manner.INTERFACE, body, referredOn, clock.instant())) {
            case Outcome.Done<Receipt>(Receipt.TakenIn taken) -> takenIn(taken);
            case Outcome.Done<Receipt>(Receipt.TurnedAway turnedAway) ->
                problem(status(turnedAway.faults()), "turned-away", turnedAway.faults(), turnedAway.id());
            case Outcome.Refused<Receipt>(List<Reason> reasons) -> refused(reasons);
        };
    }

    private ResponseEntity<TakenIn> takenIn(Receipt.TakenIn taken) {
        TakenIn answer = new TakenIn(
                taken.id().value(),
                taken.caseId().value(),
                taken.childId().value(),
                taken.route(),
                taken.number(),
                Problem.Fault.of(taken.warnings(), texts));
        URI location = URI.create("/api/v1/referrals/" + taken.id().value());
        return taken.novelty() == Receipt.Novelty.NEW
                ? ResponseEntity.created(location).body(answer)
                : ResponseEntity.ok().location(location).body(answer);
    }

    @GetMapping("/api/v1/referrals/{id}")
    @NeedsScope(ClientScope.REFERRALS_READ)
    ResponseEntity<?> referral(Actor actor, @PathVariable String id) {
        return answer(
                read(id).then(known -> referrals.referral(actor, known, clock.instant())),
                (Referral referral) -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(ReferralJson.of(referral, key -> texts.text(Language.ENGLISH, key))));
    }

    /** The form in the Home Office's keys, byte for byte as it came. */
    @GetMapping("/api/v1/referrals/{id}/home-office")
    @NeedsScope(ClientScope.REFERRALS_READ)
    ResponseEntity<?> homeOffice(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "1") int sending) {
        return answer(
                read(id).then(known -> referrals.homeOfficeForm(actor, known, sending, clock.instant())),
                (byte[] body) -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(body));
    }

    private <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> reasons) -> refused(reasons);
        };
    }

    private ResponseEntity<?> refused(List<Reason> reasons) {
        boolean missing = reasons.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND));
        if (missing) {
            return problem(404, "not-found", List.of(), null);
        }
        boolean mistyped = reasons.stream().allMatch(reason -> reason.field() != null);
        return problem(mistyped ? 422 : 409, "refused", reasons, null);
    }

    private ResponseEntity<Problem> problem(int status, String what, List<Reason> faults, @Nullable UUID rejected) {
        return Problem.answer(
                status,
                texts.text(Language.ENGLISH, "referrals.interface." + what),
                texts.text(Language.ENGLISH, "referrals.interface." + what + ".detail"),
                Problem.Fault.of(faults, texts),
                rejected);
    }

    /** What cannot be read at all is a bad request; what can be read and not be used is not. */
    private static int status(List<Reason> faults) {
        List<String> codes = faults.stream().map(Reason::key).toList();
        if (codes.contains("referrals.payload.too-large")) {
            return 413;
        }
        boolean unreadable = codes.contains("referrals.payload.not-json")
                || codes.contains("referrals.payload.not-utf8")
                || codes.contains("referrals.payload.empty");
        return unreadable ? 400 : 422;
    }

    private static boolean saysJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static Outcome<ReferralId> read(String id) {
        return uuid(id).map(ReferralId::new)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.of(Pages.NOT_FOUND, "SHR-3")));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
