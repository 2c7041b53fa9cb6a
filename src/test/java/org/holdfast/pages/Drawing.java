package org.holdfast.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.Role;

/** Draws templates without a server, as a co-ordinator would see them on 21 November 2026. */
public final class Drawing {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Texts TEXTS = new Texts();
    private static final Assets ASSETS = new Assets();

    /** Ada Testworker, co-ordinator of the panel of Exampleshire. */
    public static final Actor COORDINATOR = new Actor(
            new PartnershipId(new UUID(0, 1)),
            Actor.Kind.PERSON,
            new UUID(0, 2),
            "Ada Testworker",
            new UUID(0, 3),
            "Exampleshire Council",
            Set.of(Role.PANEL_COORDINATOR));

    private Drawing() {}

    /** A page about a form, at {@code /example}, in English. */
    public static Page page(Form form) {
        return page(form, Language.ENGLISH);
    }

    static Page page(Form form, Language language) {
        return new Page(
                TEXTS,
                ASSETS,
                new Page.Request(
                        language,
                        Instant.parse("2026-11-21T10:30:00Z"),
                        "/example?from=2",
                        COORDINATOR,
                        new Page.Csrf("_csrf", "token-of-this-session"),
                        1800,
                        new Notice("pages.start-page", List.of()),
                        new House.Style("Exampleshire partnership", "#1d3c34"),
                        List.of(new Navigation.Place("pages.layout.help", "/example", 10))),
                form);
    }

    /** The HTML of a page template such as {@code referrals/new} with its view. */
    public static String draw(String template, Object view, Form form) {
        return draw(template, Map.of("page", page(form), "view", view));
    }

    /** The HTML of any template with any parameters. */
    public static String draw(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template + ".jte", new HashMap<>(parameters), output);
        return output.toString();
    }
}
