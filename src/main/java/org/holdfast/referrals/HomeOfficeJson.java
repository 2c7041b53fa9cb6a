package org.holdfast.referrals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the Home Office's JSON and names every fault at once, and writes it. Nothing is mended and nothing shortened: what cannot be
 * kept exactly is a fault.
 */
final class HomeOfficeJson {

    /** The most bytes a body can have: every text box full, every character escaped. Longer ones are refused unread. */
    static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** The most keys: the form has some 170, and four for each of up to a hundred files. */
    static final int MOST_KEYS = 2_000;

    /** The most characters of a key. */
    static final int LONGEST_KEY = 200;

    static final String NOT_JSON = "referrals.payload.not-json";
    static final String NOT_UTF8 = "referrals.payload.not-utf8";
    static final String EMPTY = "referrals.payload.empty";
    static final String TOO_LARGE = "referrals.payload.too-large";

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNameLength(LARGEST_BODY)
                    .maxNumberLength(LARGEST_BODY)
                    .maxStringLength(LARGEST_BODY)
                    .build())
            .build();

    private HomeOfficeJson() {}

    /** The body as a payload, or everything that is wrong with it. */
    static Outcome<HomeOfficePayload> read(byte[] body) {
        if (body.length > LARGEST_BODY) {
            return Outcome.refused(tooLarge());
        }
        if (body.length == 0) {
            return Outcome.refused(new Reason(EMPTY, "NRM-24", null, List.of()));
        }
        String text;
        try {
            text = decode(body);
        } catch (CharacterCodingException not_text) {
            return Outcome.refused(new Reason(NOT_UTF8, "NRM-24", null, List.of()));
        }
        Reading reading = new Reading();
        reading.read(text);
        return reading.result();
    }

    /** A body that was taken in before, read again. */
    static HomeOfficePayload kept(UUID externalId, byte[] body) {
        Reading reading = new Reading();
        try {
            reading.read(decode(body));
        } catch (CharacterCodingException broken) {
            throw new IllegalStateException("a kept sending is no text", broken);
        }
        if (!reading.whole) {
            throw new IllegalStateException("a kept sending is not whole");
        }
        return new HomeOfficePayload(externalId, reading.values);
    }

    /** The body that says the same as the payload: what a referral written by hand downloads as. */
    static byte[] write(HomeOfficePayload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            payload.values().forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static Reason tooLarge() {
        return new Reason(TOO_LARGE, "NRM-24", null, List.of(number(LARGEST_BODY / 1024 / 1024)));
    }

    private static Reason notJson(@Nullable TokenStreamLocation at) {
        int line = at == null ? 1 : Math.max(1, at.getLineNr());
        int column = at == null ? 1 : Math.max(1, at.getColumnNr());
        return new Reason(NOT_JSON, "NRM-24", null, List.of(number(line), number(column)));
    }

    private static String decode(byte[] body) throws CharacterCodingException {
        CharBuffer text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body));
        boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
        return text.subSequence(marked ? 1 : 0, text.length()).toString();
    }

    /** Characters as a person counts them while typing: a line break is one, and so is a character of any script. */
    private static int characters(String value) {
        int lineBreaks = 0;
        for (int at = value.indexOf("\r\n"); at >= 0; at = value.indexOf("\r\n", at + 2)) {
            lineBreaks++;
        }
        return value.codePointCount(0, value.length()) - lineBreaks;
    }

    private static String number(int number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** One body on its way through the parser. */
    private static final class Reading {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Set<String> keys = new HashSet<>();
        private final Set<String> faultyKeys = new HashSet<>();
        private final Set<Reason> faults = new LinkedHashSet<>();
        private boolean whole;

        void read(String text) {
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                JsonToken first = parser.nextToken();
                if (first == null) {
                    faults.add(new Reason(EMPTY, "NRM-24", null, List.of()));
                    return;
                }
                if (first != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    faults.add(new Reason("referrals.payload.not-an-object", "NRM-24", null, List.of()));
                    return;
                }
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    pair(parser);
                }
                if (parser.nextToken() != null) {
                    faults.add(new Reason("referrals.payload.more-after-object", "NRM-24", null, List.of()));
                }
                whole = true;
            } catch (JacksonException broken) {
                faults.add(notJson(broken.getLocation()));
            }
        }

        private void pair(JsonParser parser) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            boolean known = keys.add(key);
            if (keys.size() > MOST_KEYS) {
                if (known && keys.size() == MOST_KEYS + 1) {
                    faults.add(
                            new Reason("referrals.payload.too-many-keys", "NRM-24", null, List.of(number(MOST_KEYS))));
                }
                parser.skipChildren();
                return;
            }
            if (characters(key) > LONGEST_KEY) {
                String beginning = key.substring(0, key.offsetByCodePoints(0, 40)) + "…";
                fault(beginning, "key-too-long", number(LONGEST_KEY));
            } else if (key.isBlank()) {
                fault(key, "key-blank");
            } else {
                unkeepable(key).ifPresent(kind -> fault(key, "key-" + kind));
            }
            if (!known) {
                fault(key, "twice");
            }
            String value = value(parser, key, token);
            if (value != null) {
                values.putIfAbsent(key, value);
            }
        }

        private @Nullable String value(JsonParser parser, String key, JsonToken token) {
            switch (token) {
                case VALUE_STRING -> {
                    String value = parser.getString();
                    int length = characters(value);
                    if (length > HomeOfficeForm.LONGEST_ANSWER) {
                        fault(key, "too-long", number(length), number(HomeOfficeForm.LONGEST_ANSWER));
                    }
                    unkeepable(value).ifPresent(kind -> fault(key, kind));
                    return value;
                }
                case VALUE_TRUE, VALUE_FALSE -> {
                    if (HomeOfficeDocument.owns(key) && key.endsWith(".URLLoadContent")) {
                        return parser.getString();
                    }
                    fault(key, "boolean");
                }
                case VALUE_NULL -> fault(key, "null");
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> fault(key, "number");
                case START_ARRAY -> fault(key, "list");
                case START_OBJECT -> fault(key, "nested");
                default -> throw new IllegalStateException("no value token: " + token);
            }
            parser.skipChildren();
            return null;
        }

        /** What makes a text impossible to keep exactly: the NUL character, and half of a character. */
        private static Optional<String> unkeepable(String text) {
            for (int at = 0; at < text.length(); at++) {
                char character = text.charAt(at);
                if (character == 0) {
                    return Optional.of("nul");
                }
                if (Character.isHighSurrogate(character)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1))) {
                    at++;
                } else if (Character.isSurrogate(character)) {
                    return Optional.of("half-character");
                }
            }
            return Optional.empty();
        }

        private void fault(String key, String code, String... details) {
            faultyKeys.add(key);
            faults.add(new Reason("referrals.payload." + code, "NRM-24", shown(key), List.of(details)));
        }

        /** A key as it can be shown and kept: what cannot be is replaced. */
        private static String shown(String key) {
            StringBuilder shown = new StringBuilder();
            key.codePoints()
                    .map(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF) ? 0xFFFD : point)
                    .forEach(shown::appendCodePoint);
            return shown.toString();
        }

        Outcome<HomeOfficePayload> result() {
            Optional<UUID> externalId = Optional.empty();
            if (whole) {
                externalId = essential(HomeOfficePayload.EXTERNAL_ID)
                        .filter(text -> {
                            boolean uuid = UUID_TEXT.matcher(text).matches();
                            if (!uuid) {
                                fault(HomeOfficePayload.EXTERNAL_ID, "not-a-uuid");
                            }
                            return uuid;
                        })
                        .map(UUID::fromString);
                oneOf(HomeOfficePayload.TYPE, "560734", "662265");
                oneOf(HomeOfficePayload.AGE, "Child", "Adult", "Unknown");
                named();
            }
            if (faults.isEmpty() && externalId.isPresent()) {
                return Outcome.done(new HomeOfficePayload(externalId.get(), values));
            }
            return Outcome.refused(List.copyOf(faults));
        }

        private Optional<String> essential(String key) {
            if (faultyKeys.contains(key)) {
                return Optional.empty();
            }
            String value = values.get(key);
            if (value == null || value.isBlank()) {
                fault(key, "essential");
                return Optional.empty();
            }
            return Optional.of(value.strip());
        }

        private void oneOf(String key, String... allowed) {
            essential(key).ifPresent(value -> {
                if (Stream.of(allowed).noneMatch(value::equalsIgnoreCase)) {
                    fault(key, "not-an-option", String.join(", ", allowed));
                }
            });
        }

        private void named() {
            String first = values.getOrDefault(HomeOfficePayload.FIRST_NAME, "");
            String last = values.getOrDefault(HomeOfficePayload.LAST_NAME, "");
            if (first.isBlank()
                    && last.isBlank()
                    && !faultyKeys.contains(HomeOfficePayload.FIRST_NAME)
                    && !faultyKeys.contains(HomeOfficePayload.LAST_NAME)) {
                fault(HomeOfficePayload.FIRST_NAME, "nameless");
            }
        }
    }
}
