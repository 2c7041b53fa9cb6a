package org.holdfast.law;

import static org.holdfast.law.CoreAgency.HEALTH;
import static org.holdfast.law.CoreAgency.LOCAL_AUTHORITY;
import static org.holdfast.law.CoreAgency.POLICE;
import static org.holdfast.law.Dated.Standing.CONFIRMED;
import static org.holdfast.law.Dated.Standing.DAY_UNCONFIRMED;
import static org.holdfast.law.Dated.Standing.UNCONFIRMED;
import static org.holdfast.law.ExcludedOffences.Answer.ASK_A_LAWYER;
import static org.holdfast.law.ExcludedOffences.Answer.EXCLUDED;
import static org.holdfast.law.ExcludedOffences.Answer.NOT_EXCLUDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.law.Dated.Entry;
import org.holdfast.law.ExcludedOffences.Offence;
import org.holdfast.law.Span.Age;
import org.holdfast.law.Span.Days;
import org.holdfast.law.Span.Hours;
import org.holdfast.law.Span.Months;
import org.holdfast.law.Span.WorkingDays;

/**
 * The law book: every limit, threshold, age and quorum that Holdfast works with, each once, dated and cited. A change of law is a new
 * entry with its day. What a partnership does beyond this is in its profile, which may be stricter. {@code docs/law.md} is written from it.
 */
public final class LawBook {

    private static final Set<Nation> EVERYWHERE = Set.of(Nation.values());
    private static final Set<Nation> ENGLAND_AND_WALES = Set.of(Nation.ENGLAND, Nation.WALES);

    private static final LocalDate NRM_BEGAN = LocalDate.of(2009, 4, 1);
    private static final LocalDate PILOT_BEGAN = LocalDate.of(2021, 6, 1);
    private static final LocalDate MISSING_GUIDANCE = LocalDate.of(2014, 1, 1);
    private static final LocalDate HULL_GUIDE = LocalDate.of(2022, 2, 1);

    private static final String FACTS = "handbook 7-pilot-facts";
    private static final String GENERAL_GUIDANCE =
            "Devolving child decision-making pilot: general guidance, version 6.0";
    private static final String HULL = "Hull guide to vulnerable, exploited, missing and trafficked children";
    private static final String LOGIC_MODELS = "Logic models of the devolved decision-making pilot";
    private static final String REVIEW =
            "A review of what works in multi-agency decision making (Independent Anti-Slavery"
                    + " Commissioner, August 2020)";
    private static final String MODERN_SLAVERY_ACT = "Modern Slavery Act 2015";

    /** REF-6: the national authority sends an accepted referral back to the local authority. */
    public static final Provision<Span> REFERRAL_RETURNED = everywhere(
            "referral-returned",
            "REF-6",
            "The national authority returns the referral for local decision",
            "Counted from the referral's submission. One site's model, kept as the default of all.",
            entry(
                    PILOT_BEGAN,
                    new Days(3),
                    CONFIRMED,
                    new Citation(LOGIC_MODELS, "North and North East Lincolnshire, activities", "seed 000")));

    /** NRM-1. */
    public static final Provision<Span> REASONABLE_GROUNDS = everywhere(
            "reasonable-grounds",
            "NRM-1",
            "Reasonable grounds decision by the local panel",
            "No later than this, counted from the referral.",
            entry(PILOT_BEGAN, new Days(45), CONFIRMED, new Citation(HULL, "Timescales", "seed 003")));

    /** NRM-3: both stages together, counted from the referral. */
    public static final Provision<Span> CONCLUSIVE_GROUNDS = everywhere(
            "conclusive-grounds",
            "NRM-3",
            "Conclusive grounds decision by the local panel",
            "Counted from the referral: the time for reasonable grounds and as much again. May be made at the same meeting (NRM-2).",
            entry(PILOT_BEGAN, new Days(90), CONFIRMED, new Citation(HULL, "Timescales", "seed 003")));

