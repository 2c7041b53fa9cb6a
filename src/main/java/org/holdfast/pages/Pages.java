package org.holdfast.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Draws pages. A controller answers what one of these methods returns. */
@Component
public class Pages {
    /** The reason that stands for both missing and forbidden. */
    public static final String NOT_FOUND = "sharing.not-found";

    /** What a browser may load and do on our pages: nothing from elsewhere, nothing written into the page. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'";

    /** The header of a request that the page makes by itself, while nobody does anything. */
    public static final String BY_ITSELF = "Holdfast-By-Itself";

    /** Whether the page asks by itself: such a request is no sign that anybody is there. */
    public static boolean byItself(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getHeader(BY_ITSELF) != null || accept != null && accept.startsWith("text/event-stream");
    }

    /** Paths that need no sign-in: they hold nothing of anybody. */
    public static final List<String> PUBLIC_PATHS = List.of("/assets/**", "/accessibility", "/help", "/error");

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\s]*");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final Assets assets;
    private final InstantSource clock;
    private final ObjectProvider<SignedIn> signedIn;
    private final ObjectProvider<House> house;
    private final ObjectProvider<Navigation> navigation;
    private final ObjectProvider<Drafts> drafts;

    Pages(
            Texts texts,
            Assets assets,
            InstantSource clock,
            ObjectProvider<SignedIn> signedIn,
            ObjectProvider<House> house,
            ObjectProvider<Navigation> navigation,
            ObjectProvider<Drafts> drafts) {
        this.texts = texts;
        this.assets = assets;
        this.clock = clock;
        this.signedIn = signedIn;
        this.house = house;
        this.navigation = navigation;
        this.drafts = drafts;
    }

    /** The page of a template such as {@code referrals/new}; the view is its second parameter. */
    public View show(String template, Object view) {
        return show(template, view, Form.empty());
    }

    /** The page of a template with what was typed: status 422 where something is wrong with it. */
    public View show(String template, Object view, Form form) {
        return drawn(form.hasFaults() ? 422 : 200, template, view, form);
    }

    /** The answer to a refusal that no form can put right: missing or forbidden as 404, other reasons listed as 422. */
    public View refused(List<Reason> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.key().equals(NOT_FOUND))) {
            return notFound();
        }
        return (model, request, response) -> {
            String html = html("pages/refused", page(request, Form.empty()), new Refusal(reasons, cameFrom(request)));
            response.setStatus(422);
            send(response, html);
        };
    }

    /** The page of ours on which something was asked; null where the browser does not say, or the answer itself would be asked again. */
    private static @Nullable String cameFrom(HttpServletRequest request) {
        String said = request.getHeader("Referer");
        if (said == null) {
            return null;
        }
        try {
            URI from = new URI(said);
            String path = from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            return from.getRawPath() != null
                            && Objects.equals(from.getRawAuthority(), request.getHeader("Host"))
                            && ours(path)
                            && !from.getRawPath().equals(request.getRequestURI())
                    ? path
                    : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    /** {@link #refused(List)} of a refused outcome. */
    public View refused(Outcome.Refused<?> refused) {
        return refused(refused.reasons());
    }

    /** What follows an outcome: what was done leads on, what a form can put right shows it again, and what is missing or forbidden is not found. */
    public <T> View after(Outcome<T> outcome, Function<T, View> done, Function<List<Reason>, View> again) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> reasons) ->
                reasons.stream().anyMatch(reason -> reason.key().equals(NOT_FOUND))
                        ? refused(reasons)
                        : again.apply(reasons);
        };
    }

    /** There is no such page, or it is not for this person: one cannot tell which. */
    public View notFound() {
        return drawn(404, "pages/notFound", "", Form.empty());
    }

    /** An error page with a status of its own. */
    public View failed(int status, String template, Object view) {
        return failed(status, template, view, Form.empty());
    }

    /** The same with what was typed. */
    public View failed(int status, String template, Object view, Form form) {
        return drawn(status, template, view, form);
    }

    /** Go on at a path of ours, with GET (303). */
    public View redirect(String path) {
        return redirect(path, null);
    }

    /** Go on at a path of ours, where the text of the key says once what was done. */
    public View redirect(String path, @Nullable String noticeKey, String... values) {
        if (!ours(path)) {
            throw new IllegalArgumentException("not a path of ours: " + path);
        }
        return (model, request, response) -> {
            if (noticeKey != null) {
                request.getSession().setAttribute(Notice.SESSION_ATTRIBUTE, new Notice(noticeKey, List.of(values)));
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path);
        };
    }

    /** Is this a path of this installation, and not an address elsewhere? */
    public static boolean ours(String path) {
        return OURS.matcher(path).matches();
    }

    private View drawn(int status, String template, Object view, Form form) {
        return (model, request, response) -> {
            // the whole page before its first byte, so that a failure is an error page and not half a page
            String html = html(template, page(request, form), view);
            response.setStatus(status);
            send(response, html);
        };
    }

    String html(String template, Page page, Object view) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("view", view);
        StringOutput output = new StringOutput(32 * 1024);
        templates.render(template + ".jte", parameters, output);
        return output.toString();
    }

    private static void send(HttpServletResponse response, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Page page(HttpServletRequest request, Form form) {
        Actor actor = actor(request);
        HttpSession session = request.getSession(false);
        return new Page(
                texts,
                assets,
                new Page.Request(
                        Language.ENGLISH,
                        clock.instant(),
                        path(request),
                        actor,
                        csrf(request),
                        session == null || actor == null ? 0 : secondsLeft(request),
                        notice(session),
                        style(actor),
                        places(actor)),
                form,
                key -> actor == null ? Map.of() : drafts.getObject().of(actor, key));
    }

    private int secondsLeft(HttpServletRequest request) {
        SignedIn source = signedIn.getIfAvailable();
        return source == null ? 0 : source.secondsLeft(request);
    }

    private @Nullable Actor actor(HttpServletRequest request) {
        SignedIn source = signedIn.getIfAvailable();
        if (source != null) {
            return source.actor(request);
        }
        return request.getUserPrincipal() instanceof Authentication known && known.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }

    private House.Style style(@Nullable Actor actor) {
        House styles = house.getIfAvailable();
        return styles == null || actor == null ? House.Style.PLAIN : styles.of(actor.partnership());
    }

    private List<Navigation.Place> places(@Nullable Actor actor) {
        if (actor == null) {
            return List.of();
        }
        return navigation.stream()
                .flatMap(source -> source.of(actor).stream())
                .sorted(Comparator.comparingInt(Navigation.Place::order))
                .toList();
    }

    private static Page.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Page.Csrf(token.getParameterName(), token.getToken())
                : null;
    }

    private static @Nullable Notice notice(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(Notice.SESSION_ATTRIBUTE) instanceof Notice notice)) {
            return null;
        }
        session.removeAttribute(Notice.SESSION_ATTRIBUTE);
        return notice;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
