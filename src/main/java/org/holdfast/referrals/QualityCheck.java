package org.holdfast.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.referrals.Finding.Matter;
import org.holdfast.referrals.Finding.Weight;

/**
 * What is missing or weak in a referral (REF-3): who, what, when, where and by whom; action and purpose; indicators; evidence; court
 * dates. Judged on the answers by their Home Office keys, whether they were imported or written here.
 */
public final class QualityCheck {

    /** Where the answers to questions beside the Home Office form are kept among its keys. */
    public static final String COURT_DATES = "Holdfast.CourtDates";

    /** An account of fewer words than this tells a decision maker little; a measure of thinness, not of truth. */
    private static final int FEW_WORDS = 8;

    /** A name, place or reference needs no sentence. */
    private static final int ONE_WORD = 1;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Scripts written without spaces between words; there, two characters are counted as a word. */
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsKhmer}\\p{IsLao}\\p{IsMyanmar}]");

    /** A figure in any script, or a month by its name; with a capital, since a thing may also happen in no month at all. */
    private static final Pattern DATED = Pattern.compile(
            "\\p{Nd}|\\b(January|February|March|April|May|June|July|August|September|October|November|December)\\b");

    private static final Set<String> SAYS_NOTHING = Set.of(
            "unknown",
            "not known",
            "none",
            "nothing",
            "n a",
            "na",
            "nil",
            "no",
            "tbc",
            "to be confirmed",
            "not sure",
            "see above");

    /** How many words the longest of those has. */
    private static final int WORDS_OF_NOTHING = 3;

    private static final List<String> EXPLOITATION_BOXES = List.of(
            "ComponentForcedToWorkForNothing",
            "ComponentWagesTaken",
            "ComponentFraud",
            "ComponentProstitution",
            "ComponentChildExploitation",
            "ComponentSexuallyassaulted",
            "ComponentForcedCrime",
            "ComponentOrgansRemoved",
            "ComponentDomesticServitude",
            "ExploitationOther");

    private final Map<String, String> answers;
    private final List<Finding> findings = new ArrayList<>();

    private QualityCheck(Map<String, String> answers) {
        this.answers = answers;
    }

    /** All findings, in the order of the questions a decision maker asks. */
    public static List<Finding> of(Map<String, String> answers) {
        QualityCheck check = new QualityCheck(answers);
        check.who();
        check.age();
        check.account(Matter.WHAT, FEW_WORDS, "ExploitationAverageDay", "ExploitationTreatment", "VictimAccount");
        check.when();
        check.where();
        check.account(Matter.BY_WHOM, FEW_WORDS, "ExploiterDetails");
        check.action();
        check.purpose();
        check.indicators();
        check.evidence();
        check.courtDates();
        return List.copyOf(check.findings);
    }

    private void who() {
        boolean first = tells("Customer.Forename1", ONE_WORD);
        boolean last = tells("Customer.Surname", ONE_WORD);
        if (!first && !last) {
            find(Matter.WHO, Weight.MISSING, "Customer.Forename1", "Customer.Surname");
        } else if (!first || !last || !tells("Customer.Nationality", ONE_WORD)) {
            find(
                    Matter.WHO,
                    Weight.WEAK,
                    Stream.of("Customer.Forename1", "Customer.Surname", "Customer.Nationality")
                            .filter(key -> !tells(key, ONE_WORD))
                            .toArray(String[]::new));
        }
    }

    private void age() {
        if (answer("Customer.DOB").isBlank()) {
            find(Matter.AGE, Weight.MISSING, "Customer.DOB");
        } else if (answer("AdultOrChild").equals("Unknown")) {
            find(Matter.AGE, Weight.WEAK, "AdultOrChild", "Customer.DOB");
        }
    }

    private void when() {
        if (!tells("ExploitationDates", ONE_WORD)) {
            find(Matter.WHEN, Weight.MISSING, "ExploitationDates");
        } else if (!DATED.matcher(answer("ExploitationDates")).find()) {
            find(Matter.WHEN, Weight.WEAK, "ExploitationDates");
        }
    }

    private void where() {
        String where = answer("ExploitationLocationPresented");
        boolean town = tellsAny("City");
        boolean country = tellsAny("Country");
        boolean address = tells("ExploitationUKAddress", ONE_WORD) || tells("ExploitationOverseasAddress", ONE_WORD);
        if (!town && !country && !address) {
            find(Matter.WHERE, Weight.MISSING, "ExploitationLocationPresented", "City1", "Country1");
        } else if (where.equals("BOTH") && (!town || !country)) {
            find(Matter.WHERE, Weight.WEAK, town ? "Country1" : "City1");
        } else if (!address) {
            find(
                    Matter.WHERE,
                    Weight.WEAK,
                    where.equals("OVERSEAS") ? "ExploitationOverseasAddress" : "ExploitationUKAddress");
        }
    }

    private void action() {
        boolean recruited = tells("HowExploitationStarted", FEW_WORDS);
        boolean moved = tells("ExploitationJourneyDetails", FEW_WORDS);
        boolean harboured = tells("ExploitationLivingConditions", FEW_WORDS);
        if (!recruited && !moved && !harboured) {
            boolean touched = Stream.of(
                            "HowExploitationStarted", "ExploitationJourneyDetails", "ExploitationLivingConditions")
                    .anyMatch(key -> tells(key, ONE_WORD));
            find(
                    Matter.ACTION,
                    touched ? Weight.WEAK : Weight.MISSING,
                    "HowExploitationStarted",
                    "ExploitationJourneyDetails",
                    "ExploitationLivingConditions");
        }
    }

    private void purpose() {
        if (EXPLOITATION_BOXES.stream().allMatch(box -> answer(box).isBlank())) {
            find(Matter.PURPOSE, Weight.MISSING, "ComponentForcedToWorkForNothing");
        } else if (!tells("ExploitationAverageDay", FEW_WORDS)) {
            find(Matter.PURPOSE, Weight.WEAK, "ExploitationAverageDay");
        }
    }

    private void indicators() {
        String details = "IdentifiedModernSlaveryIndicatorsDetails";
        if (!answer("IdentifiedModernSlaveryIndicators").equalsIgnoreCase("Yes") && !tells(details, ONE_WORD)) {
            find(Matter.INDICATORS, Weight.MISSING, "IdentifiedModernSlaveryIndicators", details);
        } else if (!tells(details, FEW_WORDS)) {
            find(Matter.INDICATORS, Weight.WEAK, details);
        }
    }

    private void evidence() {
        boolean documents = tells("EvidenceSubmitted", ONE_WORD)
                || answers.keySet().stream().anyMatch(key -> key.startsWith("Document") && key.contains("."));
        boolean reference = tells("PoliceForceCRN", ONE_WORD) || tells("DetailsOfProfessionalsInvolved", FEW_WORDS);
        boolean judgement = tells("DetailsAboutInterview", FEW_WORDS) || tells("ProfessionalInsight", FEW_WORDS);
        if (!documents && !reference && !judgement) {
            find(Matter.EVIDENCE, Weight.MISSING, "EvidenceSubmitted", "DetailsAboutInterview", "ProfessionalInsight");
        } else if (!documents && !reference) {
            find(Matter.EVIDENCE, Weight.WEAK, "EvidenceSubmitted", "PoliceForceCRN", "DetailsOfProfessionalsInvolved");
        }
    }

    private void courtDates() {
        if (answer(COURT_DATES).isBlank()) {
            find(Matter.COURT_DATES, Weight.MISSING, COURT_DATES);
        }
    }

    private void account(Matter matter, int words, String... keys) {
        if (Stream.of(keys).anyMatch(key -> tells(key, words))) {
            return;
        }
        boolean touched = Stream.of(keys).anyMatch(key -> tells(key, ONE_WORD));
        find(matter, touched ? Weight.WEAK : Weight.MISSING, keys);
    }

    private boolean tellsAny(String beginning) {
        return answers.keySet().stream()
                .filter(key -> key.startsWith(beginning)
                        && NUMBER.matcher(key.substring(beginning.length())).matches())
                .anyMatch(key -> tells(key, ONE_WORD));
    }

    private boolean tells(String key, int words) {
        String answer = answer(key);
        String beginning = WORD.matcher(answer)
                .results()
                .limit(WORDS_OF_NOTHING + 1)
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return !SAYS_NOTHING.contains(beginning)
                && (WORD.matcher(answer).results().limit(words).count() == words
                        || WORD.matcher(answer).results().count()
                                        + UNSPACED.matcher(answer).results().count() / 2
                                >= words);
    }

    private String answer(String key) {
        return answers.getOrDefault(key, "");
    }

    private void find(Matter matter, Weight weight, String... keys) {
        findings.add(new Finding(matter, weight, List.of(keys)));
    }
}