    /** NRM-10. */
    public static final Provision<Span> OUTCOME_TO_HOME_OFFICE = everywhere(
            "outcome-to-home-office",
            "NRM-10",
            "The outcome reaches the Home Office",
            "Counted from the decision, for each decision.",
            entry(
                    PILOT_BEGAN,
                    new WorkingDays(1),
                    CONFIRMED,
                    new Citation(LOGIC_MODELS, "North and North East Lincolnshire, activities", "seed 000")));

    /** NRM-18. */
    public static final Provision<Span> CENTRAL_REASONABLE_GROUNDS = everywhere(
            "central-reasonable-grounds",
            "NRM-18",
            "Reasonable grounds decision on the central route",
            "A target of the national authority, where possible; only tracked here. Counted from the referral.",
            entry(
                    NRM_BEGAN,
                    new WorkingDays(5),
                    DAY_UNCONFIRMED,
                    new Citation(
                            REVIEW, "The National Referral Mechanism and child victims of trafficking", "seed 001")));

    /** NRM-18: not a deadline but the end of a time of protection. */
    public static final Provision<Span> CENTRAL_RECOVERY_PERIOD = everywhere(
            "central-recovery-period",
            "NRM-18",
            "Recovery period on the central route",
            "Conclusive grounds are not decided before it ends. Counted from the positive reasonable grounds decision; which length"
                    + " applies depends on the day of that decision.",
            entry(
                    NRM_BEGAN,
                    new Days(45),
                    DAY_UNCONFIRMED,
                    new Citation(GENERAL_GUIDANCE, "national comparison: recovery period", FACTS + ", section 4")),
            entry(
                    LocalDate.of(2022, 12, 13),
                    new Days(30),
                    CONFIRMED,
                    new Citation("House of Commons Hansard", "13 December 2022", FACTS + ", section 4")));

    /** NRM-20: when a child is a child no longer. */
    public static final Provision<Span> CHILDHOOD = everywhere(
            "childhood",
            "NRM-20",
            "A child turns 18",
            "Counted from birth; due with the last second of childhood. Attained at the first moment of the birthday; for a birth on"
                    + " 29 February that is 1 March in a year without that day. For Scotland the same day follows from section 6 of the"
                    + " Age of Legal Capacity (Scotland) Act 1991; for Northern Ireland it is to be confirmed.",
            entry(
                    LocalDate.of(1970, 1, 1),
                    new Age(18),
                    CONFIRMED,
                    new Citation(
                            "Family Law Reform Act 1969", "sections 1 and 9", "legislation.gov.uk, ukpga/1969/46")));

    /** NRM-20. */
    public static final Provision<LocalScope> LOCAL_SCOPE = everywhere(
            "local-scope",
            "NRM-20",
            "Young enough for local decision",
            "On the day of the referral: under the age, and more than so many days from that birthday.",
            entry(
                    PILOT_BEGAN,
                    new LocalScope(18, 100),
                    CONFIRMED,
                    new Citation("Home Office NRM statistics", "annex on the pilot", FACTS + ", section 2")));

