package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Action;
import org.holdfast.casework.ActionCommand;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Plan;
import org.holdfast.casework.PlanDraft;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The safeguarding plan of a case and its actions (MTG-5). */
@Controller
class PlanController {

    private final CaseFrames frames;
    private final Plans plans;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    PlanController(
            CaseFrames frames,
            Plans plans,
            Partnerships partnerships,
            Teams teams,
            Pages pages,
            Texts texts,
            InstantSource clock) {
        this.frames = frames;
        this.plans = plans;
        this.partnerships = partnerships;
        this.teams = teams;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/plan")
    View plan(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> plans.see(actor, id, clock.instant()),
                (frame, seen) -> pages.show(
                        "casework/plan",
                        new PlanView(frame, seen, seen.current().orElse(null))));
    }

    @GetMapping("/cases/{caseId}/plan/new")
    View agree(Actor actor, @PathVariable UUID caseId) {
        return planForm(
                actor,
                caseId,
                "new",
                null,
                replacing(
                        plans.plan(actor, new CaseId(caseId)),
                        Form.empty().set("agreedOn", UnitedKingdom.day(clock.instant()))));
    }

    @PostMapping("/cases/{caseId}/plan/new")
    View agree(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID replaces = form.id("replaces");
        return frames.after(
                plans.agree(
                        actor,
                        new CaseId(caseId),
                        plan(form),
                        replaces == null ? null : new Plan.Seen(replaces, form.version()),
                        clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.plan-agreed"),
                reasons -> {
                    Optional<Plan> saved = plans.plan(actor, new CaseId(caseId));
                    return CaseFrames.meanwhile(reasons)
                            ? planForm(
                                    actor,
                                    caseId,
                                    "new",
                                    saved.orElse(null),
                                    replacing(saved, form).with(reasons))
                            : planForm(actor, caseId, "new", null, Typed.dated(form, reasons, "agreedOn", "reviewOn"));
                });
    }

    /** The form carries which plan in force was seen, so that nobody ends one that they never saw. */
    private static Form replacing(Optional<Plan> inForce, Form form) {
        return inForce.map(plan -> form.set("replaces", plan.id()).set("version", plan.version()))
                .orElse(form);
    }

    @GetMapping("/cases/{caseId}/plan/{plan}")
    View change(Actor actor, @PathVariable UUID caseId, @PathVariable UUID plan) {
        return current(actor, caseId, plan)
                .map(found -> planForm(actor, caseId, plan.toString(), null, filled(found)))
                .orElseGet(pages::notFound);
    }

    @PostMapping("/cases/{caseId}/plan/{plan}")
    View change(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID plan,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                plans.rework(actor, new CaseId(caseId), plan, plan(form), form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.plan-changed"),
                reasons -> {
                    Optional<Plan> saved =
                            CaseFrames.meanwhile(reasons) ? current(actor, caseId, plan) : Optional.empty();
                    return saved.map(now -> planForm(
                                    actor,
                                    caseId,
                                    plan.toString(),
                                    now,
                                    form.set("version", now.version()).with(reasons)))
                            .orElseGet(() -> planForm(
                                    actor,
                                    caseId,
                                    plan.toString(),
                                    null,
                                    Typed.dated(form, reasons, "agreedOn", "reviewOn")));
                });
    }

    @GetMapping("/cases/{caseId}/actions/new")
    View agreeAction(Actor actor, @PathVariable UUID caseId) {
        return actionForm(actor, caseId, "new", null, Form.empty());
    }

    @PostMapping("/cases/{caseId}/actions/new")
    View agreeAction(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                plans.agree(actor, new CaseId(caseId), action(actor, form), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.action-agreed"),
                reasons -> actionForm(actor, caseId, "new", null, Typed.dated(form, reasons, "dueOn")));
    }

    @GetMapping("/cases/{caseId}/actions/{action}")
    View action(Actor actor, @PathVariable UUID caseId, @PathVariable UUID action) {
        return action(actor, caseId, action, Form.empty());
    }

    @PostMapping("/cases/{caseId}/actions/{action}/move")
    View move(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID action,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        ActionCommand command = form.choice("command", ActionCommand.class);
        if (command == null) {
            return action(
                    actor,
                    caseId,
                    action,
                    form.with(List.of(Reason.about("command", "casework.action.needs-command"))));
        }
        return frames.after(
                plans.move(
                        actor,
                        new CaseId(caseId),
                        action,
                        command,
                        Typed.text(form, "note"),
                        form.version(),
                        clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/actions/" + action, "casework.notice.action-moved"),
                reasons -> action(actor, caseId, action, form.with(reasons)));
    }

    @GetMapping("/cases/{caseId}/actions/{action}/change")
    View changeAction(Actor actor, @PathVariable UUID caseId, @PathVariable UUID action) {
        return found(actor, caseId, action)
                .map(found -> actionForm(actor, caseId, action + "/change", null, filled(found)))
                .orElseGet(pages::notFound);
    }

    @PostMapping("/cases/{caseId}/actions/{action}/change")
    View changeAction(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID action,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                plans.rework(actor, new CaseId(caseId), action, action(actor, form), form.version(), clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/actions/" + action, "casework.notice.action-changed"),
                reasons -> {
                    Optional<Action> saved =
                            CaseFrames.meanwhile(reasons) ? found(actor, caseId, action) : Optional.empty();
                    return saved.map(now -> actionForm(
                                    actor,
                                    caseId,
                                    action + "/change",
                                    now,
                                    form.set("version", now.version()).with(reasons)))
                            .orElseGet(() -> actionForm(
                                    actor, caseId, action + "/change", null, Typed.dated(form, reasons, "dueOn")));
                });
    }

    private View action(Actor actor, UUID caseId, UUID action, Form form) {
        return frames.page(actor, caseId, id -> plans.action(actor, id, action, clock.instant()), (frame, found) -> {
            boolean meanwhile = form.has("version") && form.version() != found.version();
            return pages.show(
                    "casework/action",
                    new ActionView(
                            frame,
                            found,
                            plans.available(actor, new CaseId(caseId), found, clock.instant()),
                            meanwhile),
                    form.set("version", found.version()));
        });
    }

    private View planForm(Actor actor, UUID caseId, String action, @Nullable Plan meanwhile, Form form) {
        boolean anew =
                action.equals("new") && plans.plan(actor, new CaseId(caseId)).isPresent();
        return frames.form(
                actor,
                caseId,
                Permission.CHANGE_CASE,
                frame -> pages.show(
                        "casework/planForm",
                        new PlanFormView(frame, frame.path("plan/" + action), anew, meanwhile),
                        form));
    }

    private View actionForm(Actor actor, UUID caseId, String action, @Nullable Action meanwhile, Form form) {
        return frames.form(actor, caseId, Permission.CHANGE_CASE, frame -> {
            List<Option> owners = Stream.concat(
                            members(actor, clock.instant()).stream()
                                    .map(member -> Option.of(member.id().value().toString(), Typed.inList(member))),
                            Stream.concat(
                                    teams(actor)
                                            .map(standing -> Option.of(
                                                    standing.team().id().value().toString(),
                                                    texts.text(
                                                            Language.ENGLISH,
                                                            "casework.action.owner.team",
                                                            standing.team().name(),
                                                            agencyName(
                                                                    actor,
                                                                    standing.team()
                                                                            .agency())))),
                                    partnerships.agencies(actor).stream()
                                            .filter(agency -> !agency.ended())
                                            .map(agency -> Option.of(
                                                    agency.id().value().toString(), agency.name()))))
                    .toList();
            return pages.show(
                    "casework/actionForm",
                    new ActionFormView(frame, frame.path("actions/" + action), action.equals("new"), owners, meanwhile),
                    form);
        });
    }

    private Stream<TeamRoll.Standing> teams(Actor actor) {
        return teams.roll(actor, clock.instant()).teams().stream();
    }

    private String agencyName(Actor actor, AgencyId id) {
        return partnerships.agencies(actor).stream()
                .filter(agency -> agency.id().equals(id))
                .map(Agency::name)
                .findFirst()
                .orElse("");
    }

    private List<Member> members(Actor actor, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        return partnerships.members(actor).stream()
                .filter(member -> member.memberOn(today))
                .toList();
    }

    private Optional<Plan> current(Actor actor, UUID caseId, UUID plan) {
        return plans.see(actor, new CaseId(caseId), clock.instant())
                        instanceof Outcome.Done<Plans.PlanPage>(Plans.PlanPage page)
                ? page.plans().stream()
                        .filter(found -> found.id().equals(plan) && found.endedOn() == null)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Action> found(Actor actor, UUID caseId, UUID action) {
        return plans.action(actor, new CaseId(caseId), action, clock.instant())
                        instanceof Outcome.Done<Action>(Action found)
                ? Optional.of(found)
                : Optional.empty();
    }

    private ActionDraft action(Actor actor, Form form) {
        UUID owner = form.id("owner");
        Optional<Member> member = owner == null
                ? Optional.empty()
                : members(actor, clock.instant()).stream()
                        .filter(one -> one.id().value().equals(owner))
                        .findFirst();
        return member.map(one -> new ActionDraft(
                        Typed.text(form, "what"),
                        Typed.text(form, "why"),
                        one.id(),
                        one.name(),
                        one.agency().id(),
                        one.agency().name(),
                        form.date("dueOn")))
                .or(() -> teams(actor)
                        .map(TeamRoll.Standing::team)
                        .filter(team -> team.id().value().equals(owner))
                        .findFirst()
                        .map(team -> new ActionDraft(
                                Typed.text(form, "what"),
                                Typed.text(form, "why"),
                                null,
                                team.name(),
                                team.agency(),
                                agencyName(actor, team.agency()),
                                team.id(),
                                form.date("dueOn"))))
                .or(() -> partnerships.agencies(actor).stream()
                        .filter(agency -> agency.id().value().equals(owner))
                        .findFirst()
                        .map(agency -> new ActionDraft(
                                Typed.text(form, "what"),
                                Typed.text(form, "why"),
                                null,
                                texts.text(Language.ENGLISH, "casework.action.owner.agency"),
                                agency.id(),
                                agency.name(),
                                form.date("dueOn"))))
                .orElseGet(() -> new ActionDraft(
                        Typed.text(form, "what"),
                        Typed.text(form, "why"),
                        null,
                        Typed.text(form, "ownerName"),
                        null,
                        Typed.text(form, "ownerAgencyName"),
                        form.date("dueOn")));
    }

    private static PlanDraft plan(Form form) {
        return new PlanDraft(
                form.choice("kind", Plan.Kind.class),
                Typed.text(form, "aim"),
                Typed.text(form, "heldWhere"),
                form.date("agreedOn"),
                form.date("reviewOn"));
    }

    private static Form filled(Plan plan) {
        return Form.empty()
                .set("version", plan.version())
                .set("kind", plan.kind())
                .set("aim", plan.aim())
                .set("heldWhere", plan.heldWhere())
                .set("agreedOn", plan.agreedOn())
                .set("reviewOn", plan.reviewOn());
    }

    private static Form filled(Action action) {
        Form form = Form.empty()
                .set("version", action.version())
                .set("what", action.what())
                .set("why", action.why())
                .set("dueOn", action.dueOn());
        AgencyId agency = action.ownerAgency();
        TeamId team = action.ownerTeam();
        if (action.ownerMember() == null && team != null) {
            return form.set("owner", team.value());
        }
        if (action.ownerMember() == null && agency != null) {
            return form.set("owner", agency.value());
        }
        return action.ownerMember() == null
                ? form.set("ownerName", action.ownerName()).set("ownerAgencyName", action.ownerAgencyName())
                : form.set("owner", action.ownerMember().value());
    }

    private static String path(UUID caseId) {
        return "/cases/" + caseId + "/plan";
    }
}
