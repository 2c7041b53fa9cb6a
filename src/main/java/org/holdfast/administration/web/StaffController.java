package org.holdfast.administration.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.administration.Staff;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.AsksAgain;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.Teams;
import org.holdfast.partnership.Training;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** People and agencies, for administrators. */
@Controller
@RequestMapping("/administration")
class StaffController {

    private final Staff staff;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Pages pages;
    private final InstantSource clock;
    private final String address;

    StaffController(
            Staff staff,
            Partnerships partnerships,
            Teams teams,
            Pages pages,
            InstantSource clock,
            @Value("${holdfast.public-address}") String address) {
        this.staff = staff;
        this.partnerships = partnerships;
        this.teams = teams;
        this.pages = pages;
        this.clock = clock;
        this.address = address;
    }

    @GetMapping
    View roll(Actor actor, @RequestParam(defaultValue = "") String show) {
        return shown(
                staff.roll(actor, clock.instant()),
                roll -> pages.show("administration/roll", new RollView(roll, show.equals("left"), today())));
    }

    @GetMapping("/people/new")
    View fresh(Actor actor) {
        return shown(
                staff.roll(actor, clock.instant()),
                roll -> fresh(roll, Form.empty().set("joined", today())));
    }

    @PostMapping("/people/new")
    @AsksAgain
    View join(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        Outcome<Staff.Joined> joined = staff.join(
                actor,
                new Staff.Joining(
                        agency(form),
                        typed(form, "name"),
                        typed(form, "job-title"),
                        form.ids("team").stream().map(TeamId::new).collect(Collectors.toSet()),
                        typed(form, "email"),
                        form.choices("roles", Role.class),
                        typed(form, "username"),
                        form.date("joined")),
                now);
        return pages.after(
                joined,
                one -> pages.show("administration/joined", new JoinedView(List.of(row(one)))),
                reasons -> shown(staff.roll(actor, now), roll -> fresh(roll, form.with(reasons))));
    }

    private View fresh(Staff.Roll roll, Form form) {
        List<Agency> agencies =
                roll.agencies().stream().filter(agency -> !agency.ended()).toList();
        return pages.show(
                "administration/personForm",
                new PersonFormView(
                        "/administration/people/new",
                        "/administration",
                        true,
                        options(agencies),
                        agencies.stream()
                                .flatMap(agency -> roll.teams().ofAgency(agency.id()).stream()
                                        .map(standing -> Option.of(
                                                standing.team().id().value().toString(),
                                                standing.team().name() + ", " + agency.name())))
                                .toList(),
                        0),
                form);
    }

    @GetMapping("/people/{member}")
    View person(Actor actor, @PathVariable UUID member) {
        return person(actor, new MemberId(member), "", Form.empty());
    }

    private View person(Actor actor, MemberId member, String link, Form form) {
        Instant now = clock.instant();
        return shown(
                staff.person(actor, member, now),
                person -> pages.show(
                        "administration/person",
                        new PersonView(
                                person,
                                partnerships.agencies(actor),
                                partnerships.members(actor).stream()
                                        .filter(each -> each.agency()
                                                .equals(person.whole()
                                                        .file()
                                                        .member()
                                                        .agency()))
                                        .filter(each -> !each.id().equals(member))
                                        .toList(),
                                now,
                                link),
                        form));
    }

    @GetMapping("/people/{member}/change")
    View change(Actor actor, @PathVariable UUID member) {
        return shown(staff.open(actor, new MemberId(member), clock.instant()), whole -> {
            MemberFile file = whole.file();
            return change(
                    actor,
                    member,
                    file.version(),
                    Form.empty()
                            .set("agency", file.member().agency().id().value())
                            .set("name", file.member().name())
                            .set("job-title", file.member().jobTitle())
                            .set("email", file.member().email())
                            .set("roles", file.member().roles()));
        });
    }

    private View change(Actor actor, UUID member, int version, Form form) {
        return pages.show(
                "administration/personForm",
                new PersonFormView(
                        PersonView.path(member) + "/change",
                        PersonView.path(member),
                        false,
                        options(partnerships.agencies(actor).stream()
                                .filter(each -> !each.ended())
                                .toList()),
                        List.of(),
                        version),
                form);
    }