    /** NRM-8: what has to be met for reasonable grounds. */
    public static final Provision<Threshold> REASONABLE_GROUNDS_THRESHOLD = everywhere(
            "reasonable-grounds-threshold",
            "NRM-8",
            "Threshold of reasonable grounds",
            "The wording in force on the day of the decision is shown and kept with it.",
            entry(
                    NRM_BEGAN,
                    new Threshold("suspects but cannot prove", "A real suspicion is enough; proof is not asked for."),
                    DAY_UNCONFIRMED,
                    new Citation("Modern slavery statutory guidance", "before 30 January 2023", FACTS + ", section 5")),
            entry(
                    LocalDate.of(2023, 1, 30),
                    new Threshold(
                            "reasonable grounds to believe, based on objective factors but falling short of conclusive proof, that a"
                                    + " person is a victim of modern slavery (human trafficking or slavery, servitude, or forced or"
                                    + " compulsory labour)",
                            "The person's own account alone was ordinarily not enough. Withdrawn after a challenge in the summer of"
                                    + " 2023."),
                    CONFIRMED,
                    new Citation(
                            "Modern slavery statutory guidance",
                            "as published on 30 January 2023",
                            FACTS + ", section 5; wording in Garden Court Chambers' report of the challenge")),
            entry(
                    LocalDate.of(2023, 7, 24),
                    new Threshold(
                            "reasonable grounds to believe, based on all available general and specific evidence but falling short of"
                                    + " conclusive proof, that a person is a victim of modern slavery (human trafficking or slavery,"
                                    + " servitude, or forced or compulsory labour)",
                            "All evidence counts, the person's own account among it."),
                    DAY_UNCONFIRMED,
                    new Citation(
                            GENERAL_GUIDANCE,
                            "reasonable grounds",
                            FACTS
                                    + ", section 5; in July 2023, the day according to the Anti-Trafficking hub athub.org.uk")));

    /** NRM-8: what has to be met for conclusive grounds. */
    public static final Provision<Threshold> CONCLUSIVE_GROUNDS_THRESHOLD = everywhere(
            "conclusive-grounds-threshold",
            "NRM-8",
            "Threshold of conclusive grounds",
            "The wording in force on the day of the decision is shown and kept with it.",
            entry(
                    NRM_BEGAN,
                    new Threshold(
                            "on the balance of probabilities",
                            "It is more likely than not that the person is a victim."),
                    DAY_UNCONFIRMED,
                    new Citation(GENERAL_GUIDANCE, "conclusive grounds", FACTS + ", section 5")));

    /** NRM-4. */
    public static final Provision<Voting> VOTING = everywhere(
            "voting",
            "NRM-4",
            "Who votes",
            "Default of a profile, which may name further voting agencies. A simple majority decides.",
            entry(
                    PILOT_BEGAN,
                    new Voting(List.of(LOCAL_AUTHORITY, POLICE, HEALTH), 1, false),
                    CONFIRMED,
                    new Citation(
                            "Bexley's strategy, improving the response times of the national NRM",
                            "core voting members of the monthly panel",
                            "seed 004")));

    /** NRM-6. */
    public static final Provision<Quorum> QUORUM = everywhere(
            "quorum",
            "NRM-6",
            "Quorum",
            "Default of a profile. Without it an item is adjourned, not decided.",
            entry(
                    PILOT_BEGAN,
                    new Quorum(1, true),
                    UNCONFIRMED,
                    new Citation("Handbook of Holdfast", "rule NRM-6, the safe default", FACTS + ", section 3")));

    /** NRM-19. */
    public static final Provision<Span> ATMG_REASONABLE_GROUNDS = everywhere(
            "atmg-reasonable-grounds",
            "NRM-19",
            "Automatic positive reasonable grounds in the ATMG model",
            "Counted from the referral of a child who meets the indicators.",
            entry(
                    LocalDate.of(2014, 1, 1),
                    new Hours(24),
                    DAY_UNCONFIRMED,
                    new Citation(REVIEW, "appendix B, 6", "seed 001")));

    /** NRM-19. */
    public static final Provision<Span> ATMG_CONCLUSIVE_GROUNDS = everywhere(
            "atmg-conclusive-grounds",
            "NRM-19",
            "Conclusive grounds in the ATMG model",
            "Counted from the reasonable grounds decision.",
            entry(
                    LocalDate.of(2014, 1, 1),
                    new Days(90),
                    DAY_UNCONFIRMED,
                    new Citation(REVIEW, "appendix B, 9", "seed 001")));

