package org.holdfast.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.holdfast.administration.AgencyTeams;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.holdfast.partnership.TeamId;
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

/** The teams of one agency, kept by its own directory (SCIM 2.0, RFC 7643 section 4.2 and RFC 7644). */
@RestController
@RequestMapping("/scim/v2/Groups")
class ScimGroupsController {

    private final AgencyTeams teams;
    private final ScimAnswers scim;
    private final InstantSource clock;

    ScimGroupsController(AgencyTeams teams, ScimAnswers scim, InstantSource clock) {
        this.teams = teams;
        this.scim = scim;
        this.clock = clock;
    }

    static String path(TeamId team) {
        return "/Groups/" + team.value();
    }

    @GetMapping
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String startIndex,
            @RequestParam(required = false) @Nullable String count,
            @RequestParam(defaultValue = "") String excludedAttributes) {
        Instant now = clock.instant();
        return scim.fitting(() -> {
            Predicate<AgencyTeams.Whole> wanted = scim.sought(filter, "displayName", "externalId")
                    .<Predicate<AgencyTeams.Whole>>map(sought -> sought.by("displayName")
                            ? whole -> whole.team().name().equalsIgnoreCase(sought.value())
                            : whole -> sought.value().equals(whole.team().externalId()))
                    .orElse(_ -> true);
            return scim.answer(
                    teams.own(actor, now),
                    all -> scim.page(
                            all.stream().filter(wanted).toList(),
                            startIndex,
                            count,
                            whole -> shown(whole, excludedAttributes, now)));
        });
    }

    @GetMapping("/{team}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> one(
            Actor actor, @PathVariable("team") String id, @RequestParam(defaultValue = "") String excludedAttributes) {
        Instant now = clock.instant();
        return scim.answer(
                known(id).then(team -> teams.own(actor, team, now)),
                whole -> ScimAnswers.ok(shown(whole, excludedAttributes, now)));
    }

    @PostMapping
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> create(Actor actor, HttpServletRequest request) throws IOException {
        Instant now = clock.instant();
        return scim.read(
                request,
                sent -> scim.answer(
                        teams.make(actor, ScimTeam.read(sent), now),
                        whole -> ResponseEntity.created(URI.create(location(whole)))
                                .contentType(ScimAnswers.SCIM)
                                .cacheControl(CacheControl.noStore())
                                .body(shown(whole, "", now))));
    }

    @PutMapping("/{team}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> replace(Actor actor, @PathVariable("team") String id, HttpServletRequest request)
            throws IOException {
        Instant now = clock.instant();
        // what is not there is not there, whatever is sent
        return switch (known(id).then(team -> teams.own(actor, team, now))) {
            case Outcome.Refused<AgencyTeams.Whole>(List<Reason> why) -> scim.refused(why);
            case Outcome.Done<AgencyTeams.Whole>(AgencyTeams.Whole there) ->
                scim.read(request, sent -> replaced(actor, there, ScimTeam.read(sent), now));
        };
    }

    @PatchMapping("/{team}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> change(Actor actor, @PathVariable("team") String id, HttpServletRequest request)
            throws IOException {
        Instant now = clock.instant();
        return switch (known(id).then(team -> teams.own(actor, team, now))) {
            case Outcome.Refused<AgencyTeams.Whole>(List<Reason> why) -> scim.refused(why);
            case Outcome.Done<AgencyTeams.Whole>(AgencyTeams.Whole there) ->
                scim.read(
                        request, sent -> replaced(actor, there, ScimTeam.changed(there, there.people(now), sent), now));
        };
    }

    /** The team ends today. What it did stays under its name. */
    @DeleteMapping("/{team}")
    @NeedsScope(ClientScope.SCIM)
    ResponseEntity<?> end(Actor actor, @PathVariable("team") String id) {
        return scim.answer(
                known(id).then(team -> teams.end(actor, team, clock.instant())),
                _ -> ResponseEntity.noContent().build());
    }

    private ResponseEntity<?> replaced(Actor actor, AgencyTeams.Whole there, AgencyTeams.Entry entry, Instant now) {
        return scim.answer(
                teams.replace(actor, there.team().id(), entry, now), whole -> ScimAnswers.ok(shown(whole, "", now)));
    }

    private Map<String, Object> shown(AgencyTeams.Whole whole, String excluded, Instant now) {
        boolean without = Stream.of(excluded.split(",", -1)).map(String::strip).anyMatch("members"::equalsIgnoreCase);
        return ScimTeam.of(
                whole,
                without
                        ? null
                        : whole.people(now).stream()
                                .map(member -> ScimTeam.reference(
                                        member.id().value(),
                                        member.name(),
                                        scim.address("/Users/" + member.id().value())))
                                .toList(),
                location(whole));
    }

    private String location(AgencyTeams.Whole whole) {
        return scim.address(path(whole.team().id()));
    }

    private static Outcome<TeamId> known(String id) {
        try {
            return Outcome.done(new TeamId(UUID.fromString(id)));
        } catch (IllegalArgumentException none) {
            return Outcome.refused(Reason.of(Pages.NOT_FOUND, "SHR-3"));
        }
    }
}
