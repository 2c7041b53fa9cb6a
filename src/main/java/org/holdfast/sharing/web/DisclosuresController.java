package org.holdfast.sharing.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The register of disclosures, as a page with filters and as a file (SHR-2). */
@Controller
class DisclosuresController {

    private static final int DAYS_AT_FIRST = 28;

    private final Disclosures disclosures;
    private final Partnerships partnerships;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    DisclosuresController(
            Disclosures disclosures, Partnerships partnerships, Pages pages, Texts texts, InstantSource clock) {
        this.disclosures = disclosures;
        this.partnerships = partnerships;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/disclosures")
    View register(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        Form form = filled(Form.of(asked));
        return switch (disclosures.register(actor, filter(form), clock.instant())) {
            case Outcome.Done<List<Disclosures.Entry>>(List<Disclosures.Entry> entries) ->
                pages.show(
                        "sharing/disclosures",
                        new DisclosuresView(
                                entries,
                                partnerships.agencies(actor).stream()
                                        .map(Agency::name)
                                        .toList(),
                                "/disclosures.csv" + query(form)),
                        form);
            case Outcome.Refused<List<Disclosures.Entry>> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/disclosures.csv")
    View file(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        return switch (disclosures.taken(actor, filter(filled(Form.of(asked))), clock.instant())) {
            case Outcome.Done<List<Disclosures.Entry>>(List<Disclosures.Entry> entries) ->
                Download.of(
                        "disclosures.csv",
                        "text/csv;charset=UTF-8",
                        csv(entries).getBytes(StandardCharsets.UTF_8));
            case Outcome.Refused<List<Disclosures.Entry>> refused -> pages.refused(refused);
        };
    }

    /** The last four weeks, where no days or none that there are were asked for. */
    private Form filled(Form form) {
        LocalDate today = UnitedKingdom.day(clock.instant());
        LocalDate until = Objects.requireNonNullElse(form.date("until"), today);
        LocalDate from = Objects.requireNonNullElse(form.date("from"), until.minusDays(DAYS_AT_FIRST));
        return form.set("from", from).set("until", until);
    }

    private static Disclosures.Filter filter(Form form) {
        return new Disclosures.Filter(
                Objects.requireNonNull(form.date("from")),
                Objects.requireNonNull(form.date("until")),
                form.value("agency"),
                form.choice("purpose", Purpose.class));
    }

    private static String query(Form form) {
        return form.all().entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String csv(List<Disclosures.Entry> entries) {
        StringBuilder csv =
                new StringBuilder("place on the ledger,when,what,case,by,to,agency,purpose,lawful basis,sha256\r\n");
        for (Disclosures.Entry entry : entries) {
            Given given = entry.given();
            csv.append(entry.line().seq()).append(',').append(entry.line().at()).append(',');
            csv.append(Stream.of(
                            entry.line().event(),
                            String.valueOf(entry.line().caseId()),
                            entry.line().actorName(),
                            given == null || !entry.recipient().isEmpty()
                                    ? entry.recipient()
                                    : words(given.recipient()),
                            entry.agency(),
                            given == null ? "" : words(given.purpose()),
                            given == null ? "" : words(given.lawfulBasis()),
                            DisclosuresView.fingerprint(entry))
                    .map(Download::cell)
                    .collect(Collectors.joining(",")));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private String words(Enum<?> constant) {
        return texts.text(Language.ENGLISH, Page.labelKey(constant));
    }
}
