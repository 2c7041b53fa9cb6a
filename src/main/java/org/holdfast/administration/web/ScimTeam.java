package org.holdfast.administration.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.administration.AgencyTeams;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A team in the shape of RFC 7643 section 4.2. Its members are people of the agency; a team within a team is not known here. */
final class ScimTeam {

    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private static final Pattern ONE_MEMBER =
            Pattern.compile("members\\[\\s*value\\s+eq\\s+\"([^\"]*)\"\\s*]", Pattern.CASE_INSENSITIVE);

    private ScimTeam() {}

    /** One end of the tie between a person and a team. */
    static Map<String, Object> reference(UUID id, String name, String address) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("value", id.toString());
        reference.put("display", name);
        reference.put("$ref", address);
        return reference;
    }

    /** @param people null where the directory asked to leave them out */
    static Map<String, Object> of(
            AgencyTeams.Whole whole, @Nullable List<Map<String, Object>> people, String location) {
        Map<String, Object> team = new LinkedHashMap<>();
        team.put("schemas", List.of(GROUP));
        team.put("id", whole.team().id().value().toString());
        if (whole.team().externalId() != null) {
            team.put("externalId", whole.team().externalId());
        }
        team.put("displayName", whole.team().name());
        if (people != null) {
            team.put("members", people);
        }
        team.put(
                "meta",
                Map.of(
                        "resourceType",
                        "Group",
                        "location",
                        location,
                        "version",
                        "W/\"" + whole.team().version() + "\""));
        return team;
    }

    /** Reads a whole team, as POST and PUT send one. */
    static AgencyTeams.Entry read(JsonNode sent) {
        if (!sent.isObject() || !ScimPerson.names(sent, GROUP)) {
            throw new ScimPerson.Unfit("invalidValue", "administration.scim.not-a-group");
        }
        String externalId = ScimPerson.text(sent, "externalId");
        return new AgencyTeams.Entry(
                ScimPerson.text(sent, "displayName"),
                externalId.isEmpty() ? null : externalId,
                people(ScimPerson.attribute(sent, "members")));
    }

    /** The team that a change (RFC 7644 section 3.5.2) makes of the one there is. */
    static AgencyTeams.Entry changed(AgencyTeams.Whole there, List<Member> in, JsonNode sent) {
        JsonNode operations = ScimPerson.attribute(sent, "Operations");
        if (!sent.isObject()
                || !ScimPerson.names(sent, ScimPerson.PATCH)
                || !operations.isArray()
                || operations.isEmpty()) {
            throw new ScimPerson.Unfit("invalidSyntax", "administration.scim.not-a-change");
        }
        Set<MemberId> people = new LinkedHashSet<>(in.stream().map(Member::id).toList());
        Change change = new Change(there.team().name(), there.team().externalId(), people);
        for (JsonNode operation : operations) {
            change.take(
                    ScimPerson.text(operation, "op").toLowerCase(Locale.ROOT),
                    ScimPerson.text(operation, "path"),
                    ScimPerson.attribute(operation, "value"));
        }
        return new AgencyTeams.Entry(change.name, change.externalId, change.people);
    }

    /** A team while the operations of a change are taken one after the other. */
    private static final class Change {
        private String name;
        private @Nullable String externalId;
        private final Set<MemberId> people;

        Change(String name, @Nullable String externalId, Set<MemberId> people) {
            this.name = name;
            this.externalId = externalId;
            this.people = people;
        }

        void take(String op, String path, JsonNode value) {
            if (!Set.of("add", "remove", "replace").contains(op)) {
                throw new ScimPerson.Unfit("invalidSyntax", "administration.scim.not-a-change");
            }
            boolean remove = op.equals("remove");
            if (path.isEmpty() && !remove && value.isObject()) {
                for (Map.Entry<String, JsonNode> each : value.properties()) {
                    // some directories send the id along, which stays as it is
                    if (!each.getKey().equalsIgnoreCase("id")) {
                        take(op, each.getKey(), each.getValue());
                    }
                }
                return;
            }
            Matcher one = ONE_MEMBER.matcher(path);
            if (remove && one.matches()) {
                people.remove(person(one.group(1)));
                return;
            }
            switch (path.startsWith(GROUP + ":")
                    ? path.substring(GROUP.length() + 1).toLowerCase(Locale.ROOT)
                    : path.toLowerCase(Locale.ROOT)) {
                case "members" -> members(op, value);
                case "displayname" -> name = remove ? "" : words(value);
                case "externalid" -> externalId = remove || words(value).isEmpty() ? null : words(value);
                case "" -> throw new ScimPerson.Unfit("noTarget", "administration.scim.no-target");
                default -> throw new ScimPerson.Unfit("invalidPath", "administration.scim.path-unknown");
            }
        }

        private void members(String op, JsonNode value) {
            boolean named = !value.isMissingNode() && !value.isNull();
            switch (op) {
                case "add" -> people.addAll(people(value));
                case "remove" -> {
                    if (named) {
                        people.removeAll(people(value));
                    } else {
                        people.clear();
                    }
                }
                default -> {
                    people.clear();
                    people.addAll(people(value));
                }
            }
        }

        private static String words(JsonNode value) {
            return value.isString() ? value.asString().strip() : "";
        }
    }

    private static Set<MemberId> people(JsonNode sent) {
        Set<MemberId> people = new LinkedHashSet<>();
        if (sent.isMissingNode() || sent.isNull()) {
            return people;
        }
        List<JsonNode> all = new ArrayList<>();
        if (sent.isArray()) {
            sent.forEach(all::add);
        } else {
            all.add(sent);
        }
        for (JsonNode each : all) {
            people.add(person(each.isString() ? each.asString() : ScimPerson.text(each, "value")));
        }
        return people;
    }

    private static MemberId person(String id) {
        try {
            return new MemberId(UUID.fromString(Objects.requireNonNullElse(id, "")));
        } catch (IllegalArgumentException none) {
            throw new ScimPerson.Unfit("invalidValue", "administration.scim.member-unknown");
        }
    }
}
