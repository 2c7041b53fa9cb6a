package org.holdfast.law;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.law.Dated.Entry;
import org.holdfast.law.ExcludedOffences.Offence;

/** Writes {@code docs/law.md}, the law book to be read: every value with its day, citation and how sure it is. */
public final class LawPage {

    private LawPage() {}

    /** The whole page as Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # The law book

                Written from `org.holdfast.law.LawBook`; to change a value, change it there and run
                `./mvnw -o -q test -Dtest=LawPageTest -Dlaw.write=true`.

                A value holds from its day until the next. Which one applies to a clock is settled by the day the clock started.
                A limit in days does not count the day it starts from and ends at 23:59:59 local time of its last day.
                *Day unconfirmed*: the value was read in its source, the day from which it holds was not. *Unconfirmed*: general knowledge.
                A partnership confirms both before it relies on them.
                """);
        for (Provision<?> provision : LawBook.provisions()) {
            page.append("\n## ").append(provision.title()).append("\n\n");
            page.append('`').append(provision.id()).append("` · ").append(provision.rule());
            if (provision.nations().size() < Nation.values().length) {
                page.append(" · ").append(nations(provision));
            }
            page.append("\n\n")
                    .append(provision.reading())
                    .append("\n\n| from | value | citation | source | standing |\n|---|---|---|---|---|\n");
            for (Entry<?> entry : provision.values().entries()) {
                page.append(row(
                        entry.from().toString(),
                        inWords(entry.value()),
                        entry.citation().inWords(),
                        entry.citation().source(),
                        inWords(entry.standing())));
            }
            provision.values().entries().forEach(entry -> page.append(detail(entry.value())));
        }
        return page.toString();
    }

    private static String nations(Provision<?> provision) {
        return provision.nations().stream()
                .sorted()
                .map(nation -> switch (nation) {
                    case ENGLAND -> "England";
                    case WALES -> "Wales";
                    case SCOTLAND -> "Scotland";
                    case NORTHERN_IRELAND -> "Northern Ireland";
                })
                .collect(Collectors.joining(", "));
    }

    private static String inWords(Object value) {
        return switch (value) {
            case Span span -> span.inWords();
            case LocalScope(int age, int days) -> "under " + age + ", and more than " + days + " days from " + age;
            case Threshold(String wording, String guidance) -> "“" + wording + "”. " + guidance;
            case Voting(List<CoreAgency> agencies, int votes, boolean chairBreaksTies) ->
                agencies.stream().map(LawPage::inWords).collect(Collectors.joining(", ")) + ": " + votes
                        + " vote each; the chair " + (chairBreaksTies ? "breaks a tie" : "does not break a tie");
            case Quorum(int voters, boolean chair) ->
                voters + " trained voter of each voting agency" + (chair ? ", and a chair" : "");
            case Repetition(int times, Span within) -> times + " within " + within.inWords();
            case FirstResponders(List<String> organisations) -> String.join(", ", organisations);
            case ExcludedOffences(List<Offence> offences) -> offences.size() + " kinds of offences, below";
            case List<?> several -> several.stream().map(LawPage::inWords).collect(Collectors.joining(", "));
            case CoreAgency agency ->
                switch (agency) {
                    case LOCAL_AUTHORITY -> "local authority";
                    case POLICE -> "police";
                    case HEALTH -> "health";
                };
            default -> throw new IllegalStateException("the law page has no words for " + value.getClass());
        };
    }

    private static String inWords(Dated.Standing standing) {
        return switch (standing) {
            case CONFIRMED -> "read";
            case DAY_UNCONFIRMED -> "day unconfirmed";
            case UNCONFIRMED -> "unconfirmed";
        };
    }

    private static String detail(Object value) {
        if (!(value instanceof ExcludedOffences(List<Offence> offences))) {
            return "";
        }
        StringBuilder table =
                new StringBuilder("\n| kind of offence | where | answer | standing |\n|---|---|---|---|\n");
        for (Offence offence : offences) {
            String answer = switch (offence.answer()) {
                case EXCLUDED -> "excluded";
                case NOT_EXCLUDED -> "not excluded";
                case ASK_A_LAWYER -> "ask a lawyer";
            };
            table.append(row(offence.name(), offence.place(), answer, inWords(offence.standing())));
        }
        return table.append("\nWhat is unconfirmed is answered “ask a lawyer”.\n")
                .toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
