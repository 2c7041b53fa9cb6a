package org.holdfast.packs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Action;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.ChronologyLine;
import org.holdfast.casework.CourtBeforeDecision;
import org.holdfast.casework.CourtDate;
import org.holdfast.casework.Courts;
import org.holdfast.casework.Custody;
import org.holdfast.casework.Lane;
import org.holdfast.casework.Overviews;
import org.holdfast.casework.Plan;
import org.holdfast.casework.Plans;
import org.holdfast.casework.UncertainDay;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.decisions.Assessment;
import org.holdfast.decisions.Assessments;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Evidence;
import org.holdfast.decisions.Finding;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.holdfast.referrals.FormField;
import org.holdfast.referrals.ReferralField;
import org.holdfast.referrals.Referrals;
import org.holdfast.requests.AgencyReturn;
import org.holdfast.requests.Awaited;
import org.holdfast.requests.CaseReturns;
import org.holdfast.requests.Grading;
import org.holdfast.requests.Heading;
import org.holdfast.requests.Requests;
import org.holdfast.requests.Told;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a child's pack together from what is known at the moment, so that nobody collates it. Called inside a transaction; the whole of it,
 * restricted parts too: {@link PackReader} cuts it for who reads.
 */
@Component
class Assembly {

    /** The questions of the referral that tell what happened, by their names on the form. */
    private static final Set<String> ACCOUNT = Set.of(
            "when-did-the-exploitation-take-place",
            "when-did-the-exploitation-take-place-multiple",
            "how-did-the-exploitation-start",
            "were-they-taken-somewhere-by-their-exploiter-journey-details",
            "what-were-they-required-to-do",
            "living-conditions",
            "how-they-were-treated",
            "still-in-exploitative-situation",
            "what-is-keeping-them-in-situation",
            "how-why-did-they-leave-the-situation",
            "when-last-contact",
            "modern-slavery-indicators-details",
            "professional-insight",
            "who-exploited-pv",
            "other-exploitation-details",
            "future-exploitation-reasons",
            "what-happened",
            "why-they-stayed",
            "why-are-you-making-the-referral");

    private static final String KIND_OF_EXPLOITATION = "types-of-exploitation-";

    private final Voices voices;
    private final Courts courts;
    private final Plans plans;
    private final Chronologies chronologies;
    private final Overviews overviews;
    private final Referrals referrals;
    private final Requests requests;
    private final Decisions decisions;
    private final Texts texts;

    Assembly(
            Voices voices,
            Courts courts,
            Plans plans,
            Chronologies chronologies,
            Overviews overviews,
            Referrals referrals,
            Requests requests,
            Decisions decisions,
            Texts texts) {
        this.voices = voices;
        this.courts = courts;
        this.plans = plans;
        this.chronologies = chronologies;
        this.overviews = overviews;
        this.referrals = referrals;
        this.requests = requests;
        this.decisions = decisions;
        this.texts = texts;
    }

    /**
     * The pack of one item as it stands now, whole: whoever asks for it, it is cut when somebody reads it.
     *
     * @param child the child's name as known
     */
    PackItem of(Actor actor, AgendaItem item, String child, Instant now) {
        CaseId id = item.caseId();
        List<Wishes> wishes = voices.wishes(actor, id);
        List<ReferralField> account = account(actor, id);
        Optional<Assessments> findings = decisions.assessmentsOn(actor, item.id());
        Plan plan = plans.plan(actor, id).orElse(null);
        CaseReturns returns = requests.returnsOf(actor, id);
        List<PackPart> parts = List.of(
                new PackPart(PackSection.VIEWS, wishes.stream().map(this::view).toList()),
                new PackPart(
                        PackSection.MISSING,
                        missing(
                                wishes,
                                account,
                                findings,
                                plan,
                                returns.awaited(),
                                overviews.courtBeforeDecision(actor, id, now).orElse(null))),
                new PackPart(PackSection.REFERRAL, told(account)),
                new PackPart(
                        PackSection.DEFINITION, findings.map(this::definition).orElse(List.of())),
                new PackPart(PackSection.RETURNS, returns(returns)),
                new PackPart(PackSection.CHRONOLOGY, chronology(actor, id)),
                new PackPart(PackSection.COURT, court(actor, id)),
                new PackPart(PackSection.PLAN, plan(actor, id, plan)));
        return new PackItem(item.id().value(), id.value(), child, label(item.purpose()), parts);
    }

    /** What became of everything that agencies ever told of a child, in the words of the pack. */
    List<PackReturn> toldSince(Actor actor, CaseId id) {
        return requests.toldSince(actor, id).stream()
                .map(it -> new PackReturn(
                        label(it.said(), it.told()),
                        it,
                        switch (it.what()) {
                            case STANDS -> "";
                            case CORRECTED -> told("packs.return.corrected", it.said(), it.at());
                            case TAKEN_BACK -> told("packs.return.taken-back", it.said(), it.at());
                        }))
                .toList();
    }

