package org.holdfast.administration.web;

import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.administration.AgencyTeams;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The teams of agencies, for administrators. */
@Controller
@RequestMapping("/administration")
class TeamsController {

    private final AgencyTeams teams;
    private final Pages pages;
    private final InstantSource clock;

    TeamsController(AgencyTeams teams, Pages pages, InstantSource clock) {
        this.teams = teams;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/agencies/{agency}/teams/new")
    View fresh(Actor actor, @PathVariable UUID agency) {
        return fresh(actor, agency, Form.empty().set("from", UnitedKingdom.day(clock.instant())));
    }

    private View fresh(Actor actor, UUID agency, Form form) {
        return pages.after(
                teams.ofAgency(actor, new AgencyId(agency), clock.instant()),
                of -> pages.show("administration/teamForm", new TeamFormView(of.agency()), form),
                pages::refused);
    }

    @PostMapping("/agencies/{agency}/teams/new")
    View make(Actor actor, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                teams.make(actor, new AgencyId(agency), name(form), form.date("from"), clock.instant()),
                team -> pages.redirect(TeamView.path(team.id()), "administration.team.made"),
                reasons -> fresh(actor, agency, form.with(reasons)));
    }

    @PostMapping("/agencies/{agency}/answers")
    View answers(Actor actor, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        UUID team = Form.of(sent).id("team");
        return pages.after(
                teams.answers(actor, new AgencyId(agency), team == null ? null : new TeamId(team), clock.instant()),
                _ -> pages.redirect("/administration/agencies/" + agency, "administration.agency.changed"),
                pages::refused);
    }

    @GetMapping("/teams/{team}")
    View team(Actor actor, @PathVariable UUID team) {
        return team(actor, team, null);
    }

    private View team(Actor actor, UUID id, @Nullable Form typed) {
        return pages.after(
                teams.open(actor, new TeamId(id), clock.instant()),
                whole -> {
                    Team team = whole.team();
                    MemberId lead = team.lead();
                    Form form = typed != null
                            ? typed
                            : Form.empty()
                                    .set("name", team.name())
                                    .set("lead", lead == null ? null : lead.value())
                                    .set("version", team.version());
                    return pages.show("administration/team", new TeamView(whole, clock.instant()), form);
                },
                pages::refused);
    }

    @PostMapping("/teams/{team}")
    View change(Actor actor, @PathVariable UUID team, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                team,
                form,
                teams.change(
                        actor, new TeamId(team), form.version(), name(form), member(form, "lead"), clock.instant()),
                "administration.team.changed");
    }

    @PostMapping("/teams/{team}/people")
    View join(Actor actor, @PathVariable UUID team, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                team,
                form,
                teams.join(actor, new TeamId(team), member(form, "member"), form.ticked("moves"), clock.instant()),
                "administration.team.joined");
    }

    @PostMapping("/teams/{team}/people/leave")
    View leave(Actor actor, @PathVariable UUID team, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                team,
                form,
                teams.leave(actor, new TeamId(team), member(form, "member"), clock.instant()),
                "administration.team.left");
    }

    @PostMapping("/teams/{team}/end")
    View end(Actor actor, @PathVariable UUID team, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                team,
                form,
                teams.end(actor, new TeamId(team), form.version(), form.date("until"), clock.instant()),
                "administration.team.ended");
    }

    /** Back to the team; where something was wrong, with what was typed beside the name and lead as they are. */
    private View done(Actor actor, UUID team, Form form, Outcome<?> outcome, String notice) {
        return pages.after(
                outcome,
                _ -> pages.redirect(TeamView.path(new TeamId(team)), notice),
                reasons -> pages.after(
                        teams.open(actor, new TeamId(team), clock.instant()),
                        whole -> {
                            MemberId lead = whole.team().lead();
                            Form shown = form.has("name")
                                    ? form
                                    : form.set("name", whole.team().name())
                                            .set("lead", lead == null ? null : lead.value());
                            boolean anew = !form.has("version")
                                    || reasons.stream()
                                            .anyMatch(reason ->
                                                    reason.key().equals("administration.team.changed-meanwhile"));
                            return team(
                                    actor,
                                    team,
                                    (anew ? shown.set("version", whole.team().version()) : shown).with(reasons));
                        },
                        pages::refused));
    }

    private static String name(Form form) {
        return Objects.requireNonNullElse(form.text("name"), "");
    }

    private static @Nullable MemberId member(Form form, String name) {
        UUID member = form.id(name);
        return member == null ? null : new MemberId(member);
    }
}
