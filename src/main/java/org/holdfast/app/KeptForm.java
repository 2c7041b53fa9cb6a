package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.pages.Pages;

/**
 * What somebody had typed when their session turned out to have ended, or a grave step asked once more who they are. It travels through the
 * page in hidden fields, back to the browser it came from, and is sent on once they have signed in or proved themselves; on the way to the
 * provider of somebody's agency and back it waits in the session.
 *
 * @param path where it was to be sent
 */
public record KeptForm(String path, List<Field> fields) implements Serializable {

    private static final String PREFIX = "kept.";
    private static final String PATH = "kept-path";
    private static final Set<String> NOT_TYPED = Set.of(
            "_csrf",
            "password",
            "new-password",
            AskedAgain.PASSWORD,
            AskedAgain.CODE,
            "passkey-id",
            "passkey-client",
            "passkey-device",
            "passkey-signature",
            "passkey-owner",
            PATH);

    /** One typed value; a field with several values stands several times. */
    public record Field(String name, String value) implements Serializable {}

    public KeptForm {
        fields = List.copyOf(fields);
    }

    /** Nothing was being typed. */
    static final KeptForm NONE = new KeptForm("", List.of());

    /** Whether there is something to send on. */
    public boolean present() {
        return !path.isEmpty();
    }

    /** What can be read of it as words: texts, and no choices, numbers or what a form sends along unseen. */
    public List<String> typed() {
        return fields.stream()
                .map(Field::value)
                .filter(value -> value.strip().contains(" "))
                .toList();
    }

    /** The fields as the sign-in page hides them. */
    public List<Field> hidden() {
        List<Field> hidden = new ArrayList<>();
        if (present()) {
            hidden.add(new Field(PATH, path));
            fields.forEach(field -> hidden.add(new Field(PREFIX + field.name(), field.value())));
        }
        return hidden;
    }

    /** Of a POST that came too late. */
    static KeptForm cutOff(HttpServletRequest request) {
        String query = request.getQueryString();
        return new KeptForm(
                request.getRequestURI() + (query == null ? "" : "?" + query), fields(request.getParameterMap(), ""));
    }

    /** Of a sign-in form that carries one. */
    static KeptForm carried(HttpServletRequest request) {
        String path = request.getParameter(PATH);
        if (path == null || !Pages.ours(path)) {
            return NONE;
        }
        return new KeptForm(path, fields(request.getParameterMap(), PREFIX));
    }

    private static List<Field> fields(Map<String, String[]> sent, String prefix) {
        List<Field> fields = new ArrayList<>();
        sent.forEach((name, values) -> {
            String typed = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (!typed.isEmpty() && !NOT_TYPED.contains(typed)) {
                for (String value : values) {
                    fields.add(new Field(typed, value));
                }
            }
        });
        return fields;
    }
}
