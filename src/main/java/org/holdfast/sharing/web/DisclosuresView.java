package org.holdfast.sharing.web;

import java.util.List;
import java.util.Objects;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.sharing.Disclosures;
import org.holdfast.sharing.Given;

/**
 * The register of disclosures.
 *
 * @param csv path of the same register as a file
 */
public record DisclosuresView(List<Disclosures.Entry> entries, List<String> agencies, String csv) {

    /** As many as a page shows; the file has them all. */
    public static final int SHOWN = 200;

    public DisclosuresView {
        entries = List.copyOf(entries);
        agencies = List.copyOf(agencies);
    }

    public List<Disclosures.Entry> shown() {
        return entries.subList(0, Math.min(SHOWN, entries.size()));
    }

    public List<Option> agencyOptions() {
        return agencies.stream().map(it -> Option.of(it, it)).toList();
    }

    /** The case by the beginning of its id: the register names no child. */
    public static String caseMark(Disclosures.Entry entry) {
        return Objects.requireNonNull(entry.line().caseId()).toString().substring(0, 8);
    }

    /** What was given, in words. */
    public static String what(Page page, Disclosures.Entry entry) {
        return page.text("sharing.given."
                + (entry.given() == null ? "other" : entry.line().event()));
    }

    /** To whom, in words. */
    public static String recipient(Page page, Disclosures.Entry entry) {
        Given given = entry.given();
        String who = !entry.recipient().isEmpty() || given == null ? entry.recipient() : page.label(given.recipient());
        return entry.agency().isEmpty() ? who : who + ", " + entry.agency();
    }

    /** For what, in words. */
    public static String purpose(Page page, Disclosures.Entry entry) {
        Given given = entry.given();
        return given == null ? page.text("pages.none") : page.label(given.purpose());
    }

    /** On which lawful basis, in words. */
    public static String basis(Page page, Disclosures.Entry entry) {
        Given given = entry.given();
        return given == null ? page.text("pages.none") : page.label(given.lawfulBasis());
    }

    /** The fingerprint of what was given; empty for a page. */
    public static String fingerprint(Disclosures.Entry entry) {
        Given given = entry.given();
        return given == null || given.sha256() == null ? "" : given.sha256();
    }
}
