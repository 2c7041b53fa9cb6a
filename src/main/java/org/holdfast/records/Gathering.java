package org.holdfast.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Lane;
import org.holdfast.letters.OtherPeople;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Restriction;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.Alias;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts together what is held about a child for whoever asks for it: every row of every table that tells something of the child, and who has
 * looked. What names somebody else or is restricted is marked; a person decides about each.
 */
@Component
class Gathering {

    /** Fields that say how something is kept and nothing of the child. */
    private static final Set<String> KEPT = Set.of("partnership_id", "version", "revision", "seq", "digest", "seal");

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z]{4,}");
    private static final int LINES_A_PART = 50;
    private static final int MOST_LINES = 20_000;

    private final RequestStore store;
    private final Ledger ledger;
    private final Cases cases;
    private final People people;
    private final Partnerships partnerships;
    private final Sharing sharing;
    private final Texts texts;
    private final JsonMapper json;

    Gathering(
            RequestStore store,
            Ledger ledger,
            Cases cases,
            People people,
            Partnerships partnerships,
            Sharing sharing,
            Texts texts,
            JsonMapper json) {
        this.store = store;
        this.ledger = ledger;
        this.cases = cases;
        this.people = people;
        this.partnerships = partnerships;
        this.sharing = sharing;
        this.texts = texts;
        this.json = json;
    }

    /** The parts as they stand now. Called inside a transaction. */
    List<Part> of(Actor actor, CaseId caseId, Instant now) {
        ChildId id = cases.childOf(actor, caseId);
        Child child = people.child(actor, id, now);
        List<RequestStore.Held> held = store.held(caseId, id);
        Set<String> others = new HashSet<>();
        Set<UUID> conditional = new HashSet<>();
        for (RequestStore.Held one : held) {
            JsonNode row = json.readTree(one.content());
            if (one.holding().equals("casework.party") && row.path("member_id").isNull()) {
                others.add(row.path("name").asString());
            }
            if (one.holding().equals("requests.agency_return")
                    && !row.path("handling").isNull()
                    && !row.path("handling").isMissingNode()) {
                conditional.add(UUID.fromString(row.path("id").asString()));
            }
        }
        List<String> meant = new ArrayList<>();
        meant.add(child.displayName());
        child.aliases().stream().map(Alias::name).forEach(meant::add);
        partnerships.members(actor).stream().map(Member::name).forEach(meant::add);
        boolean addressProtected = sharing.fields(actor, caseId, now).addressProtected();
        List<Part> parts = new ArrayList<>();
        for (RequestStore.Held one : held) {
            JsonNode row = json.readTree(one.content());
            Map<String, String> facts = facts(one.holding(), row);
            if (facts.isEmpty()) {
                continue;
            }
            List<String> named = OtherPeople.in(String.join("\n", facts.values()), others, meant).stream()
                    .filter(OtherPeople.Found::known)
                    .map(OtherPeople.Found::name)
                    .toList();
            boolean restricted = restricted(row)
                    || one.holding().equals("requests.told")
                            && conditional.contains(
                                    UUID.fromString(row.path("return_id").asString()));
            boolean openToAnybody = Restriction.reads(
                    Restriction.Reader.PASSING_BY, restricted ? Note.Part.RESTRICTED : Note.Part.OPEN);
            parts.add(part(
                    parts.size(),
                    one.holding(),
                    facts,
                    addressProtected
                                    && tellsHome(
                                            one.holding(),
                                            row,
                                            facts,
                                            child.facts().livesAt())
                            ? Proposal.PROTECTED_ADDRESS
                            : !openToAnybody ? Proposal.RESTRICTED : named.isEmpty() ? null : Proposal.SOMEBODY_ELSE,
                    named));
        }
        looks(actor, caseId, parts);
        return parts;
    }

    /** Where it says, or is likely to say, where the child lives or is. */
    private static boolean tellsHome(
            String holding, JsonNode row, Map<String, String> facts, @Nullable String livesAt) {
        boolean kept = switch (holding) {
            case "people.facts",
                    "casework.party",
                    "casework.custody",
                    "sharing.protected_address",
                    "referrals.submission" -> true;
            case "casework.chronology_entry", "casework.chronology_earlier" ->
                row.path("lane").asString("").equals(Lane.HOME.name())
                        || row.path("tells").asString("").equals(DataClass.HOME_AND_WHEREABOUTS.name());
            case "casework.case_update" -> row.path("tells").asString("").equals(DataClass.HOME_AND_WHEREABOUTS.name());
            case "casework.attachment" -> row.path("holds").asString("").equals(DataClass.HOME_AND_WHEREABOUTS.name());
            case "requests.told" -> row.path("whereabouts").asBoolean(false);
            default -> false;
        };
        return kept || livesAt != null && facts.values().stream().anyMatch(text -> text.contains(livesAt));
    }

    private static Part part(
            int seq, String holding, Map<String, String> facts, @Nullable Proposal proposed, List<String> cut) {
        return new Part(seq, holding, facts, proposed, null, null, cut, null, null);
    }

    /** Who looked, changed or took out what, the newest first. */
    private void looks(Actor actor, CaseId caseId, List<Part> parts) {
        Map<UUID, String> agencies = new LinkedHashMap<>();
        for (Agency agency : partnerships.agencies(actor)) {
            agencies.put(agency.id().value(), agency.name());
        }
        List<LedgerLine> lines = ledger.linesAbout(actor, caseId.value(), MOST_LINES);
        for (int from = 0; from < lines.size(); from += LINES_A_PART) {
            Map<String, String> facts = new LinkedHashMap<>();
            for (LedgerLine line : lines.subList(from, Math.min(lines.size(), from + LINES_A_PART))) {
                facts.put(
                        line.at() + " " + line.seq(),
                        line.words() + ": " + line.actorName() + " " + agencies.getOrDefault(line.agency(), ""));
            }
            parts.add(part(parts.size(), "audit.ledger", facts, null, List.of()));
        }
    }

    /** Whether something in it is marked as restricted, however deep. */
    private static boolean restricted(JsonNode node) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                if (restricted(one)) {
                    return true;
                }
            }
            return false;
        }
        JsonNode mark = node.path("restricted");
        if (mark.isBoolean() && mark.booleanValue()
                || mark.isString() && !mark.asString().isBlank()
                || node.path("part").isString() && node.path("part").asString().equals(Note.Part.RESTRICTED.name())) {
            return true;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isContainer() && restricted(field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> facts(String holding, JsonNode row) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (holding.equals("casework.attachment")) {
            facts.put("file", row.path("id").asString());
        }
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            if (KEPT.contains(field.getKey())) {
                continue;
            }
            JsonNode value = field.getValue();
            if (value.isString() && value.asString().startsWith("\\x")) {
                // the form of a referral stands as bytes; hashes tell nothing
                if (holding.equals("referrals.submission") && field.getKey().equals("body")) {
                    told(
                            facts,
                            "",
                            json.readTree(new String(
                                    HexFormat.of().parseHex(value.asString().substring(2)), StandardCharsets.UTF_8)));
                }
                continue;
            }
            told(facts, field.getKey(), value);
        }
        return facts;
    }

    private void told(Map<String, String> facts, String name, JsonNode value) {
        if (value.isArray()) {
            int number = 1;
            for (JsonNode one : value) {
                told(facts, value.size() == 1 ? name : name + " " + number, one);
                number++;
            }
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                told(facts, name.isEmpty() ? field.getKey() : name + ", " + field.getKey(), field.getValue());
            }
        } else if (value.isBoolean()) {
            facts.put(words(name), text(value.booleanValue() ? "pages.yes" : "pages.no"));
        } else if (!value.isNull()) {
            String text = value.asString().strip();
            if (!text.isEmpty() && !UUIDS.matcher(text).matches()) {
                facts.put(
                        words(name),
                        CODE.matcher(text).matches()
                                ? text.toLowerCase(Locale.ROOT).replace('_', ' ')
                                : text);
            }
        }
    }

    private static String words(String name) {
        return name.replace('_', ' ')
                .replace('-', ' ')
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private String text(String key) {
        return texts.text(Language.ENGLISH, key);
    }
}
