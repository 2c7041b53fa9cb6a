package org.holdfast.administration.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.administration.Clients;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.pages.AsksAgain;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.Webhook;
import org.holdfast.partnership.WebhookKind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Programs that call the interface, for administrators. */
@Controller
@RequestMapping("/administration/clients")
class ClientsController {

    private final Clients clients;
    private final Pages pages;
    private final InstantSource clock;
    private final String address;

    ClientsController(
            Clients clients, Pages pages, InstantSource clock, @Value("${holdfast.public-address}") String address) {
        this.clients = clients;
        this.pages = pages;
        this.clock = clock;
        this.address = address;
    }

    @GetMapping
    View all(Actor actor) {
        Instant now = clock.instant();
        return shown(
                clients.all(actor, now)
                        .then(all -> clients.givenUp(actor, now).map(givenUp -> new ClientsView(all, givenUp, now))),
                view -> pages.show("administration/clients", view));
    }

    @GetMapping("/new")
    View fresh(Actor actor) {
        return fresh(actor, until(Form.empty().set("a-minute", clients.usualAMinute()), "until"));
    }

    private View fresh(Actor actor, Form form) {
        return shown(
                clients.agencies(actor, clock.instant()),
                agencies -> pages.show(
                        "administration/clientForm",
                        new ClientFormView(agencies.stream()
                                .map(agency -> Option.of(agency.id().value().toString(), agency.name()))
                                .toList()),
                        form));
    }

    @PostMapping("/new")
    @AsksAgain
    View admit(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID agency = form.id("agency");
        return pages.after(
                clients.admit(
                        actor,
                        new Clients.Admitting(
                                agency == null ? null : new AgencyId(agency),
                                Objects.requireNonNullElse(form.text("name"), ""),
                                form.choices("roles", Role.class),
                                form.choices("scopes", ClientScope.class),
                                form.number("a-minute"),
                                form.date("until")),
                        clock.instant()),
                secret -> client(actor, secret.client().actor().member(), secret.secret()),
                reasons -> fresh(actor, form.with(reasons)));
    }

    @GetMapping("/{client}")
    View client(Actor actor, @PathVariable UUID client) {
        return client(actor, client, "");
    }

    private View client(Actor actor, UUID client, String secret) {
        return client(actor, client, secret, "", null);
    }

    /** @param form what was typed; null for what stands */
    private View client(Actor actor, UUID client, String secret, String signing, @Nullable Form form) {
        return shown(
                clients.open(actor, client, clock.instant()),
                opened -> pages.show(
                        "administration/client",
                        new ClientView(
                                opened,
                                secret,
                                address + "/oauth2/token",
                                signing,
                                clients.overlapDays(),
                                clock.instant()),
                        filled(opened.webhook(), form == null ? Form.empty() : form)));
    }

    /** What was typed in one of the forms of the page, and in the others what stands. */
    private Form filled(@Nullable Webhook webhook, Form typed) {
        Form form = typed;
        if (!typed.all().containsKey("address") && webhook != null) {
            form = form.set("address", webhook.address())
                    .set("kinds", webhook.kinds())
                    .set("seen", webhook.id());
        }
        if (!typed.all().containsKey("successor")) {
            form = form.set("successor", Clients.Successor.OVERLAPS);
        }
        return until(until(form, "until"), "signing-until");
    }

    private Form until(Form form, String field) {
        return form.dateTyped(field) ? form : form.set(field, clients.usualLastDay(clock.instant()));
    }

    @PostMapping("/{client}/webhook")
    @AsksAgain
    View tell(Actor actor, @PathVariable UUID client, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID seen = form.id("seen");
        Clients.Listening listening = new Clients.Listening(
                Objects.requireNonNullElse(form.text("address"), ""), form.choices("kinds", WebhookKind.class));
        return seen == null
                ? pages.after(
                        clients.tell(actor, client, listening, clock.instant()),
                        signing -> client(actor, client, "", signing, null),
                        reasons -> client(actor, client, "", "", form.with(reasons)))
                : pages.after(
                        clients.tellOtherwise(actor, client, listening, seen, clock.instant()),
                        _ -> pages.redirect(
                                "/administration/clients/" + client, "administration.webhook.otherwise.done"),
                        reasons -> client(actor, client, "", "", form.with(reasons)));
    }

    @PostMapping("/{client}/webhook/end")
    View endTelling(Actor actor, @PathVariable UUID client) {
        return shown(
                clients.endTelling(actor, client, clock.instant()),
                _ -> pages.redirect("/administration/clients/" + client, "administration.webhook.ended"));
    }

    @PostMapping("/{client}/webhook/again")
    View sendAgain(Actor actor, @PathVariable UUID client) {
        return shown(
                clients.sendAgain(actor, client, clock.instant()),
                _ -> pages.redirect("/administration/clients/" + client, "administration.webhook.sent-again"));
    }

    @PostMapping("/{client}/webhook/secret")
    @AsksAgain
    View anotherSigningSecret(
            Actor actor, @PathVariable UUID client, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                clients.anotherSigningSecret(
                        actor, client, form.date("signing-until"), form.id("seen-secret"), clock.instant()),
                signing -> client(actor, client, "", signing, null),
                reasons -> client(actor, client, "", "", form.with(reasons)));
    }

    @PostMapping("/{client}/secret")
    @AsksAgain
    View anotherSecret(Actor actor, @PathVariable UUID client, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                clients.anotherSecret(
                        actor,
                        client,
                        form.date("until"),
                        form.choice("successor", Clients.Successor.class),
                        clock.instant()),
                secret -> client(actor, client, secret),
                reasons -> client(actor, client, "", "", form.with(reasons)));
    }

    @PostMapping("/{client}/secret/{number}/end")
    View takeBackSecret(Actor actor, @PathVariable UUID client, @PathVariable int number) {
        return shown(
                clients.takeBackSecret(actor, client, number, clock.instant()),
                _ -> pages.redirect("/administration/clients/" + client, "administration.client.taken-back"));
    }

    @PostMapping("/{client}/end")
    View end(Actor actor, @PathVariable UUID client) {
        return shown(
                clients.end(actor, client, clock.instant()),
                _ -> pages.redirect("/administration/clients/" + client, "administration.client.ended"));
    }

    private <T> View shown(Outcome<T> outcome, Function<T, View> show) {
        return pages.after(outcome, show, pages::refused);
    }
}