    /** MIS-4. */
    public static final Provision<Span> RETURN_INTERVIEW_OFFERED = everywhere(
            "return-interview-offered",
            "MIS-4",
            "An independent return home interview is offered",
            "Counted from the moment the child is found.",
            entry(
                    MISSING_GUIDANCE,
                    new Hours(72),
                    DAY_UNCONFIRMED,
                    new Citation(
                            HULL,
                            "6, Missing children and return home interviews, after the statutory guidance",
                            "seed 003")));

    /** MIS-5. */
    public static final Provision<Span> OWN_CONSENT_TO_INTERVIEW = everywhere(
            "own-consent-to-interview",
            "MIS-5",
            "The child's own consent to a return home interview suffices",
            "Counted from birth. Before, a parent's consent is sought first; afterwards parents are still told.",
            entry(
                    HULL_GUIDE,
                    new Age(14),
                    DAY_UNCONFIRMED,
                    new Citation(HULL, "6, Missing children and return home interviews", "seed 003")));

    /** MIS-8. */
    public static final Provision<Repetition> MISSING_REPEATEDLY = everywhere(
            "missing-repeatedly",
            "MIS-8",
            "Missing episodes that call for a strategy meeting",
            "So many episodes within so long.",
            entry(
                    HULL_GUIDE,
                    new Repetition(3, new Days(90)),
                    DAY_UNCONFIRMED,
                    new Citation(HULL, "6, Missing children and return home interviews", "seed 003")));

    /** MIS-8. */
    public static final Provision<Span> MISSING_FOR_LONG = everywhere(
            "missing-for-long",
            "MIS-8",
            "One missing episode that calls for a strategy meeting",
            "More than this.",
            entry(
                    HULL_GUIDE,
                    new Days(5),
                    DAY_UNCONFIRMED,
                    new Citation(HULL, "6, Missing children and return home interviews", "seed 003")));

    /** MIS-11. */
    public static final Provision<Span> PLACEMENT_NOTIFIED = everywhere(
            "placement-notified",
            "MIS-11",
            "A placing authority notifies the host authority",
            "Counted from the placement.",
            entry(
                    HULL_GUIDE,
                    new Hours(24),
                    DAY_UNCONFIRMED,
                    new Citation(HULL, "Other local authority children", "seed 003")));

    /** RSK-2. */
    public static final Provision<Span> RISK_TOOL_REVIEWED = everywhere(
            "risk-tool-reviewed",
            "RSK-2",
            "The risk indicator tool is reviewed",
            "Counted from the last one, while the case is not open to the monthly exploitation meeting, until risk is reduced.",
            entry(HULL_GUIDE, new Months(3), DAY_UNCONFIRMED, new Citation(HULL, "Risk indicator tool", "seed 003")));

    /** RSK-5. */
    public static final Provision<List<Span>> LOOKED_AT_AGAIN = everywhere(
            "looked-at-again",
            "RSK-5",
            "Cases that have left are looked at again",
            "Counted from the day the case left; a further incident within the longest comes back as a repeat.",
            entry(
                    LocalDate.of(2020, 8, 1),
                    List.of(new Months(6), new Months(12)),
                    DAY_UNCONFIRMED,
                    new Citation(REVIEW, "multi-agency risk assessment conferences", "seed 001")));

    /** MTG-6. */
    public static final Provision<Span> URGENT_CONFERENCE = everywhere(
            "urgent-conference",
            "MTG-6",
            "An urgent multi-agency case conference meets",
            "Counted from the moment a child is identified.",
            entry(
                    LocalDate.of(2018, 11, 1),
                    new Hours(48),
                    DAY_UNCONFIRMED,
                    new Citation(REVIEW, "Modern Slavery Multi-Agency Case Conference", "seed 001")));

