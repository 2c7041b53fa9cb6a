package org.holdfast.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.administration.AgencyStaff;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.NeedsScope;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Joiners and leavers of one agency, kept by its own directory (SCIM 2.0, RFC 7643 and RFC 7644). */
@RestController
@RequestMapping("/scim/v2")
class ScimController {

    private static final MediaType SCIM = MediaType.parseMediaType("application/scim+json");
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final int LARGEST_BODY = 64 * 1024;
    private static final int MOST = 200;
    private static final Pattern FILTER = Pattern.compile(
            "\\s*(userName|externalId)\\s+eq\\s+(\"(?:[^\"\\\\]|\\\\.)*\")\\s*", Pattern.CASE_INSENSITIVE);

    private final AgencyStaff staff;
    private final Texts texts;
    private final JsonMapper json;
    private final InstantSource clock;
    private final String base;

    ScimController(
            AgencyStaff staff,
            Texts texts,
            JsonMapper json,
            InstantSource clock,
            @Value("${holdfast.public-address}") String address) {
        this.staff = staff;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
        this.base = address + "/scim/v2";
    }

    @GetMapping("/Users")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String startIndex,
            @RequestParam(required = false) @Nullable String count) {
        Optional<Predicate<MemberFile>> wanted = wanted(filter);
        if (wanted.isEmpty()) {
            return error(400, "invalidFilter", "administration.scim.filter");
        }
        int first = Math.max(1, number(startIndex, 1));
        int most = Math.clamp(number(count, MOST), 0, MOST);
        return answer(staff.all(actor, clock.instant()), all -> {
            List<MemberFile> found = all.stream().filter(wanted.get()).toList();
            return ok(listed(
                    found.stream()
                            .skip(first - 1L)
                            .limit(most)
                            .map(this::person)
                            .toList(),
                    found.size(),
                    first));
        });
    }

    @GetMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> one(Actor actor, @PathVariable String id) {
        return answer(known(id).then(member -> staff.open(actor, member, clock.instant())), file -> ok(person(file)));
    }

    @PostMapping("/Users")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> create(Actor actor, HttpServletRequest request) throws IOException {
        return read(
                request,
                sent -> answer(
                        staff.join(actor, ScimPerson.read(sent), clock.instant()),
                        file -> ResponseEntity.created(URI.create(location(file)))
                                .contentType(SCIM)
                                .cacheControl(CacheControl.noStore())
                                .body(person(file))));
    }

    @PutMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> replace(Actor actor, @PathVariable String id, HttpServletRequest request) throws IOException {
        // who is not there is not there, whatever is sent
        Instant now = clock.instant();
        if (known(id).then(member -> staff.open(actor, member, now)) instanceof Outcome.Refused<MemberFile>(var why)) {
            return refused(why);
        }
        return read(
                request,
                sent -> answer(
                        known(id).then(member -> staff.replace(actor, member, ScimPerson.read(sent), now)),
                        file -> ok(person(file))));
    }

    @PatchMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> change(Actor actor, @PathVariable String id, HttpServletRequest request) throws IOException {
        Instant now = clock.instant();
        return switch (known(id).then(member -> staff.open(actor, member, now))) {
            case Outcome.Refused<MemberFile>(List<Reason> why) -> refused(why);
            case Outcome.Done<MemberFile>(MemberFile there) ->
                read(request, sent -> {
                    ObjectNode person = json.valueToTree(person(there));
                    return answer(
                            staff.replace(
                                    actor,
                                    there.member().id(),
                                    ScimPerson.read(ScimPerson.changed(person, sent, json)),
                                    now),
                            file -> ok(person(file)));
                });
        };
    }

    /** Nobody is deleted: what somebody did stays, with who it was. */
    @DeleteMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> delete(Actor actor, @PathVariable String id) {
        return answer(
                known(id).then(member -> staff.open(actor, member, clock.instant())),
                _ -> error(501, null, "administration.scim.no-deletion"));
    }

    @GetMapping("/ServiceProviderConfig")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> offered() {
        Map<String, Object> offered = new LinkedHashMap<>();
        offered.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
        offered.put("patch", Map.of("supported", true));
        offered.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
        offered.put("filter", Map.of("supported", true, "maxResults", MOST));
        for (String not : List.of("changePassword", "sort", "etag")) {
            offered.put(not, Map.of("supported", false));
        }
        offered.put(
                "authenticationSchemes",
                List.of(Map.of(
                        "type",
                        "oauthbearertoken",
                        "name",
                        "OAuth Bearer Token",
                        "description",
                        texts.text(Language.ENGLISH, "administration.scim.token"),
                        "primary",
                        true)));
        offered.put("meta", meta("ServiceProviderConfig", "/ServiceProviderConfig"));
        return ok(offered);
    }

    @GetMapping("/ResourceTypes")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> kinds() {
        return ok(listed(List.of(kind()), 1, 1));
    }

    @GetMapping("/ResourceTypes/{name}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> kind(@PathVariable String name) {
        return name.equals("User") ? ok(kind()) : error(404, null, Pages.NOT_FOUND);
    }

    @GetMapping("/Schemas")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> schemas() {
        return ok(listed(List.of(schema()), 1, 1));
    }

    @GetMapping("/Schemas/{schema}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> schema(@PathVariable String schema) {
        return schema.equals(ScimPerson.USER) ? ok(schema()) : error(404, null, Pages.NOT_FOUND);
    }

    private Map<String, Object> kind() {
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ResourceType"));
        kind.put("id", "User");
        kind.put("name", "User");
        kind.put("endpoint", "/Users");
        kind.put("schema", ScimPerson.USER);
        kind.put("meta", meta("ResourceType", "/ResourceTypes/User"));
        return kind;
    }

    private Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Schema"));
        schema.put("id", ScimPerson.USER);
        schema.put("name", "User");
        Map<String, Object> role = attribute("value", "string", false, "readWrite", "none");
        role.put(
                "canonicalValues",
                AgencyStaff.GIVEN.stream().map(Role::name).sorted().toList());
        schema.put(
                "attributes",
                List.of(
                        attribute("userName", "string", true, "immutable", "server"),
                        several(
                                attribute("name", "complex", false, "readWrite", "none"),
                                false,
                                attribute("formatted", "string", false, "readWrite", "none"),
                                attribute("givenName", "string", false, "writeOnly", "none"),
                                attribute("familyName", "string", false, "writeOnly", "none")),
                        attribute("displayName", "string", false, "readWrite", "none"),
                        attribute("title", "string", false, "readWrite", "none"),
                        attribute("active", "boolean", false, "readWrite", "none"),
                        several(
                                attribute("emails", "complex", false, "readWrite", "none"),
                                true,
                                attribute("value", "string", false, "readWrite", "none"),
                                attribute("type", "string", false, "readWrite", "none"),
                                attribute("primary", "boolean", false, "readWrite", "none")),
                        several(attribute("roles", "complex", false, "readWrite", "none"), true, role)));
        schema.put("meta", meta("Schema", "/Schemas/" + ScimPerson.USER));
        return schema;
    }

    private static Map<String, Object> attribute(
            String name, String type, boolean required, String mutability, String uniqueness) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("name", name);
        attribute.put("type", type);
        attribute.put("multiValued", false);
        attribute.put("required", required);
        attribute.put("caseExact", false);
        attribute.put("mutability", mutability);
        attribute.put("returned", mutability.equals("writeOnly") ? "never" : "default");
        attribute.put("uniqueness", uniqueness);
        return attribute;
    }

    @SafeVarargs
    private static Map<String, Object> several(
            Map<String, Object> attribute, boolean multiValued, Map<String, Object>... parts) {
        attribute.put("multiValued", multiValued);
        attribute.put("subAttributes", List.of(parts));
        return attribute;
    }

    private Map<String, Object> meta(String kind, String path) {
        return Map.of("resourceType", kind, "location", base + path);
    }

    private static Map<String, Object> listed(List<?> resources, int total, int first) {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("schemas", List.of(LIST));
        listed.put("totalResults", total);
        listed.put("startIndex", first);
        listed.put("itemsPerPage", resources.size());
        listed.put("Resources", resources);
        return listed;
    }

    /** Everybody, or whoever a directory looks for by the name it knows; empty where it asks what is not offered. */
    private Optional<Predicate<MemberFile>> wanted(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return Optional.of(_ -> true);
        }
        Matcher asked = FILTER.matcher(filter);
        if (!asked.matches()) {
            return Optional.empty();
        }
        String value;
        try {
            value = json.readTree(asked.group(2)).asString();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
        return Optional.of(
                asked.group(1).equalsIgnoreCase("userName")
                        ? file -> file.username().equalsIgnoreCase(value)
                        : file -> value.equals(file.externalId()));
    }

    private Map<String, Object> person(MemberFile file) {
        return ScimPerson.of(
                file, AgencyStaff.active(file.member(), UnitedKingdom.day(clock.instant())), location(file));
    }

    private String location(MemberFile file) {
        return base + "/Users/" + file.member().id().value();
    }

    private ResponseEntity<?> read(HttpServletRequest request, Function<JsonNode, ResponseEntity<?>> then)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return error(413, null, "administration.scim.too-large");
        }
        try {
            return then.apply(json.readTree(body));
        } catch (JacksonException unreadable) {
            return error(400, "invalidSyntax", "administration.scim.not-json");
        } catch (ScimPerson.Unfit unfit) {
            return error(400, unfit.type(), unfit.key());
        }
    }

    private <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> why) -> refused(why);
        };
    }

    private ResponseEntity<?> refused(List<Reason> why) {
        Reason first = why.getFirst();
        String detail = texts.text(Language.ENGLISH, first);
        if (why.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND))) {
            return error(404, null, Pages.NOT_FOUND);
        }
        if (why.stream().anyMatch(reason -> reason.key().equals(Partnerships.USERNAME_TAKEN))) {
            return told(409, "uniqueness", texts.text(Language.ENGLISH, Partnerships.USERNAME_TAKEN));
        }
        if (first.key().equals("administration.scim.username-stays")) {
            return told(400, "mutability", detail);
        }
        return first.field() == null || first.field().equals("left")
                ? told(409, null, detail)
                : told(400, "invalidValue", detail);
    }

    private ResponseEntity<?> error(int status, @Nullable String type, String key) {
        return told(status, type, texts.text(Language.ENGLISH, key));
    }

    private static ResponseEntity<?> told(int status, @Nullable String type, String detail) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("schemas", List.of(ERROR));
        error.put("status", Integer.toString(status));
        if (type != null) {
            error.put("scimType", type);
        }
        error.put("detail", detail);
        return ResponseEntity.status(status)
                .contentType(SCIM)
                .cacheControl(CacheControl.noStore())
                .body(error);
    }

    private static ResponseEntity<?> ok(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(SCIM)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    private static Outcome<MemberId> known(String id) {
        try {
            return Outcome.done(new MemberId(UUID.fromString(id)));
        } catch (IllegalArgumentException none) {
            return Outcome.refused(Reason.of(Pages.NOT_FOUND, "SHR-3"));
        }
    }
}
