package org.holdfast.administration.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.administration.AgencyStaff;
import org.holdfast.audit.Role;
import org.holdfast.partnership.MemberFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person in the shape of RFC 7643 section 4.1. What Holdfast does not keep is not answered and not looked at when it is sent, as a
 * directory sends what it has.
 */
final class ScimPerson {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private ScimPerson() {}

    /** What is sent is not what the standard says, in a word of its section 3.12. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String type;
        private final String key;

        Unfit(String type, String key) {
            super(type);
            this.type = type;
            this.key = key;
        }

        String type() {
            return type;
        }

        String key() {
            return key;
        }
    }

    /** @param groups the teams they are in, for a directory to read */
    static Map<String, Object> of(MemberFile file, boolean active, String location, List<Map<String, Object>> groups) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("schemas", List.of(USER));
        person.put("id", file.member().id().value().toString());
        if (file.externalId() != null) {
            person.put("externalId", file.externalId());
        }
        person.put("userName", file.username());
        person.put("name", Map.of("formatted", file.member().name()));
        person.put("displayName", file.member().name());
        if (!file.member().jobTitle().isEmpty()) {
            person.put("title", file.member().jobTitle());
        }
        if (!file.member().email().isEmpty()) {
            person.put("emails", List.of(Map.of("value", file.member().email(), "type", "work", "primary", true)));
        }
        person.put(
                "roles",
                file.member().roles().stream()
                        .sorted()
                        .map(role -> Map.of("value", role.name()))
                        .toList());
        if (!groups.isEmpty()) {
            person.put("groups", groups);
        }
        person.put("active", active);
        person.put(
                "meta",
                Map.of("resourceType", "User", "location", location, "version", "W/\"" + file.version() + "\""));
        return person;
    }

    /** Reads a whole person, as POST and PUT send one. */
    static AgencyStaff.Entry read(JsonNode sent) {
        if (!sent.isObject() || !names(sent, USER)) {
            throw new Unfit("invalidValue", "administration.scim.not-a-user");
        }
        String username = text(sent, "userName");
        if (username.isEmpty()) {
            throw new Unfit("invalidValue", "administration.scim.username-missing");
        }
        String externalId = text(sent, "externalId");
        return new AgencyStaff.Entry(
                username,
                name(sent),
                text(sent, "title"),
                email(attribute(sent, "emails")),
                externalId.isEmpty() ? null : externalId,
                roles(attribute(sent, "roles")),
                active(attribute(sent, "active")));
    }

    /** The person that a change (RFC 7644 section 3.5.2) makes of the one there is. */
    static JsonNode changed(ObjectNode person, JsonNode sent, JsonMapper json) {
        JsonNode operations = attribute(sent, "Operations");
        if (!sent.isObject() || !names(sent, PATCH) || !operations.isArray() || operations.isEmpty()) {
            throw new Unfit("invalidSyntax", "administration.scim.not-a-change");
        }
        for (JsonNode operation : operations) {
            String op = text(operation, "op").toLowerCase(Locale.ROOT);
            String path = text(operation, "path");
            JsonNode value = attribute(operation, "value");
            boolean remove = op.equals("remove");
            if (!remove && !op.equals("add") && !op.equals("replace")) {
                throw new Unfit("invalidSyntax", "administration.scim.not-a-change");
            }
            if (path.equalsIgnoreCase("roles") && !op.equals("replace")) {
                ArrayNode roles = json.createArrayNode();
                if (!remove) {
                    person.path("roles").forEach(roles::add);
                    (value.isArray() ? value : List.of(value)).forEach(roles::add);
                }
                person.set("roles", roles);
            } else if (!path.isEmpty()) {
                put(person, path, remove ? json.nullNode() : value, json);
            } else if (!remove && value.isObject()) {
                value.properties().forEach(each -> put(person, each.getKey(), each.getValue(), json));
            } else {
                throw new Unfit("noTarget", "administration.scim.no-target");
            }
        }
        return person;
    }

    private static void put(ObjectNode person, String path, JsonNode value, JsonMapper json) {
        String plain = path.startsWith(USER + ":") ? path.substring(USER.length() + 1) : path;
        switch (plain.toLowerCase(Locale.ROOT)) {
            case "active", "title", "externalid", "username", "roles", "emails" -> person.set(canonical(plain), value);
            case "displayname" -> {
                person.set("displayName", value);
                person.remove("name");
            }
            case "name" -> {
                person.set("name", value);
                person.remove("displayName");
            }
            case "name.formatted", "name.givenname", "name.familyname" -> {
                ObjectNode name =
                        attribute(person, "name") instanceof ObjectNode there ? there : json.createObjectNode();
                String part = plain.substring("name.".length());
                if (!part.equalsIgnoreCase("formatted")) {
                    name.remove("formatted");
                }
                name.set(canonical(part), value);
                person.set("name", name);
                person.remove("displayName");
            }
            default -> {
                if (!plain.toLowerCase(Locale.ROOT).startsWith("emails[")) {
                    throw new Unfit("invalidPath", "administration.scim.path-unknown");
                }
                ArrayNode emails = json.createArrayNode();
                if (value.isString()) {
                    emails.addObject().set("value", value);
                } else if (value.isObject()) {
                    emails.add(value);
                }
                person.set("emails", emails);
            }
        }
    }

    private static String canonical(String attribute) {
        return Stream.of("externalId", "userName", "givenName", "familyName")
                .filter(known -> known.equalsIgnoreCase(attribute))
                .findFirst()
                .orElse(attribute.toLowerCase(Locale.ROOT));
    }

    static boolean names(JsonNode sent, String schema) {
        return attribute(sent, "schemas").valueStream().anyMatch(each -> schema.equalsIgnoreCase(each.asString("")));
    }

    private static String name(JsonNode sent) {
        JsonNode name = attribute(sent, "name");
        String joined = Stream.of(text(name, "givenName"), text(name, "familyName"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(text(sent, "displayName"), text(name, "formatted"), joined)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first of them, where none is named primary. */
    private static String email(JsonNode emails) {
        return emails.valueStream()
                .filter(each -> attribute(each, "primary").asBoolean(false))
                .findFirst()
                .or(() -> emails.valueStream().findFirst())
                .map(each -> text(each, "value"))
                .orElse("");
    }

    private static @Nullable Set<Role> roles(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return null;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonNode each : sent.isArray() ? sent : List.of(sent)) {
            String named = each.isString() ? each.asString() : text(each, "value");
            roles.add(Stream.of(Role.values())
                    .filter(role -> role.name().equals(named))
                    .findFirst()
                    .orElseThrow(() -> new Unfit("invalidValue", "administration.scim.role-unknown")));
        }
        return roles;
    }

    /** Some directories send the words True and False. */
    private static boolean active(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return true;
        }
        String said = sent.isBoolean() || sent.isString() ? sent.asString().toLowerCase(Locale.ROOT) : "";
        return switch (said) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unfit("invalidValue", "administration.scim.active-unclear");
        };
    }

    static String text(JsonNode of, String attribute) {
        JsonNode found = attribute(of, attribute);
        String text = found.isString() ? found.asString().strip() : "";
        if (text.indexOf('\0') >= 0) {
            throw new Unfit("invalidValue", "administration.scim.not-json");
        }
        return text;
    }

    /** Names of attributes are the same in whatever case (RFC 7643 section 2.1). */
    static JsonNode attribute(JsonNode of, String name) {
        return of.properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