    /** REF-1. */
    public static final Provision<FirstResponders> FIRST_RESPONDERS = everywhere(
            "first-responders",
            "REF-1",
            "Organisations that may make a referral",
            "The list changes with the Home Office's form; a partnership adds its own local bodies.",
            entry(
                    NRM_BEGAN,
                    new FirstResponders(responders("Refugee Council")),
                    DAY_UNCONFIRMED,
                    new Citation(
                            "Older lists of first responder organisations",
                            "College of Policing, Medway",
                            FACTS + ", section 8")),
            entry(
                    LocalDate.of(2026, 4, 1),
                    new FirstResponders(
                            responders("Fair Work Agency", "Youth Work Alliance", "Belfast and Lisburn Women's Aid")),
                    DAY_UNCONFIRMED,
                    new Citation(
                            "The Home Office's NRM form",
                            "first responder organisations, April 2026",
                            FACTS + ", section 8")));

    /** NRM-17: for which kinds of offences the defence of section 45 is not there. */
    public static final Provision<ExcludedOffences> SECTION_45_EXCLUSIONS = new Provision<>(
            "section-45-exclusions",
            "NRM-17",
            "Offences without the defence of section 45 (Schedule 4)",
            "On the day of the offence. For a child no compulsion is needed. Holdfast records; it never rules on the defence. Scotland and"
                    + " Northern Ireland have rules of their own.",
            ENGLAND_AND_WALES,
            new Dated<>(List.of(entry(
                    LocalDate.of(2015, 7, 31),
                    new ExcludedOffences(offences()),
                    CONFIRMED,
                    new Citation(
                            MODERN_SLAVERY_ACT,
                            "section 45 and Schedule 4, in force by S.I. 2015/1476",
                            "legislation.gov.uk, ukpga/2015/30/schedule/4")))));

    /** SHR-8: for requests for what is held, and that something wrong be put right. */
    public static final Provision<Span> SUBJECT_REQUEST = everywhere(
            "subject-request",
            "SHR-8",
            "Answer to somebody who asks what is held about them, or that it be put right",
            "Counted from the day on which the request came; from the day on which it was proved who asks, where that had to be asked"
                    + " and came later.",
            entry(
                    LocalDate.of(2018, 5, 25),
                    new Months(1),
                    UNCONFIRMED,
                    new Citation("UK GDPR", "article 12(3)", "general knowledge")),
            entry(
                    LocalDate.of(2026, 2, 5),
                    new Months(1),
                    DAY_UNCONFIRMED,
                    new Citation(
                            "UK GDPR",
                            "article 12A, put in by section 76 of the Data (Use and Access) Act 2025",
                            "law firms' reports of SI 2026/82, regulation 2")));

    /** SHR-8. */
    public static final Provision<Span> SUBJECT_REQUEST_EXTENSION = everywhere(
            "subject-request-extension",
            "SHR-8",
            "By how much that time can be extended",
            "Where requests are complex or many. Whoever asked is told within the first month, with the reason.",
            entry(
                    LocalDate.of(2018, 5, 25),
                    new Months(2),
                    UNCONFIRMED,
                    new Citation("UK GDPR", "article 12(3)", "general knowledge")),
            entry(
                    LocalDate.of(2026, 2, 5),
                    new Months(2),
                    DAY_UNCONFIRMED,
                    new Citation(
                            "UK GDPR",
                            "article 12A, put in by section 76 of the Data (Use and Access) Act 2025",
                            "law firms' reports of SI 2026/82, regulation 2")));

    private LawBook() {}

    /** The whole book, in the order of the law page. */
    public static List<Provision<?>> provisions() {
        return List.of(
                REFERRAL_RETURNED,
                REASONABLE_GROUNDS,
                CONCLUSIVE_GROUNDS,
                OUTCOME_TO_HOME_OFFICE,
                CENTRAL_REASONABLE_GROUNDS,
                CENTRAL_RECOVERY_PERIOD,
                ATMG_REASONABLE_GROUNDS,
                ATMG_CONCLUSIVE_GROUNDS,
                CHILDHOOD,
                LOCAL_SCOPE,
                REASONABLE_GROUNDS_THRESHOLD,
                CONCLUSIVE_GROUNDS_THRESHOLD,
                VOTING,
                QUORUM,
                FIRST_RESPONDERS,
                SECTION_45_EXCLUSIONS,
                RETURN_INTERVIEW_OFFERED,
                OWN_CONSENT_TO_INTERVIEW,
                MISSING_REPEATEDLY,
                MISSING_FOR_LONG,
                PLACEMENT_NOTIFIED,
                RISK_TOOL_REVIEWED,
                LOOKED_AT_AGAIN,
                URGENT_CONFERENCE,
                SUBJECT_REQUEST,
                SUBJECT_REQUEST_EXTENSION);
    }