    private String told(String key, AgencyReturn one, Instant at) {
        return text(key, one.agencyName(), Dates.date(Language.ENGLISH, UnitedKingdom.day(at)));
    }

    private String label(AgencyReturn one, Told told) {
        return text("packs.element", one.agencyName(), text("packs.return." + code(told.heading())));
    }

    private PackLine view(Wishes wishes) {
        String how = text(
                "packs.view.how",
                Dates.date(Language.ENGLISH, wishes.on()),
                label(wishes.means()),
                wishes.heardBy(),
                wishes.language());
        String interpreter = wishes.interpreter().isEmpty() ? "" : text("packs.view.interpreter", wishes.interpreter());
        String representative =
                wishes.representative().isEmpty() ? "" : text("packs.view.representative", wishes.representative());
        return new PackLine(
                PackLine.Shape.QUOTE, wishes.about(), wishes.words(), how + interpreter + representative, null);
    }

    private List<PackLine> missing(
            List<Wishes> wishes,
            List<ReferralField> account,
            Optional<Assessments> findings,
            @Nullable Plan plan,
            List<Awaited> awaited,
            @Nullable CourtBeforeDecision court) {
        List<PackLine> missing = new ArrayList<>();
        if (court != null) {
            missing.add(PackLine.warning(text(
                    "packs.missing.court",
                    Dates.date(Language.ENGLISH, court.court().on()),
                    Dates.date(Language.ENGLISH, court.decisionDue()))));
        }
        if (wishes.isEmpty()) {
            missing.add(PackLine.warning(text("packs.missing.views")));
        }
        if (plan == null) {
            missing.add(PackLine.warning(text("packs.missing.plan")));
        }
        awaited.forEach(it -> missing.add(PackLine.warning(
                text("packs.missing.return", it.agencyName(), Dates.date(Language.ENGLISH, it.dueOn())))));
        if (findings.isEmpty()) {
            missing.add(PackLine.warning(text("packs.missing.definition")));
        }
        findings.ifPresent(all -> {
            for (Definition definition : Definition.values()) {
                for (Assessment one : all.of(definition)) {
                    if (all.required(one) && one.evidence().isEmpty()) {
                        missing.add(PackLine.warning(
                                text("packs.missing.evidence", label(definition), label(one.element()))));
                    }
                    if (!one.missing().isBlank()) {
                        missing.add(PackLine.point(
                                text("packs.element", label(definition), label(one.element())), one.missing(), ""));
                    }
                }
            }
        });
        for (ReferralField field : account) {
            FormField question = field.field();
            if (question != null && field.missing()) {
                missing.add(PackLine.point(text("packs.missing.answer"), text(question.label()), ""));
            }
        }
        return missing;
    }

    private List<ReferralField> account(Actor actor, CaseId id) {
        return referrals.accounts(actor, id).stream()
                .filter(field -> {
                    FormField question = field.field();
                    return question != null
                            && (ACCOUNT.contains(question.name())
                                    || question.name().startsWith(KIND_OF_EXPLOITATION));
                })
                .toList();
    }

    private List<PackLine> told(List<ReferralField> account) {
        List<PackLine> told = new ArrayList<>();
        for (ReferralField field : account) {
            String meaning = field.meaning();
            if (field.given()) {
                PackLine line = PackLine.fact(
                                text(requireNonNull(field.field()).label()),
                                meaning == null ? requireNonNull(field.value()) : text(meaning))
                        .holding(requireNonNull(field.field()).holds(), null);
                if (!told.contains(line)) {
                    told.add(line);
                }
            }
        }
        return told;
    }

    private List<PackLine> definition(Assessments findings) {
        List<PackLine> lines = new ArrayList<>();
        for (Definition definition : Definition.values()) {
            for (Assessment one : findings.of(definition)) {
                boolean touched =
                        one.finding() != Finding.NOT_ASSESSED || !one.evidence().isEmpty();
                if (!touched && !findings.required(one)) {
                    continue;
                }
                String element = text("packs.element", label(definition), label(one.element()));
                lines.add(new PackLine(
                        PackLine.Shape.FACT,
                        element,
                        one.reasoning().isBlank()
                                ? label(one.finding())
                                : text("packs.finding", label(one.finding()), one.reasoning()),
                        "",
                        null));
                for (Evidence evidence : one.evidence()) {
                    lines.add(PackLine.point(
                            text("packs.evidence", element, label(evidence.side())),
                            evidence.what(),
                            text("packs.evidence.source", evidence.source(), label(evidence.weight()))));
                }
            }
        }
        return lines;
    }

