package org.holdfast.room.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.pages.SignedIn;
import org.holdfast.room.Following;
import org.holdfast.room.Onlooker;
import org.holdfast.room.RoomNews;
import org.holdfast.room.Rooms;
import org.holdfast.room.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one window hears, as server-sent events (WHATWG HTML, 9.2), for as long as it listens and its person is signed in. Written by the
 * thread of the request, which is a virtual one and costs next to nothing while it waits.
 */
final class EventStream implements View {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(2);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final Following following;
    private final Actor opened;
    private final Rooms rooms;
    private final SignedIn signedIn;
    private final JsonMapper json;
    private final InstantSource clock;

    EventStream(
            Following following, Actor opened, Rooms rooms, SignedIn signedIn, JsonMapper json, InstantSource clock) {
        this.following = following;
        this.opened = opened;
        this.rooms = rooms;
        this.signedIn = signedIn;
        this.json = json;
        this.clock = clock;
    }

    /** A section's text, as the script takes it. */
    record Typed(
            String item,
            String part,
            String text,
            int revision,
            @Nullable String window,
            String by) {
        static Typed of(Section section, boolean held) {
            Section.Hold hold = held ? section.hold() : null;
            return new Typed(
                    section.item().value().toString(),
                    section.part().name(),
                    section.text(),
                    section.revision(),
                    hold == null ? null : hold.window().toString(),
                    hold == null ? "" : hold.name());
        }
    }

    /** Somebody who looks on. */
    record Here(String name, String agency, @Nullable String item) {
        static Here of(Onlooker onlooker) {
            return new Here(
                    onlooker.name(),
                    onlooker.agency(),
                    onlooker.item() == null ? null : onlooker.item().value().toString());
        }
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
        try (following) {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            write(response, request);
        } catch (IOException gone) {
            // the window was closed, or the line is down: it comes back by itself if anybody still looks
        } finally {
            following.leave(opened, clock.instant());
        }
    }

    private void write(HttpServletResponse response, HttpServletRequest request) throws IOException {
        OutputStream out = response.getOutputStream();
        send(out, "retry: 1000\n\n");
        Actor actor = opened;
        long asked = System.nanoTime();
        long told = asked;
        while (!rooms.closing()) {
            following.await(ASKED_EVERY);
            long moment = System.nanoTime();
            if (moment - asked >= ASKED_EVERY.toNanos()) {
                Actor still = signedIn.stillSignedIn(request);
                if (still == null) {
                    send(out, "event: over\ndata: {}\n\n");
                    return;
                }
                actor = still;
                asked = moment;
            }
            switch (following.news(actor, clock.instant())) {
                case Outcome.Refused<List<RoomNews>> _ -> {
                    send(out, "event: closed\ndata: {}\n\n");
                    return;
                }
                case Outcome.Done<List<RoomNews>>(List<RoomNews> news) -> {
                    if (!news.isEmpty()) {
                        StringBuilder events = new StringBuilder();
                        news.forEach(it -> events.append(event(it)));
                        send(out, events.toString());
                        told = moment;
                    } else if (moment - told >= SIGN_OF_LIFE.toNanos()) {
                        send(out, ":\n\n");
                        told = moment;
                    }
                }
            }
        }
    }

    private String event(RoomNews news) {
        return switch (news) {
            case RoomNews.Typed(Section section, boolean held, var cursor) ->
                event("text", cursor.written(), Typed.of(section, held));
            case RoomNews.Here(List<Onlooker> onlookers, var cursor) ->
                event("here", cursor.written(), onlookers.stream().map(Here::of).toList());
            case RoomNews.Changed(var cursor) -> event("changed", cursor.written(), Map.of());
        };
    }

    private String event(String name, String id, Object data) {
        return "id: " + id + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
