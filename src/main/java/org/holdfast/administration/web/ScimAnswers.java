package org.holdfast.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.administration.AgencyTeams;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and teams of an agency have in common as a directory asks for them: how bodies are read, lists and errors answered (RFC 7644). */
@Component
class ScimAnswers {

    static final MediaType SCIM = MediaType.parseMediaType("application/scim+json");
    static final int MOST = 200;
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final List<String> TAKEN = List.of(Partnerships.USERNAME_TAKEN, AgencyTeams.TAKEN);
    private static final Pattern FILTER =
            Pattern.compile("\\s*(\\w+)\\s+eq\\s+(\"(?:[^\"\\\\]|\\\\.)*\")\\s*", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_BODY = 64 * 1024;

    private final Texts texts;
    private final JsonMapper json;
    private final String base;

    ScimAnswers(Texts texts, JsonMapper json, @Value("${holdfast.public-address}") String address) {
        this.texts = texts;
        this.json = json;
        this.base = address + "/scim/v2";
    }

    String address(String path) {
        return base + path;
    }

    String text(String key) {
        return texts.text(Language.ENGLISH, key);
    }

    Map<String, Object> meta(String kind, String path) {
        return Map.of("resourceType", kind, "location", base + path);
    }

    static Map<String, Object> listed(List<?> resources, int total, int first) {
        Map<String, Object> listed = new LinkedHashMap<>();
        listed.put("schemas", List.of(LIST));
        listed.put("totalResults", total);
        listed.put("startIndex", first);
        listed.put("itemsPerPage", resources.size());
        listed.put("Resources", resources);
        return listed;
    }

    ResponseEntity<?> read(HttpServletRequest request, Function<JsonNode, ResponseEntity<?>> then) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return error(413, null, "administration.scim.too-large");
        }
        return fitting(() -> then.apply(json.readTree(body)));
    }

    /** What comes of something sent, or what is wrong with it as the standard says. */
    ResponseEntity<?> fitting(Supplier<ResponseEntity<?>> work) {
        try {
            return work.get();
        } catch (JacksonException unreadable) {
            return error(400, "invalidSyntax", "administration.scim.not-json");
        } catch (ScimPerson.Unfit unfit) {
            return error(400, unfit.type(), unfit.key());
        }
    }

    /** What a directory looks for: one attribute by its whole value. */
    record Sought(String attribute, String value) {
        boolean by(String name) {
            return attribute.equalsIgnoreCase(name);
        }
    }

    /**
     * The filter of a list; empty for none.
     *
     * @param attributes by which can be looked for
     */
    Optional<Sought> sought(@Nullable String filter, String... attributes) {
        if (filter == null || filter.isBlank()) {
            return Optional.empty();
        }
        Matcher asked = FILTER.matcher(filter);
        if (!asked.matches() || Stream.of(attributes).noneMatch(asked.group(1)::equalsIgnoreCase)) {
            throw new ScimPerson.Unfit("invalidFilter", "administration.scim.filter");
        }
        try {
            return Optional.of(
                    new Sought(asked.group(1), json.readTree(asked.group(2)).asString()));
        } catch (JacksonException unreadable) {
            throw new ScimPerson.Unfit("invalidFilter", "administration.scim.filter");
        }
    }

    /** The part of a list that was asked for. */
    <T> ResponseEntity<?> page(
            List<T> found,
            @Nullable String startIndex,
            @Nullable String count,
            Function<T, Map<String, Object>> shape) {
        int first = Math.max(1, number(startIndex, 1));
        int most = Math.clamp(number(count, MOST), 0, MOST);
        return ok(listed(found.stream().skip(first - 1L).limit(most).map(shape).toList(), found.size(), first));
    }

    <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> why) -> refused(why);
        };
    }

    ResponseEntity<?> refused(List<Reason> why) {
        Reason first = why.getFirst();
        String detail = texts.text(
                Language.ENGLISH,
                why.stream()
                        .filter(reason -> TAKEN.contains(reason.key()))
                        .findFirst()
                        .orElse(first));
        if (why.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND))) {
            return error(404, null, Pages.NOT_FOUND);
        }
        if (why.stream().anyMatch(reason -> TAKEN.contains(reason.key()))) {
            return told(409, "uniqueness", detail);
        }
        if (first.key().equals("administration.scim.username-stays")) {
            return told(400, "mutability", detail);
        }
        return first.field() == null || first.field().equals("left")
                ? told(409, null, detail)
                : told(400, "invalidValue", detail);
    }

    ResponseEntity<?> error(int status, @Nullable String type, String key) {
        return told(status, type, texts.text(Language.ENGLISH, key));
    }

    static ResponseEntity<?> told(int status, @Nullable String type, String detail) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("schemas", List.of(ERROR));
        error.put("status", Integer.toString(status));
        if (type != null) {
            error.put("scimType", type);
        }
        error.put("detail", detail);
        return ResponseEntity.status(status)
                .contentType(SCIM)
                .cacheControl(CacheControl.noStore())
                .body(error);
    }

    static ResponseEntity<?> ok(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(SCIM)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}
