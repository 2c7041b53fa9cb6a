package org.holdfast.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.administration.AgencyStaff;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.NeedsScope;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Joiners and leavers of one agency, kept by its own directory (SCIM 2.0, RFC 7643 and RFC 7644). */
@RestController
@RequestMapping("/scim/v2")
class ScimController {

    private final AgencyStaff staff;
    private final Teams teams;
    private final ScimAnswers scim;
    private final JsonMapper json;
    private final InstantSource clock;

    ScimController(AgencyStaff staff, Teams teams, ScimAnswers scim, JsonMapper json, InstantSource clock) {
        this.staff = staff;
        this.teams = teams;
        this.scim = scim;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/Users")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String startIndex,
            @RequestParam(required = false) @Nullable String count) {
        return scim.fitting(() -> {
            Predicate<MemberFile> wanted = scim.sought(filter, "userName", "externalId")
                    .<Predicate<MemberFile>>map(sought -> sought.by("userName")
                            ? file -> file.username().equalsIgnoreCase(sought.value())
                            : file -> sought.value().equals(file.externalId()))
                    .orElse(_ -> true);
            Instant now = clock.instant();
            TeamRoll in = teams.roll(actor, now);
            return scim.answer(
                    staff.all(actor, now),
                    all -> scim.page(
                            all.stream().filter(wanted).toList(), startIndex, count, file -> person(file, in)));
        });
    }

    @GetMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> one(Actor actor, @PathVariable String id) {
        return scim.answer(
                known(id).then(member -> staff.open(actor, member, clock.instant())),
                file -> ScimAnswers.ok(person(actor, file)));
    }

    @PostMapping("/Users")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> create(Actor actor, HttpServletRequest request) throws IOException {
        return scim.read(
                request,
                sent -> scim.answer(
                        staff.join(actor, ScimPerson.read(sent), clock.instant()),
                        file -> ResponseEntity.created(URI.create(location(file)))
                                .contentType(ScimAnswers.SCIM)
                                .cacheControl(CacheControl.noStore())
                                .body(person(actor, file))));
    }

    @PutMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> replace(Actor actor, @PathVariable String id, HttpServletRequest request) throws IOException {
        // who is not there is not there, whatever is sent
        Instant now = clock.instant();
        if (known(id).then(member -> staff.open(actor, member, now)) instanceof Outcome.Refused<MemberFile>(var why)) {
            return scim.refused(why);
        }
        return scim.read(
                request,
                sent -> scim.answer(
                        known(id).then(member -> staff.replace(actor, member, ScimPerson.read(sent), now)),
                        file -> ScimAnswers.ok(person(actor, file))));
    }

    @PatchMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> change(Actor actor, @PathVariable String id, HttpServletRequest request) throws IOException {
        Instant now = clock.instant();
        return switch (known(id).then(member -> staff.open(actor, member, now))) {
            case Outcome.Refused<MemberFile>(List<Reason> why) -> scim.refused(why);
            case Outcome.Done<MemberFile>(MemberFile there) ->
                scim.read(request, sent -> {
                    ObjectNode person = json.valueToTree(person(actor, there));
                    return scim.answer(
                            staff.replace(
                                    actor,
                                    there.member().id(),
                                    ScimPerson.read(ScimPerson.changed(person, sent, json)),
                                    now),
                            file -> ScimAnswers.ok(person(actor, file)));
                });
        };
    }

    /** Nobody is deleted: what somebody did stays, with who it was. */
    @DeleteMapping("/Users/{id}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> delete(Actor actor, @PathVariable String id) {
        return scim.answer(
                known(id).then(member -> staff.open(actor, member, clock.instant())),
                _ -> scim.error(501, null, "administration.scim.no-deletion"));
    }