    /** The provision of a short name. */
    public static Optional<Provision<?>> provision(String id) {
        return provisions().stream()
                .filter(provision -> provision.id().equals(id))
                .findFirst();
    }

    @SafeVarargs
    private static <T> Provision<T> everywhere(
            String id, String rule, String title, String reading, Entry<? extends T>... entries) {
        List<Entry<T>> values = Stream.of(entries)
                .map(entry -> new Entry<T>(entry.from(), entry.value(), entry.standing(), entry.citation()))
                .toList();
        return new Provision<>(id, rule, title, reading, EVERYWHERE, new Dated<>(values));
    }

    private static <T> Entry<T> entry(LocalDate from, T value, Dated.Standing standing, Citation citation) {
        return new Entry<>(from, value, standing, citation);
    }

    private static List<String> responders(String... ofTheTime) {
        Stream<String> lasting = Stream.of(
                "Police",
                "Local authorities",
                "Health and social care trusts (Northern Ireland)",
                "UK Visas and Immigration",
                "Border Force",
                "Immigration Enforcement",
                "National Crime Agency",
                "Gangmasters and Labour Abuse Authority",
                "Salvation Army",
                "Migrant Help",
                "Medaille Trust",
                "Kalayaan",
                "Barnardo's",
                "Unseen",
                "TARA",
                "NSPCC (CTAC)",
                "BAWSO",
                "New Pathways");
        return Stream.concat(lasting, Stream.of(ofTheTime)).toList();
    }

