package org.holdfast.casework.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.casework.Stage;
import org.holdfast.pages.Link;
import org.holdfast.pages.Page;
import org.holdfast.people.BirthDate;
import org.holdfast.people.Child;
import org.holdfast.people.Communication;
import org.holdfast.people.SafeContact;
import org.holdfast.people.Warning;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * What stands on every page of a case: who the child is, what a worker must see before anything else, and the pages beside this one.
 *
 * @param child as the reader reads them
 * @param fields what the reader reads of the fields of the case
 * @param lead name and agency of the lead professional; null until one is named
 * @param maySee whether the reader may see the case; information governance sees who looked, and not what is told of the child
 * @param mayAdd whether the reader may add to the case
 * @param mayChange whether the reader may change what stands on the case
 * @param mayExclude whether the reader may keep somebody out
 * @param maySeeLooks whether the reader may see who has looked
 */
public record CaseFrame(
        UUID id,
        Child child,
        FieldReader fields,
        Stage stage,
        @Nullable String lead,
        boolean maySee,
        boolean mayAdd,
        boolean mayChange,
        boolean mayExclude,
        boolean maySeeLooks) {

    /** The path of a part of the case; of the child's page itself for an empty one. */
    public String path(String part) {
        return "/cases/" + id + (part.isEmpty() ? "" : "/" + part);
    }

    /** The pages of the case that are open to the reader, side by side. */
    public List<Link> links(Page page) {
        List<Link> links = new ArrayList<>();
        List<String> told =
                List.of("", "particulars", "chronology", "plan", "court", "updates", "voice", "files", "people");
        for (String part : maySee ? told : List.<String>of()) {
            links.add(new Link(page.text("casework.part." + (part.isEmpty() ? "overview" : part)), path(part)));
        }
        if (maySeeLooks) {
            links.add(new Link(page.text("casework.part.looks"), path("looks")));
            links.add(new Link(page.text("casework.part.disclosures"), path("disclosures")));
            links.add(new Link(page.text("casework.part.readers"), path("readers")));
        }
        return links;
    }

    /** The facts of the identity strip, in order. */
    public List<String> facts(Page page) {
        if (!maySee) {
            return List.of();
        }
        List<String> facts = new ArrayList<>();
        facts.add(age(page));
        facts.add(page.text("casework.identity.born", birth(page, child.birthDate())));
        facts.add(page.text("casework.identity.language", language(page)));
        Communication talk = child.facts().communication();
        if (talk.help() != null) {
            facts.add(page.text("casework.identity.help", talk.help()));
        }
        facts.add(contact(page));
        facts.add(lead == null ? page.text("casework.identity.no-lead") : page.text("casework.identity.lead", lead));
        return facts;
    }

    /** What a warning says, or that it is held back. */
    public String words(Page page, Warning warning) {
        return fields.heldBack(warning.holds()).map(page::text).orElse(warning.text());
    }

    /** What stands in the place of where the child lives or is, where that is not shown. */
    public String home(Page page) {
        return page.text(fields.heldBack(DataClass.HOME_AND_WHEREABOUTS).orElse("sharing.address-protected.elsewhere"));
    }

    private String age(Page page) {
        return child.birthDate()
                .ageOn(page.today())
                .map(age -> age.sure()
                        ? page.text("people.age.sure", age.atLeast())
                        : page.text("people.age.between", age.atLeast(), age.atMost()))
                .orElseGet(() -> page.text("people.age.unknown"));
    }

    /** When the child was born and how sure that is, in words. */
    public static String birth(Page page, BirthDate born) {
        return switch (born) {
            case BirthDate.OnDay(LocalDate day) -> page.text("people.birth.on-day", page.date(day));
            case BirthDate.InMonth(var month) -> page.text("people.birth.in-month", page.month(month));
            case BirthDate.InYear(var year) -> page.text("people.birth.in-year", year);
            case BirthDate.Estimated(LocalDate from, LocalDate until) ->
                page.text("people.birth.estimated", page.date(from), page.date(until));
            case BirthDate.Unknown() -> page.text("people.birth.unknown");
            case BirthDate.Disputed(BirthDate claimed) -> page.text("people.birth.disputed", birth(page, claimed));
            case BirthDate.Assessed(LocalDate day) -> page.text("people.birth.assessed", page.date(day));
        };
    }

    private String language(Page page) {
        Communication talk = child.facts().communication();
        if (talk.interpreter() != null) {
            return page.text("casework.identity.interpreter", Languages.name(talk.interpreter()));
        }
        return talk.languages().isEmpty()
                ? page.text("casework.identity.not-asked")
                : String.join(
                        ", ", talk.languages().stream().map(Languages::name).toList());
    }

    private String contact(Page page) {
        SafeContact contact = child.facts().safeContact();
        String rule = page.text("people.contact." + contact.way().name());
        if (contact.way() == SafeContact.Way.THROUGH_SOMEBODY && contact.how() == null) {
            return page.text("casework.identity.contact.not-shown", rule, home(page));
        }
        return contact.how() == null ? rule : page.text("casework.identity.contact", rule, contact.how());
    }
}