    @GetMapping("/ServiceProviderConfig")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> offered() {
        Map<String, Object> offered = new LinkedHashMap<>();
        offered.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
        offered.put("patch", Map.of("supported", true));
        offered.put("bulk", Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0));
        offered.put("filter", Map.of("supported", true, "maxResults", ScimAnswers.MOST));
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
                        scim.text("administration.scim.token"),
                        "primary",
                        true)));
        offered.put("meta", scim.meta("ServiceProviderConfig", "/ServiceProviderConfig"));
        return ScimAnswers.ok(offered);
    }

    @GetMapping("/ResourceTypes")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> kinds() {
        return ScimAnswers.ok(ScimAnswers.listed(
                List.of(kind("User", "/Users", ScimPerson.USER), kind("Group", "/Groups", ScimTeam.GROUP)), 2, 1));
    }

    @GetMapping("/ResourceTypes/{name}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> kind(@PathVariable String name) {
        return switch (name) {
            case "User" -> ScimAnswers.ok(kind("User", "/Users", ScimPerson.USER));
            case "Group" -> ScimAnswers.ok(kind("Group", "/Groups", ScimTeam.GROUP));
            default -> scim.error(404, null, Pages.NOT_FOUND);
        };
    }

    @GetMapping("/Schemas")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> schemas() {
        return ScimAnswers.ok(ScimAnswers.listed(List.of(userSchema(), groupSchema()), 2, 1));
    }

    @GetMapping("/Schemas/{schema}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> schema(@PathVariable String schema) {
        return switch (schema) {
            case ScimPerson.USER -> ScimAnswers.ok(userSchema());
            case ScimTeam.GROUP -> ScimAnswers.ok(groupSchema());
            default -> scim.error(404, null, Pages.NOT_FOUND);
        };
    }

    private Map<String, Object> kind(String name, String endpoint, String schema) {
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:ResourceType"));
        kind.put("id", name);
        kind.put("name", name);
        kind.put("endpoint", endpoint);
        kind.put("schema", schema);
        kind.put("meta", scim.meta("ResourceType", "/ResourceTypes/" + name));
        return kind;
    }

    private Map<String, Object> groupSchema() {
        return schema(
                ScimTeam.GROUP,
                "Group",
                List.of(
                        attribute("displayName", "string", true, "readWrite", "server"),
                        several(
                                attribute("members", "complex", false, "readWrite", "none"),
                                true,
                                attribute("value", "string", false, "immutable", "none"),
                                attribute("display", "string", false, "readOnly", "none"),
                                attribute("$ref", "reference", false, "immutable", "none"))));
    }

    private Map<String, Object> schema(String id, String name, List<Map<String, Object>> attributes) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("schemas", List.of("urn:ietf:params:scim:schemas:core:2.0:Schema"));
        schema.put("id", id);
        schema.put("name", name);
        schema.put("attributes", attributes);
        schema.put("meta", scim.meta("Schema", "/Schemas/" + id));
        return schema;
    }

    private Map<String, Object> userSchema() {
        Map<String, Object> role = attribute("value", "string", false, "readWrite", "none");
        role.put(
                "canonicalValues",
                AgencyStaff.GIVEN.stream().map(Role::name).sorted().toList());
        return schema(
                ScimPerson.USER,
                "User",
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
                        several(attribute("roles", "complex", false, "readWrite", "none"), true, role),
                        several(
                                attribute("groups", "complex", false, "readOnly", "none"),
                                true,
                                attribute("value", "string", false, "readOnly", "none"),
                                attribute("display", "string", false, "readOnly", "none"),
                                attribute("$ref", "reference", false, "readOnly", "none"))));
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

    private Map<String, Object> person(Actor actor, MemberFile file) {
        return person(file, teams.roll(actor, clock.instant()));
    }

    private Map<String, Object> person(MemberFile file, TeamRoll in) {
        return ScimPerson.of(
                file,
                AgencyStaff.active(file.member(), UnitedKingdom.day(clock.instant())),
                location(file),
                in.of(file.member().id()).stream()
                        .flatMap(team -> in.team(team).stream())
                        .map(standing -> ScimTeam.reference(
                                standing.team().id().value(),
                                standing.team().name(),
                                scim.address(ScimGroupsController.path(
                                        standing.team().id()))))
                        .toList());
    }

    private String location(MemberFile file) {
        return scim.address("/Users/" + file.member().id().value());
    }

    private static Outcome<MemberId> known(String id) {
        try {
            return Outcome.done(new MemberId(UUID.fromString(id)));
        } catch (IllegalArgumentException none) {
            return Outcome.refused(Reason.of(Pages.NOT_FOUND, "SHR-3"));
        }
    }
}
