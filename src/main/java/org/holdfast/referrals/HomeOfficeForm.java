package org.holdfast.referrals;

import static org.holdfast.referrals.FormTable.box;
import static org.holdfast.referrals.FormTable.date;
import static org.holdfast.referrals.FormTable.email;
import static org.holdfast.referrals.FormTable.files;
import static org.holdfast.referrals.FormTable.longText;
import static org.holdfast.referrals.FormTable.number;
import static org.holdfast.referrals.FormTable.radio;
import static org.holdfast.referrals.FormTable.select;
import static org.holdfast.referrals.FormTable.text;
import static org.holdfast.referrals.FormTable.yesNo;
import static org.holdfast.sharing.DataClass.EDUCATION;
import static org.holdfast.sharing.DataClass.HOME_AND_WHEREABOUTS;
import static org.holdfast.sharing.DataClass.IDENTITY_AND_CONTACT;
import static org.holdfast.sharing.DataClass.IMMIGRATION;
import static org.holdfast.sharing.DataClass.POLICE_RECORDS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Home Office's referral form as a table: every page and question in the order in which a first responder meets them, and how each
 * answer is written in the payload (NRM-24).
 *
 * <p>Payload keys do not always say what they hold: {@code ComponentChildExploitation} is child <em>sexual</em> exploitation,
 * {@code ComponentSexuallyassaulted} is being held and assaulted, and {@code FirstChanceToReport} is {@code Yes} when it <em>had</em>
 * been reported before. The field names lead to messages that tell the true meaning.
 *
 * <p>Every question says what kind of information an answer is. Where the child was exploited is part of what happened, and those who did it
 * know it; where the child is now is whereabouts.
 */
public final class HomeOfficeForm {

    /** The most characters that one answer can have. */
    public static final int LONGEST_ANSWER = 15_000;

    /** The one question of the child route that nobody is asked: a child is always referred, so its answer is always {@code yes}. */
    public static final String REFER_OR_NOTIFY = "pv-want-to-submit-nrm";

    /** What the form writes where nothing was said of other victims. */
    static final String NOTHING_SAID = "No further information provided";

    /** Decides the route: {@code yes} and {@code not-sure} are both the child's. */
    public static final String AGE = "pv-under-age";

    private static final String MULTIPLE = "potential-victim-exploitative-situation-multiple";
    private static final String WHERE = "where-exploitation-happened";