    @PostMapping("/people/{member}/change")
    @AsksAgain
    View change(Actor actor, @PathVariable UUID member, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        int seen = form.version();
        return pages.after(
                staff.change(
                        actor,
                        new MemberId(member),
                        seen,
                        agency(form),
                        typed(form, "name"),
                        typed(form, "job-title"),
                        typed(form, "email"),
                        form.choices("roles", Role.class),
                        clock.instant()),
                _ -> pages.redirect(PersonView.path(member), "administration.changed"),
                reasons -> change(actor, member, seen, form.with(reasons)));
    }

    @PostMapping("/people/{member}/leave")
    View leave(Actor actor, @PathVariable UUID member, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                member,
                form,
                staff.leave(actor, new MemberId(member), form.date("left"), clock.instant()),
                "administration.left");
    }

    @PostMapping("/people/{member}/come-back")
    View comeBack(Actor actor, @PathVariable UUID member, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                member,
                form,
                staff.comesBack(actor, new MemberId(member), form.version(), clock.instant()),
                "administration.came-back");
    }

    @PostMapping("/people/{member}/training")
    View training(Actor actor, @PathVariable UUID member, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return done(
                actor,
                member,
                form,
                staff.trained(
                        actor,
                        new MemberId(member),
                        form.choice("training", Training.class),
                        form.date("completed"),
                        form.date("expires"),
                        clock.instant()),
                "administration.trained");
    }

    @PostMapping("/people/{member}/deputy")
    View deputy(Actor actor, @PathVariable UUID member, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID deputy = form.id("deputy");
        return done(
                actor,
                member,
                form,
                staff.standsIn(
                        actor,
                        new MemberId(member),
                        deputy == null ? null : new MemberId(deputy),
                        form.date("deputy-from"),
                        form.date("deputy-until"),
                        clock.instant()),
                "administration.deputy.named");
    }

    @PostMapping("/people/{member}/link")
    @AsksAgain
    View link(Actor actor, @PathVariable UUID member, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                staff.passwordLink(actor, new MemberId(member), form.ticked("clears-factor"), clock.instant()),
                secret -> person(actor, new MemberId(member), link(secret), Form.empty()),
                reasons -> person(actor, new MemberId(member), "", form.with(reasons)));
    }

    private View done(Actor actor, UUID member, Form form, Outcome<?> outcome, String notice) {
        return pages.after(
                outcome,
                _ -> pages.redirect(PersonView.path(member), notice),
                reasons -> person(actor, new MemberId(member), "", form.with(reasons)));
    }

    @GetMapping("/agencies/new")
    View freshAgency(Actor actor) {
        return shown(
                staff.roll(actor, clock.instant()),
                _ -> pages.show(
                        "administration/agency",
                        new AgencyView(null, authorities(actor), List.of(), List.of(), today()),
                        Form.empty()));
    }

    @PostMapping("/agencies/new")
    View addAgency(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                staff.addAgency(
                        actor,
                        typed(form, "name"),
                        form.choice("kind", AgencyKind.class),
                        form.text("authority"),
                        clock.instant()),
                _ -> pages.redirect("/administration", "administration.agency.added"),
                reasons -> pages.show(
                        "administration/agency",
                        new AgencyView(null, authorities(actor), List.of(), List.of(), today()),
                        form.with(reasons)));
    }

    @GetMapping("/agencies/{agency}")
    View agency(Actor actor, @PathVariable UUID agency) {
        return agency(actor, agency, null);
    }

    private View agency(Actor actor, UUID id, @Nullable Form typed) {
        Instant now = clock.instant();
        return shown(staff.roll(actor, now), roll -> {
            Agency agency = roll.agencies().stream()
                    .filter(each -> each.id().value().equals(id))
                    .findFirst()
                    .orElse(null);
            if (agency == null) {
                return pages.notFound();
            }
            Form form = typed != null
                    ? typed
                    : Form.empty()
                            .set("name", agency.name())
                            .set(
                                    "lead",
                                    partnerships
                                            .lead(actor, agency.id(), today())
                                            .map(lead -> lead.id().value())
                                            .orElse(null))
                            .set(
                                    "team",
                                    teams.answering(actor, agency.id(), now)
                                            .map(TeamId::value)
                                            .orElse(null));
            return pages.show(
                    "administration/agency",
                    new AgencyView(
                            agency,
                            List.of(),
                            roll.files().stream()
                                    .map(MemberFile::member)
                                    .filter(member -> member.agency().equals(agency) && member.memberOn(today()))
                                    .map(StaffController::option)
                                    .toList(),
                            teams.all(actor).stream()
                                    .filter(team -> team.agency().equals(agency.id()))
                                    .toList(),
                            today()),
                    form);
        });
    }

    @PostMapping("/agencies/{agency}")
    View changeAgency(Actor actor, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID lead = form.id("lead");
        return pages.after(
                staff.changeAgency(
                        actor,
                        new AgencyId(agency),
                        typed(form, "name"),
                        lead == null ? null : new MemberId(lead),
                        clock.instant()),
                _ -> pages.redirect("/administration", "administration.agency.changed"),
                reasons -> agency(actor, agency, form.with(reasons)));
    }

    @PostMapping("/agencies/{agency}/end")
    View endAgency(Actor actor, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                staff.endAgency(actor, new AgencyId(agency), form.value("because"), clock.instant()),
                _ -> pages.redirect("/administration", "administration.agency.ended"),
                reasons -> agency(actor, agency, form.with(reasons)));
    }

    @GetMapping("/list")
    View list(Actor actor) {
        return shown(
                staff.roll(actor, clock.instant()),
                _ -> pages.show("administration/list", new ListView(null), Form.empty()));
    }

    @PostMapping("/list")
    View preview(
            Actor actor,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        Form form = Form.of(sent);
        if (file != null && !file.isEmpty()) {
            form = form.set("list", new String(file.getBytes(), StandardCharsets.UTF_8));
        }
        Form typed = form;
        return shown(
                staff.preview(actor, form.value("list"), clock.instant()),
                read -> pages.show("administration/list", new ListView(read), typed.with(read.faults())));
    }

    @PostMapping("/list/take-in")
    @AsksAgain
    View takeIn(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        return pages.after(
                staff.takeIn(actor, form.value("list"), now),
                joined -> pages.show(
                        "administration/joined",
                        new JoinedView(joined.stream().map(this::row).toList())),
                reasons -> shown(
                        staff.preview(actor, form.value("list"), now),
                        read -> pages.show("administration/list", new ListView(read), form.with(reasons))));
    }

    private JoinedView.Row row(Staff.Joined joined) {
        String secret = joined.secret();
        return new JoinedView.Row(joined.member().name(), joined.username(), secret == null ? null : link(secret));
    }

    private String link(String secret) {
        return address + "/sign-in/password/" + secret;
    }

    private LocalDate today() {
        return UnitedKingdom.day(clock.instant());
    }

    private List<Option> authorities(Actor actor) {
        var authorities = partnerships.profile(actor.partnership()).authorities();
        return authorities.size() < 2
                ? List.of()
                : authorities.stream()
                        .map(authority -> Option.of(authority.code(), authority.name()))
                        .toList();
    }

    private static List<Option> options(List<Agency> agencies) {
        return agencies.stream()
                .map(agency -> Option.of(agency.id().value().toString(), agency.name()))
                .toList();
    }

    private static Option option(Member member) {
        return Option.of(member.id().value().toString(), member.name());
    }

    private static @Nullable AgencyId agency(Form form) {
        UUID agency = form.id("agency");
        return agency == null ? null : new AgencyId(agency);
    }

    private static String typed(Form form, String name) {
        return Objects.requireNonNullElse(form.text(name), "");
    }

    private <T> View shown(Outcome<T> outcome, Function<T, View> show) {
        return pages.after(outcome, show, pages::refused);
    }
}