    private List<PackLine> returns(CaseReturns all) {
        List<PackLine> lines = new ArrayList<>();
        for (AgencyReturn one : all.returns()) {
            if (one.takenBack()) {
                lines.add(PackLine.warning(told("packs.return.taken-back", one, one.givenAt())));
                continue;
            }
            String by = text("packs.return.told", one.givenBy(), Dates.date(Language.ENGLISH, one.asOf()));
            String source = one.source().isBlank() ? by : one.source() + ", " + by;
            if (one.nothingKnown()) {
                lines.add(PackLine.point(one.agencyName(), text("packs.return.nothing-known"), source));
            }
            for (Told told : one.told()) {
                lines.add(new PackLine(
                                PackLine.Shape.POINT,
                                label(one, told),
                                told.text(),
                                graded(one, source),
                                one.restricts(told) ? one.agency().value() : null)
                        .holding(one.holds(told), one.agency()));
            }
        }
        return lines;
    }

    /** The source, with the grading and the conditions of handling where police gave them. */
    private String graded(AgencyReturn one, String source) {
        Grading grading = one.grading();
        return grading == null
                ? source
                : source + " " + text("packs.return.grading", grading.code(), grading.conditions());
    }

    private static String code(Heading heading) {
        return heading.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<PackLine> chronology(Actor actor, CaseId id) {
        return chronologies.lines(actor, id).stream()
                .filter(line -> line.lane() != Lane.VOICE)
                .sorted(Comparator.comparing(
                                (ChronologyLine line) -> line.when().earliest())
                        .thenComparing(ChronologyLine::key)
                        .thenComparing(line -> String.join(" ", line.details())))
                .map(line -> PackLine.point(
                                words(line.when()),
                                text(line.key(), line.details().toArray()),
                                line.agency().isBlank() || line.agency().equals(line.source())
                                        ? line.source()
                                        : text("packs.source", line.agency(), line.source()))
                        .holding(line.holds(), line.givenBy()))
                .toList();
    }

    private String words(UncertainDay when) {
        String words = switch (when.precision()) {
            case DAY -> Dates.date(Language.ENGLISH, when.earliest());
            case MONTH -> Dates.month(Language.ENGLISH, YearMonth.from(when.earliest()));
            case YEAR -> String.valueOf(when.earliest().getYear());
            case STRETCH ->
                text(
                        "casework.when.stretch",
                        Dates.date(Language.ENGLISH, when.earliest()),
                        Dates.date(Language.ENGLISH, when.latest()));
        };
        return when.about() ? text("casework.when.about", words) : words;
    }

    private List<PackLine> court(Actor actor, CaseId id) {
        List<PackLine> lines = new ArrayList<>();
        for (CourtDate date : courts.dates(actor, id)) {
            if (date.cancelledBecause() == null) {
                String outcome = date.outcome();
                lines.add(new PackLine(
                        PackLine.Shape.FACT,
                        Dates.date(Language.ENGLISH, date.on()),
                        outcome == null ? date.hearing() : text("packs.court.outcome", date.hearing(), outcome),
                        date.court(),
                        null));
            }
        }
        Custody custody = courts.inCustody(actor, id).orElse(null);
        if (custody != null) {
            lines.add(PackLine.fact(
                            text("packs.custody", Dates.date(Language.ENGLISH, custody.from())),
                            text("packs.custody.where", label(custody.kind()), custody.place()))
                    .holding(DataClass.HOME_AND_WHEREABOUTS, null));
        }
        return lines;
    }

    private List<PackLine> plan(Actor actor, CaseId id, @Nullable Plan plan) {
        List<PackLine> lines = new ArrayList<>();
        if (plan != null) {
            lines.add(new PackLine(
                    PackLine.Shape.FACT,
                    label(plan.kind()),
                    plan.aim(),
                    text(
                            "packs.plan.dates",
                            Dates.date(Language.ENGLISH, plan.agreedOn()),
                            Dates.date(Language.ENGLISH, plan.reviewOn())),
                    null));
        }
        plans.actions(actor, id).stream()
                .filter(it -> it.state().open())
                .sorted(Comparator.comparing(Action::dueOn).thenComparing(Action::what))
                .forEach(action -> lines.add(PackLine.point(
                        text("packs.action", Dates.date(Language.ENGLISH, action.dueOn())),
                        action.what(),
                        text("packs.source", action.ownerName(), action.ownerAgencyName()))));
        return lines;
    }

    /** What stands in the place of each kind of information that is held back, in the words of the pack. */
    Map<DataClass, String> heldBack() {
        return Arrays.stream(DataClass.values())
                .collect(Collectors.toMap(Function.identity(), field -> text(FieldReader.sentence(field))));
    }

    private String text(String key, Object... values) {
        return texts.text(Language.ENGLISH, key, values);
    }

    private String label(Enum<?> constant) {
        return text(Page.labelKey(constant));
    }
}