    private static List<Offence> offences() {
        return List.of(
                excluded("false-imprisonment", "False imprisonment", "common law; paragraph 1"),
                excluded("kidnapping", "Kidnapping", "common law; paragraph 2"),
                excluded("manslaughter", "Manslaughter", "common law; paragraph 3"),
                excluded("murder", "Murder", "common law; paragraph 4"),
                excluded("perverting-justice", "Perverting the course of justice", "common law; paragraph 5"),
                excluded("piracy", "Piracy", "common law; paragraph 6"),
                excluded(
                        "threats-to-kill",
                        "Threats to kill",
                        "Offences against the Person Act 1861, section 16; paragraph 7"),
                excluded(
                        "wounding",
                        "Wounding, or wounding with intent to cause grievous bodily harm",
                        "Offences against the Person Act 1861, sections 18 and 20; paragraph 7"),
                excluded(
                        "choking",
                        "Attempting to choke, suffocate or strangle in order to commit an offence",
                        "Offences against the Person Act 1861, section 21; paragraph 7"),
                excluded("explosives", "Explosions and explosives", "Explosive Substances Act 1883; paragraph 8"),
                excluded(
                        "cruelty-to-children",
                        "Cruelty to children",
                        "Children and Young Persons Act 1933, section 1; paragraph 10"),
                excluded(
                        "prohibited-firearm",
                        "Possession of a prohibited firearm",
                        "Firearms Act 1968, section 5; paragraph 13"),
                excluded(
                        "firearm-with-intent",
                        "Having or using a firearm with intent to endanger life, cause fear, resist arrest or commit crime",
                        "Firearms Act 1968, sections 16 to 18; paragraph 13"),
                excluded("robbery", "Robbery or assault with intent to rob", "Theft Act 1968, section 8; paragraph 14"),
                excluded("aggravated-burglary", "Aggravated burglary", "Theft Act 1968, section 10; paragraph 14"),
                lawyer(
                        "burglary",
                        "Burglary: excluded where done with intent to inflict grievous bodily harm or to do unlawful damage",
                        "Theft Act 1968, section 9; paragraph 14"),
                lawyer(
                        "aggravated-vehicle-taking",
                        "Aggravated vehicle-taking: excluded where an accident causes a death",
                        "Theft Act 1968, section 12A; paragraph 14"),
                excluded("blackmail", "Blackmail", "Theft Act 1968, section 21; paragraph 14"),
                excluded("arson", "Arson", "Criminal Damage Act 1971, section 1; paragraph 15"),
                excluded(
                        "damage-endangering-life",
                        "Destroying or damaging property and endangering life",
                        "Criminal Damage Act 1971, section 1(2); paragraph 15"),
                excluded(
                        "assisting-unlawful-immigration",
                        "Assisting unlawful immigration",
                        "Immigration Act 1971, section 25; paragraph 16"),
                unconfirmed("child-abduction", "Child abduction", "Child Abduction Act 1984"),
                unconfirmed("riot", "Riot or violent disorder", "Public Order Act 1986, sections 1 and 2"),
                unconfirmed(
                        "death-by-driving",
                        "Causing death by dangerous driving or when under the influence",
                        "Road Traffic Act 1988, sections 1 and 3A"),
                unconfirmed(
                        "stalking-or-fear-of-violence",
                        "Putting people in fear of violence, stalking with serious alarm",
                        "Protection from Harassment Act 1997, sections 4 and 4A"),
                unconfirmed(
                        "aggravated-assault",
                        "Racially or religiously aggravated assault or harassment",
                        "Crime and Disorder Act 1998"),
                unconfirmed("terrorism", "Terrorism offences", "Terrorism Acts 2000 and 2006"),
                unconfirmed("genital-mutilation", "Female genital mutilation", "Female Genital Mutilation Act 2003"),
                unconfirmed("sexual-offences", "Rape and other listed sexual offences", "Sexual Offences Act 2003"),
                unconfirmed(
                        "slavery-and-trafficking",
                        "Slavery, servitude, forced labour and human trafficking",
                        "Modern Slavery Act 2015, sections 1 and 2"),
                notExcluded(
                        "drugs-supply",
                        "Supplying drugs, or possession with intent to supply",
                        "Misuse of Drugs Act 1971"),
                notExcluded("drugs-possession", "Possession of drugs", "Misuse of Drugs Act 1971"),
                notExcluded("cannabis-cultivation", "Cultivating or producing cannabis", "Misuse of Drugs Act 1971"),
                notExcluded("theft", "Theft, also from shops, and handling stolen goods", "Theft Act 1968"),
                notListed(
                        "blade-or-offensive-weapon",
                        "Carrying a blade or an offensive weapon",
                        "Criminal Justice Act 1988; Prevention of Crime Act 1953"),
                notListed("false-documents", "False identity documents", "Identity Documents Act 2010"),
                notListed("fraud", "Fraud and money moved for others", "Fraud Act 2006; Proceeds of Crime Act 2002"),
                lawyer("other", "Any other offence", "not in this list: look it up in Schedule 4"));
    }

    private static Offence excluded(String id, String name, String place) {
        return new Offence(id, name, place, EXCLUDED, CONFIRMED);
    }

    private static Offence lawyer(String id, String name, String place) {
        return new Offence(id, name, place, ASK_A_LAWYER, CONFIRMED);
    }

    private static Offence unconfirmed(String id, String name, String place) {
        return new Offence(id, name, place, EXCLUDED, UNCONFIRMED);
    }

    private static Offence notExcluded(String id, String name, String place) {
        return new Offence(id, name, place, NOT_EXCLUDED, CONFIRMED);
    }

    private static Offence notListed(String id, String name, String place) {
        return new Offence(id, name, place, NOT_EXCLUDED, UNCONFIRMED);
    }
}
