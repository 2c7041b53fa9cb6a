package org.holdfast.clocks.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.clocks.ClockCommand;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The clocks of a case, and pausing, resuming, extending and restarting them. */
@Controller
class ClocksController {

    private static final Set<ClockCommand> BY_HAND =
            EnumSet.of(ClockCommand.PAUSE, ClockCommand.RESUME, ClockCommand.EXTEND, ClockCommand.RESTART);

    private final Clocks clocks;
    private final Sharing sharing;
    private final Pages pages;
    private final InstantSource clock;

    ClocksController(Clocks clocks, Sharing sharing, Pages pages, InstantSource clock) {
        this.clocks = clocks;
        this.sharing = sharing;
        this.pages = pages;
        this.clock = clock;
    }

    static String path(UUID caseId) {
        return "/cases/" + caseId + "/clocks";
    }

    static String path(UUID caseId, ClockKind kind, ClockCommand command) {
        return path(caseId) + "/" + code(kind) + "/" + code(command);
    }

    @GetMapping("/cases/{caseId}/clocks")
    View clocks(Actor actor, @PathVariable UUID caseId) {
        return switch (clocks.look(actor, new CaseId(caseId), clock.instant())) {
            case Outcome.Refused<List<RunningClock>> refused -> pages.refused(refused);
            case Outcome.Done<List<RunningClock>>(List<RunningClock> runs) ->
                pages.show("clocks/clocks", view(actor, caseId, runs));
        };
    }

    @GetMapping("/cases/{caseId}/clocks/{kind}/{command}")
    View change(Actor actor, @PathVariable UUID caseId, @PathVariable String kind, @PathVariable String command) {
        return form(actor, caseId, kind, command, Form.empty());
    }

    @PostMapping("/cases/{caseId}/clocks/{kind}/{command}")
    View change(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable String kind,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> sent) {
        Optional<ClockKind> ofKind = constant(ClockKind.values(), kind);
        Optional<ClockCommand> asked = constant(ClockCommand.values(), command).filter(BY_HAND::contains);
        if (ofKind.isEmpty() || asked.isEmpty()) {
            return pages.notFound();
        }
        Form form = Form.of(sent);
        List<Reason> faults = faults(asked.get(), form);
        if (!faults.isEmpty()) {
            return form(actor, caseId, kind, command, form.with(faults));
        }
        return switch (change(actor, new CaseId(caseId), ofKind.get(), asked.get(), form, clock.instant())) {
            case Outcome.Done<RunningClock> _ -> pages.redirect(path(caseId), "clocks.notice." + code(asked.get()));
            case Outcome.Refused<RunningClock>(List<Reason> reasons) ->
                reasons.stream().allMatch(reason -> reason.field() != null)
                        ? form(actor, caseId, kind, command, form.with(reasons))
                        : pages.refused(reasons);
        };
    }

    private Outcome<RunningClock> change(
            Actor actor, CaseId caseId, ClockKind kind, ClockCommand command, Form form, Instant now) {
        String reason = Objects.requireNonNullElse(form.text("reason"), "");
        return switch (command) {
            case PAUSE -> clocks.pause(actor, caseId, kind, day(form, "from"), reason, now);
            case RESUME -> clocks.resume(actor, caseId, kind, day(form, "until"), now);
            case EXTEND ->
                clocks.extend(
                        actor,
                        caseId,
                        kind,
                        form.value("version"),
                        Objects.requireNonNullElse(form.number("days"), 0),
                        reason,
                        now);
            case RESTART ->
                clocks.restartByHand(actor, caseId, kind, form.value("version"), day(form, "startedOn"), reason, now);
            case START, STOP -> throw new IllegalArgumentException("not done by hand: " + command);
        };
    }

    private View form(Actor actor, UUID caseId, String kind, String command, Form form) {
        Instant now = clock.instant();
        Optional<ClockCommand> asked = constant(ClockCommand.values(), command).filter(BY_HAND::contains);
        if (asked.isEmpty()) {
            return pages.notFound();
        }
        Outcome<List<RunningClock>> look = sharing.ask(actor, Permission.CHANGE_CLOCK, new CaseId(caseId), now)
                .then(_ -> clocks.look(actor, new CaseId(caseId), now));
        return switch (look) {
            case Outcome.Refused<List<RunningClock>> refused -> pages.refused(refused);
            case Outcome.Done<List<RunningClock>>(List<RunningClock> runs) ->
                runs.stream()
                        .filter(run -> code(run.kind()).equals(kind))
                        .findFirst()
                        .filter(run -> run.available().contains(asked.get()))
                        .filter(run -> asked.get() != ClockCommand.RESTART || run.restartableByHand())
                        .map(run -> pages.show("clocks/change", new ClockChangeView(caseId, run, asked.get()), form))
                        .orElseGet(pages::notFound);
        };
    }

    private ClocksView view(Actor actor, UUID caseId, List<RunningClock> runs) {
        boolean changes = !sharing.visible(actor, Permission.CHANGE_CLOCK, Set.of(new CaseId(caseId)), clock.instant())
                .isEmpty();
        List<ClocksView.Row> current = new ArrayList<>();
        List<RunningClock> earlier = new ArrayList<>();
        Set<ClockKind> seen = EnumSet.noneOf(ClockKind.class);
        for (RunningClock run : runs) {
            if (seen.add(run.kind())) {
                current.add(new ClocksView.Row(run, changes ? offered(run) : List.of()));
            } else {
                earlier.add(run);
            }
        }
        current.sort((one, other) -> one.clock().kind().compareTo(other.clock().kind()));
        return new ClocksView(caseId, current, earlier);
    }

    private static List<ClockCommand> offered(RunningClock run) {
        return run.available().stream()
                .filter(BY_HAND::contains)
                .filter(command -> command != ClockCommand.RESTART || run.restartableByHand())
                .sorted()
                .toList();
    }

    private static List<Reason> faults(ClockCommand command, Form form) {
        return switch (command) {
            case PAUSE -> dayFaults(form, "from");
            case RESUME -> dayFaults(form, "until");
            case RESTART -> dayFaults(form, "startedOn");
            case EXTEND, START, STOP -> List.of();
        };
    }

    private static List<Reason> dayFaults(Form form, String name) {
        Reason fault = form.dateFault(name);
        if (fault != null) {
            return List.of(fault);
        }
        return form.dateTyped(name) ? List.of() : List.of(Reason.about(name, "clocks.day-missing"));
    }

    private static LocalDate day(Form form, String name) {
        return Objects.requireNonNull(form.date(name));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String code) {
        return Stream.of(constants)
                .filter(constant -> code(constant).equals(code))
                .findFirst();
    }
}
