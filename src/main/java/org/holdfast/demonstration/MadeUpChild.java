package org.holdfast.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.holdfast.referrals.ReferralId;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/** A child who does not exist: the form the Home Office would have sent about them, and what the story has made of it so far. */
final class MadeUpChild {

    /** What is worried about: which boxes of the form are ticked and what its texts tell. */
    enum Worry {
        LINES(
                "Carries parcels and money between towns by train for older people who call themselves friends.",
                "A new telephone, new trainers and a debt that grows whatever is paid.",
                "ComponentForcedCrime"),
        GROOMING(
                "Is collected after school by adults met online and taken to parties at addresses that change.",
                "Gifts nobody can explain; comes back tired and frightened; a telephone that never stops.",
                "ComponentChildExploitation",
                "ComponentSexuallyassaulted"),
        WORK(
                "Worked from morning to night in a shop for food and a place to sleep.",
                "No documents, no money, answers that sound learnt by heart.",
                "ComponentForcedToWorkForNothing",
                "ComponentWagesTaken"),
        HOUSEHOLD(
                "Kept house and minded small children for a family not their own, and did not go to school.",
                "Never seen without an adult of the household; no bed of their own.",
                "ComponentDomesticServitude");

        private final String told;
        private final String noticed;
        private final String[] boxes;

        Worry(String told, String noticed, String... boxes) {
            this.told = told;
            this.noticed = noticed;
            this.boxes = boxes;
        }
    }

    private final String externalId;
    private final Map<String, String> form = new LinkedHashMap<>();
    private @Nullable ReferralId referral;
    private @Nullable CaseId caseId;

    private MadeUpChild(String given, String family, String externalId) {
        this.externalId = externalId;
        form.put("ExternalId", externalId);
        form.put("Type", "560734");
        form.put("NRMOrDuty", "NRM");
        form.put("AdultOrChild", "Child");
        form.put("Customer.Forename1", given);
        form.put("Customer.Surname", family);
    }

    /**
     * A child of this name.
     *
     * @param number tells the children apart; the form's id is made of it
     */
    static MadeUpChild of(int number, String given, String family, @Nullable LocalDate born, String sex, Worry worry) {
        MadeUpChild child = new MadeUpChild(given, family, String.format("00000000-0000-4000-8000-%012d", number));
        if (born != null) {
            child.with("Customer.Custom7", "Yes").with("Customer.DOB", born.toString());
        }
        child.with("Customer.Custom17", sex)
                .with("Customer.Nationality", "British")
                .with("Customer.Custom13", "No")
                .with("Case.Jurisdiction", "ENGLAND")
                .with("Country", "ENG")
                .with("CountryLabel", "England")
                .with("Agent.Forename1", "Fia")
                .with("Agent.Name", "Firstresponder")
                .with("Agent.Jobtitle", "Police constable")
                .with("Agent.Email", "fia.firstresponder@police.example")
                .with("Agent.Phone", "01632 960200")
                .with("Agent.Organisation", "Exampleport Police")
                .with("AlternateFREmail", "front.door@police.example")
                .with("LocalAuthority", "Exampleport Council")
                .with("LAPhone", "01632 960201")
                .with("LAEmail", "front.door@council.example")
                .with("PVBirthplace", "Exampleport, United Kingdom")
                .with("PVFamily", "Lives with a parent and a younger sibling at Example Street.")
                .with("PVEducation", "Example Street Academy; has missed many days since the autumn.")
                .with("PVEmploymentHistory", "None.")
                .with("MoreThanOneExploitationSituations", "No")
                .with("ExploitationDates", "From about last summer until now.")
                .with("HowExploitationStarted", "Through somebody met near the bus station, who was kind at first.")
                .with("ExploitationTakenSomewhere", "Yes")
                .with("ExploitationJourneyDetails", "By train and by car to towns the child cannot always name.")
                .with("ExploitationAverageDay", worry.told)
                .with("ExploitationLivingConditions", "At home; sometimes away for nights at addresses not known.")
                .with("ExploitationTreatment", "Threatened when saying no. Told that the family would pay.")
                .with("PVStillInExploitativeSituation", "Yes")
                .with("KeepingPVInSituation", "Fear, and a debt that does not exist.")
                .with("PVExploitersLastContact", "within-the-last-week")
                .with("FirstChanceToReport", "No")
                .with("ReasonForReportingNow", "The child spoke to a trusted adult.")
                .with("IdentifiedModernSlaveryIndicators", "Yes")
                .with("IdentifiedModernSlaveryIndicatorsDetails", worry.noticed)
                .with("DetailsAboutInterview", "At school, with the safeguarding lead; the child chose the room.")
                .with("ProfessionalInsight", "What the child tells fits what school and police have seen.")
                .with("EvidenceOfDishonesty", "No")
                .with("ProfessionalsInvolved", "Yes")
                .with("DetailsOfProfessionalsInvolved", "Social worker Sol Socialworker; school nurse.")
                .with("ExploitationLocationPresented", "UK")
                .with("City1", "Unknown")
                .with("PVCurrentCityTown", "Exampleport")
                .with("PVCurrentCounty", "Testshire")
                .with("ExploiterDetails", "Two adults known by first names only.")
                .with("ExploitersLocationInformationPresent", "No")
                .with("OtherVictims", "Not sure")
                .with("OtherVictimsFurtherInfo", "No further information provided")
                .with("ConcernsOfFurtherExploitationToPV", "Yes")
                .with("ReasonForConcernsReFurtherExploitation", "Contact goes on by telephone.")
                .with("ReportedCase", "Yes")
                .with("PoliceForce", "Exampleport Police")
                .with("PoliceForceCRN", "EX/" + number + "/26")
                .with("WillingToCooperate", "Yes");
        for (String box : worry.boxes) {
            child.with(box, "Yes");
        }
        return child;
    }

    /** Somebody of whom the form says next to nothing. */
    static MadeUpChild barely(int number, String given, String family) {
        return new MadeUpChild(given, family, String.format("00000000-0000-4000-8000-%012d", number));
    }

    /** The same child with another answer on the form. */
    MadeUpChild with(String key, String value) {
        form.put(key, value);
        return this;
    }

    Map<String, String> form() {
        return form;
    }

    /** A reference such as the competent authority gives, that cannot be mistaken for a real one. */
    String reference() {
        return "NRM-EXAMPLE-" + externalId.substring(32);
    }

    String name() {
        return form.get("Customer.Forename1") + " " + form.get("Customer.Surname");
    }

    void tookIn(ReferralId referral, CaseId caseId) {
        this.referral = referral;
        this.caseId = caseId;
    }

    ReferralId referral() {
        return Objects.requireNonNull(referral, name());
    }

    CaseId caseId() {
        return Objects.requireNonNull(caseId, name());
    }
}