    private static final List<FormField> FIELDS = childRoute(new FormTable()).fields();
    private static final List<FormField> OTHER_FIELDS =
            noLongerAsked(adultsOnly(new FormTable())).fields();
    private static final Map<String, FormField> BY_NAME = Stream.concat(FIELDS.stream(), OTHER_FIELDS.stream())
            .collect(Collectors.toMap(FormField::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    private static final Map<FormPage, List<FormField>> PAGES =
            FIELDS.stream().collect(Collectors.groupingBy(FormField::page, LinkedHashMap::new, Collectors.toList()));

    private HomeOfficeForm() {}

    /** The questions of the child route, in form order. */
    public static List<FormField> fields() {
        return FIELDS;
    }

    /** The questions that only adults are asked and those that are no longer asked; an imported referral can answer them. */
    public static List<FormField> otherFields() {
        return OTHER_FIELDS;
    }

    /** The pages of the child route in form order, each with its questions. */
    public static Map<FormPage, List<FormField>> pages() {
        return PAGES;
    }

    public static Optional<FormField> field(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static FormTable childRoute(FormTable form) {
        form.part(FormPage.Part.CHILD_ROUTE);
        form.page("verify", IDENTITY_AND_CONTACT)
                .with(email("user-email", "Agent.Email").required());
        form.page("reference", IDENTITY_AND_CONTACT).with(text("reference").required());
        form.page("organisation", IDENTITY_AND_CONTACT)
                .with(select(ListedNames.ORGANISATIONS, "user-organisation", "Agent.Organisation")
                        .required());
        form.page("fr-location", IDENTITY_AND_CONTACT)
                .with(radio("fr-location", "Case.Jurisdiction", "Country", "CountryLabel")
                        .required()
                        .option("england", "ENGLAND", "ENG", "England")
                        .option("wales", "WALES", "WAL", "Wales")
                        .option("scotland", "SCOTLAND", "SCOT", "Scotland")
                        .option("northern-ireland", "NORTHERNIRELAND", "NI", "Northern-ireland"));
        form.page(AGE, IDENTITY_AND_CONTACT)
                .with(radio(AGE, "AdultOrChild")
                        .required()
                        .option("yes", "Child")
                        .option("no", "Adult")
                        .option("not-sure", "Unknown"));

        String council = "local-authority-contacted-about-child-local-authority-";
        form.page("local-authority-contacted-about-child", IDENTITY_AND_CONTACT)
                .with(select(ListedNames.LOCAL_AUTHORITIES, council + "name", "LocalAuthority")
                        .required()
                        .when(AGE, "yes", "not-sure"))
                .with(text(council + "phone", "LAPhone").required().when(AGE, "yes", "not-sure"))
                .with(email(council + "email", "LAEmail").required().when(AGE, "yes", "not-sure"))
                .with(text(council + "first-name", "LAFirstName").when(AGE, "yes", "not-sure"))
                .with(text(council + "last-name", "LALastName").when(AGE, "yes", "not-sure"));
        form.page("what-is-their-background")
                .with(text("birthplace", "PVBirthplace")
                        .holds(IDENTITY_AND_CONTACT)
                        .required())
                .with(longText("family", "PVFamily").required())
                .with(longText("education", "PVEducation").holds(EDUCATION).required())
                .with(longText("employment-history", "PVEmploymentHistory").required());

        form.page(MULTIPLE)
                .with(radio(MULTIPLE, "MoreThanOneExploitationSituations")
                        .required()
                        .option("yes", "Yes")
                        .option("no", "No")
                        .option("i-dont-know", "DontKnow"));
        form.page("when-did-the-exploitation-take-place")
                .with(longText("when-did-the-exploitation-take-place", "ExploitationDates")
                        .required()
                        .unless(MULTIPLE, "yes"));
        form.page("when-did-the-exploitation-take-place-multiple")
                .with(longText("when-did-the-exploitation-take-place-multiple", "ExploitationDates")
                        .required()
                        .when(MULTIPLE, "yes"));
        form.page("how-did-the-exploitation-start")
                .with(longText("how-did-the-exploitation-start", "HowExploitationStarted")
                        .required());
        String taken = "were-they-taken-somewhere-by-their-exploiter";
        form.page(taken)
                .with(yesNo(taken, "ExploitationTakenSomewhere").required())
                .with(longText(taken + "-journey-details", "ExploitationJourneyDetails")
                        .required()
                        .when(taken, "yes"));
        form.page("how-they-were-treated")
                .with(longText("what-were-they-required-to-do", "ExploitationAverageDay")
                        .required())
                .with(longText("living-conditions", "ExploitationLivingConditions")
                        .required())
                .with(longText("how-they-were-treated", "ExploitationTreatment").required());
        String still = "still-in-exploitative-situation";
        form.page("is-the-potential-victim-still-in-an-exploitative-situation")
                .with(yesNo(still, "PVStillInExploitativeSituation").required());
        form.page("reasons-preventing-potential-victim-from-leaving")
                .with(longText("what-is-keeping-them-in-situation", "KeepingPVInSituation")
                        .required()
                        .when(still, "yes"));
        form.page("how-why-did-they-leave-the-situation")
                .with(longText("how-why-did-they-leave-the-situation", "ExploitationReasonTheyLeft")
                        .required()
                        .when(still, "no"));
        form.page("when-last-contact")
                .with(radio("when-last-contact", "PVExploitersLastContact")
                        .required()
                        .option("within-the-last-week", "within-the-last-week")
                        .option("within-the-last-month", "within-the-last-month")
                        .option("within-the-last-3-month", "within-the-last-3-month")
                        .option("within-the-last-6-month", "within-the-last-6-month")
                        .option("within-the-last-6-12-month", "within-the-last-6-12-month")
                        .option("over-a-year-ago", "over-a-year-ago")
                        .option("not-sure", "not-sure"));
        form.page("details-last-contact").with(longText("details-last-contact", "DetailsLastContact"));

        String before = "is-this-the-first-chance-to-report";
        form.page(before)
                .with(radio(before, "FirstChanceToReport")
                        .required()
                        .option("yes", "Yes")
                        .option("no", "No")
                        .option("not-sure", "Not sure"))
                .with(longText("yes-the-first-chance-to-report", "ReportedBeforeFurtherInfo")
                        .when(before, "yes"))
                .with(longText("not-sure-the-first-chance-to-report", "ReportedBeforeFurtherInfo")
                        .when(before, "not-sure"));
        form.page("why-report-now")
                .with(longText("why-report-now", "ReasonForReportingNow")
                        .required()
                        .when(before, "no"));
        form.page("modern-slavery-indicators")
                .with(yesNo("modern-slavery-indicators", "IdentifiedModernSlaveryIndicators")
                        .required())
                .with(longText("modern-slavery-indicators-details", "IdentifiedModernSlaveryIndicatorsDetails")
                        .required()
                        .when("modern-slavery-indicators", "yes"));
        form.page("where-how-interview-carried-out")
                .with(longText("where-how-interview-carried-out", "DetailsAboutInterview")
                        .required());
        form.page("professional-insight")
                .with(longText("professional-insight", "ProfessionalInsight").required());
        form.page("evidence-of-dishonesty")
                .with(yesNo("evidence-of-dishonesty", "EvidenceOfDishonesty").required())
                .with(longText("evidence-of-dishonesty-details", "DetailsOfEvidenceOfDishonesty")
                        .required()
                        .when("evidence-of-dishonesty", "yes"));
        form.page("are-others-involved")
                .with(yesNo("are-others-involved", "ProfessionalsInvolved").required())
                .with(longText("are-others-involved-details", "DetailsOfProfessionalsInvolved")
                        .required()
                        .when("are-others-involved", "yes"));

        form.page(WHERE)
                .with(radio(WHERE, "ExploitationLocationPresented")
                        .required()
                        .option("uk", "UK")
                        .option("overseas", "OVERSEAS")
                        .option("uk-and-overseas", "BOTH"));
        form.page("where-exploitation-happened-uk")
                .with(select(ListedNames.TOWNS, "where-exploitation-happened-uk-city-1", "City1")
                        .required()
                        .unless(WHERE, "overseas"));
        for (int town = 2; town <= 10; town++) {
            form.with(select(ListedNames.TOWNS, "where-exploitation-happened-uk-city-" + town, "City" + town)
                    .unless(WHERE, "overseas"));
        }
        form.with(longText("where-exploitation-happened-other-uk-other-location", "ExploitationUKAddress")
                .unless(WHERE, "overseas"));
        form.page("where-exploitation-happened-overseas")
                .with(select(ListedNames.COUNTRIES, "where-exploitation-happened-overseas-country-1", "Country1")
                        .required()
                        .when(WHERE, "overseas", "uk-and-overseas"));
        for (int country = 2; country <= 10; country++) {
            form.with(select(
                            ListedNames.COUNTRIES,
                            "where-exploitation-happened-overseas-country-" + country,
                            "Country" + country)
                    .when(WHERE, "overseas", "uk-and-overseas"));
        }
        form.with(longText("where-exploitation-happened-other-overseas-other-location", "ExploitationOverseasAddress")
                .when(WHERE, "overseas", "uk-and-overseas"));
        form.page("current-pv-location", HOME_AND_WHEREABOUTS)
                .with(select(ListedNames.TOWNS, "current-pv-location-uk-city", "PVCurrentCityTown")
                        .required())
                .with(select(ListedNames.REGIONS, "current-pv-location-uk-region", "PVCurrentCounty")
                        .required());

        form.page("who-exploited-pv", POLICE_RECORDS)
                .with(longText("who-exploited-pv", "ExploiterDetails").required());
        form.page("exploiters-location", POLICE_RECORDS)
                .with(yesNo("exploiters-location", "ExploitersLocationInformationPresent")
                        .required());
        form.page("are-exploiters-in-the-uk", POLICE_RECORDS)
                .with(yesNo("are-exploiters-in-the-uk", "ExploitersInUK")
                        .required()
                        .when("exploiters-location", "yes"));
        form.page("exploiters-current-location-details", POLICE_RECORDS)
                .with(longText("exploiters-current-location-details", "InformationOnExploitersCurrentLocation")
                        .required()
                        .when("exploiters-location", "yes"));
        form.page("types-of-exploitation")
                .with(box("types-of-exploitation-forced-to-work", "ComponentForcedToWorkForNothing"))
                .with(box("types-of-exploitation-wages-taken", "ComponentWagesTaken"))
                .with(box("types-of-exploitation-forced-to-commit-fraud", "ComponentFraud"))
                .with(box("types-of-exploitation-prostitution", "ComponentProstitution"))
                .with(box("types-of-exploitation-child-exploitation", "ComponentChildExploitation"))
                .with(box("types-of-exploitation-taken-somewhere", "ComponentSexuallyassaulted"))
                .with(box("types-of-exploitation-forced-to-commit-crime", "ComponentForcedCrime"))
                .with(box("types-of-exploitation-organs-removed", "ComponentOrgansRemoved"))
                .with(box("types-of-exploitation-unpaid-household-work", "ComponentDomesticServitude"))
                .with(box("types-of-exploitation-other").impliedBy("ExploitationOther"))
                .with(longText("other-exploitation-details", "ExploitationOther")
                        .required()
                        .when("types-of-exploitation-other", "true"));
        form.page("any-other-pvs", POLICE_RECORDS)
                .with(radio("any-other-pvs", "OtherVictims")
                        .required()
                        .option("yes", "Yes")
                        .option("no", "No")
                        .option("not-sure", "Not sure"))
                .with(longText("other-potential-victims-yes-details", "OtherVictimsFurtherInfo")
                        .when("any-other-pvs", "yes")
                        .whenBlank(NOTHING_SAID))
                .with(longText("other-potential-victims-not-sure-details", "OtherVictimsFurtherInfo")
                        .when("any-other-pvs", "not-sure")
                        .whenBlank(NOTHING_SAID));
        form.page("future-exploitation")
                .with(yesNo("future-exploitation-concerns", "ConcernsOfFurtherExploitationToPV")
                        .required());
        form.page("concerns-future-exploitation")
                .with(longText("future-exploitation-reasons", "ReasonForConcernsReFurtherExploitation")
                        .required()
                        .when("future-exploitation-concerns", "yes"));
        form.page("reported-to-police", POLICE_RECORDS)
                .with(yesNo("reported-to-police", "ReportedCase").required())
                .with(select(ListedNames.POLICE_FORCES, "reported-to-police-police-forces", "PoliceForce")
                        .required()
                        .when("reported-to-police", "yes"))
                .with(text("reported-to-police-crime-reference", "PoliceForceCRN")
                        .required()
                        .when("reported-to-police", "yes"));
        form.page("authorities-cooperation", POLICE_RECORDS)
                .with(yesNo("authorities-cooperation", "WillingToCooperate").required())
                .with(longText("authorities-cooperation-details", "CollaborationInfo")
                        .when("authorities-cooperation", "yes"));

        form.page(REFER_OR_NOTIFY)
                .with(radio(REFER_OR_NOTIFY, "Type", "NRMOrDuty")
                        .required()
                        .option("yes", "560734", "NRM")
                        .option("no", "662265", "DTN"));
        form.page("pv-name-referral", IDENTITY_AND_CONTACT)
                .with(text("pv-name-first-name", "Customer.Forename1").required())
                .with(text("pv-name-last-name", "Customer.Surname").required())
                .with(text("pv-name-nickname", "Customer.Alias"));
        form.page("pv-dob", IDENTITY_AND_CONTACT).with(date("pv-dob", "Customer.DOB", "Customer.Custom7"));
        form.page("pv-gender-referral", IDENTITY_AND_CONTACT)
                .with(radio("pv-gender", "Customer.Custom17")
                        .required()
                        .option("female", "Female")
                        .option("male", "Male")
                        .option("unknown", "Other"));
        form.page("does-pv-have-children")
                .with(yesNo("does-pv-have-children", "Customer.Custom9").required())
                .with(number("does-pv-have-children-yes-amount", "Customer.Custom10")
                        .required()
                        .when("does-pv-have-children", "yes"));
        form.page("pv-nationality-referral", IDENTITY_AND_CONTACT)
                .with(select(ListedNames.NATIONALITIES, "pv-nationality", "Customer.Nationality")
                        .required())
                .with(select(ListedNames.NATIONALITIES, "pv-nationality-second", "Customer.Custom11"));
        form.page("pv-interpreter-requirements", IDENTITY_AND_CONTACT)
                .with(yesNo("pv-interpreter-requirements", "Customer.Custom13").required())
                .with(text("pv-interpreter-requirements-language", "Customer.Custom14")
                        .required()
                        .when("pv-interpreter-requirements", "yes"));
        form.page("pv-other-help-with-communication", IDENTITY_AND_CONTACT)
                .with(yesNo("pv-other-help-with-communication", "Customer.Custom15")
                        .required())
                .with(text("pv-other-help-with-communication-aid", "Customer.Custom16")
                        .required()
                        .when("pv-other-help-with-communication", "yes"));
        form.page("pv-ho-reference", IMMIGRATION)
                .with(radio("pv-ho-reference")
                        .required()
                        .option("yes")
                        .option("no")
                        .impliedBy("CIDReference"))
                .with(text("pv-ho-reference-type", "CIDReference").required().when("pv-ho-reference", "yes"));
        form.page("fr-details", IDENTITY_AND_CONTACT)
                .with(text("fr-details-first-name", "Agent.Forename1").required())
                .with(text("fr-details-last-name", "Agent.Name").required())
                .with(text("fr-details-role", "Agent.Jobtitle").required())
                .with(text("fr-details-phone", "Agent.Phone").required());
        form.page("fr-alternative-contact", IDENTITY_AND_CONTACT)
                .with(email("fr-alternative-contact", "AlternateFREmail").required());
        form.page("upload-evidence").with(files("upload-file").impliedBy("Document1.Name"));
        return form.page("what-evidence-you-will-submit")
                .with(longText("what-evidence-you-will-submit", "EvidenceSubmitted")
                        .required()
                        .when("upload-file", "yes"));
    }

    private static FormTable adultsOnly(FormTable form) {
        form.part(FormPage.Part.ADULTS_ONLY);
        form.page("pv-under-age-at-time-of-exploitation")
                .with(radio("pv-under-age-at-time-of-exploitation", "AdultOrChildDuringExploitation")
                        .required()
                        .option("yes", "Child")
                        .option("no", "Adult")
                        .option("not-sure", "Unknown")
                        .when(AGE, "no"));
        form.page("refuse-nrm").with(longText("refuse-nrm", "DTNReason").when(REFER_OR_NOTIFY, "no"));
        form.page("does-pv-need-support")
                .with(yesNo("does-pv-need-support", "NeedSupport").when(AGE, "no"));
        form.page("pv-phone-number", HOME_AND_WHEREABOUTS)
                .with(text("pv-phone-number-yes", "Customer.Phone").when(AGE, "no"))
                .with(text("pv-phone-number-alternative", "AlternativePhoneNumber")
                        .when(AGE, "no"))
                .with(text("alternative-number-relation-to-pv", "AlternativePhoneRelationshipToPV")
                        .when(AGE, "no"))
                .with(longText("no-contact-details", "CannotProvideContactDetails")
                        .when(AGE, "no"));
        form.page("who-contact")
                .with(radio("who-contact", "WhoToSendDecisionTo")
                        .when(AGE, "no")
                        .option("potential-victim", "PV")
                        .option("someone-else", "Someone else"));
        form.page("pv-contact-details", HOME_AND_WHEREABOUTS)
                .with(radio("pv-contact-details", "Customer.ContactMethod", "HowToNotify")
                        .when(AGE, "no")
                        .option("email", "Email", "Email")
                        .option("post", "Post", "Post")
                        .option("email-and-post", "Email, Post", "Email, Post")
                        .whenBlank(""))
                .with(email("pv-contact-details-email-input", "Customer.Email").when(AGE, "no"))
                .with(safe("pv-contact-details-email-check", "SafeToEmail"))
                .with(text("pv-contact-details-street", "Customer.Address").when(AGE, "no"))
                .with(text("pv-contact-details-town", "Customer.Town").when(AGE, "no"))
                .with(text("pv-contact-details-county", "Customer.County").when(AGE, "no"))
                .with(text("pv-contact-details-postcode", "Customer.Postcode").when(AGE, "no"))
                .with(safe("pv-contact-details-post-check", "SafeToPostal"));
        return form.page("someone-else", HOME_AND_WHEREABOUTS)
                .with(text("someone-else-first-name", "AltContactFirstName").when(AGE, "no"))
                .with(text("someone-else-last-name", "AltContactName").when(AGE, "no"))
                .with(text("someone-else-street", "AltContactAddress").when(AGE, "no"))
                .with(text("someone-else-town", "AltContactTown").when(AGE, "no"))
                .with(text("someone-else-county", "AltContactCounty").when(AGE, "no"))
                .with(text("someone-else-postcode", "AltContactPostcode").when(AGE, "no"))
                .with(email("someone-else-email-input", "AltContactEmail").when(AGE, "no"))
                .with(safe("someone-else-permission-check", "AltContactPermissionToSend"));
    }

    private static FormTable noLongerAsked(FormTable form) {
        form.part(FormPage.Part.NO_LONGER_ASKED);
        form.page("what-happened").with(longText("what-happened", "VictimAccount"));
        form.page("more-than-one-exploitation-situation")
                .with(longText("more-than-one-exploitation-situation", "MultipleExploitationSituations"));
        form.page("why-they-stayed").with(longText("why-they-stayed", "ExploitationWhyTheyStayed"));
        return form.page("why-are-you-making-the-referral")
                .with(longText("why-are-you-making-the-referral", "ReasonForMakingReferral"));
    }

    /** A yes or no that is absent, not empty, where it was not asked. */
    private static FormTable.Row safe(String name, String key) {
        return radio(name, key).when(AGE, "no").option("yes", "Yes").option("no", "No");
    }
}
