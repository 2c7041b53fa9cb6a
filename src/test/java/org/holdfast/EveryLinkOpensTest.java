package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.demonstration.SignIns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;

/**
 * No page leads its reader to a page that is closed to them: whoever signs in to the demonstration may follow every link that they are shown, and
 * send every form. A link that is shown asks what the door behind it asks.
 */
@HoldfastTest
// a program of its own: what is pressed here is found by no other test
@TestPropertySource(properties = "spring.application.name=every-link-opens")
@TestInstance(Lifecycle.PER_CLASS)
class EveryLinkOpensTest {

    /** Pages of a kind that somebody looks at whole, and of what else stands on a page of one kind and leads to one of another. */
    private static final int OF_A_KIND = 3;

    private static final int FROM_A_KIND = 2;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern ASKING =
            Pattern.compile("<form method=\"get\" action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\\d+");

    /** What ends the walk itself, and what is the same for everybody. */
    private static final Pattern LEFT_OUT = Pattern.compile("/sign-(in|out).*|/assets/.*|/language/.*|/account.*");

    /** A page that was asked for, and the page on which the link to it stood. */
    private record Step(String path, String from) {}

    /** A form as it was shown. */
    private record Shown(String page, Crawler.FoundForm form) {}

    /** What one person found. */
    private static final class Walk {
        final Visitor visitor;
        final Map<String, Integer> answers = new LinkedHashMap<>();
        final List<String> closed = new ArrayList<>();
        final Map<String, Shown> forms = new LinkedHashMap<>();
        private final Map<String, Integer> ofKind = new HashMap<>();
        private final Map<String, Integer> fromKind = new HashMap<>();
        private final Deque<Step> next = new ArrayDeque<>();
        private final Set<String> waiting = new LinkedHashSet<>();

        Walk(Visitor visitor) {
            this.visitor = visitor;
        }

        Walk from(String beginning) {
            next.add(new Step(beginning, ""));
            while (!next.isEmpty()) {
                look(next.poll());
            }
            return this;
        }

        private void look(Step step) {
            String path = step.path();
            if (answers.containsKey(path)) {
                return;
            }
            Visitor.Answer answer = visitor.get(path);
            answers.put(path, answer.status());
            if (answer.status() >= 400) {
                closed.add(answer.status() + " " + path + " from " + step.from());
            } else if (answer.status() >= 300) {
                next.addFirst(new Step(answer.location().replaceFirst("^https?://[^/]*", ""), path));
            } else if (ofKind.merge(kind(path), 1, Integer::sum) <= OF_A_KIND) {
                follow(path, answer.body());
            }
        }

        private void follow(String page, String body) {
            Set<String> links = new LinkedHashSet<>();
            Matcher link = LINK.matcher(body);
            while (link.find()) {
                links.add(HtmlUtils.htmlUnescape(link.group(1)));
            }
            Matcher asking = ASKING.matcher(body);
            while (asking.find()) {
                links.add(HtmlUtils.htmlUnescape(asking.group(1)));
            }
            for (String path : links) {
                String kind = kind(path);
                if (LEFT_OUT.matcher(path).matches()) {
                    continue;
                }
                boolean few = fromKind.merge(kind(page) + " " + kind, 1, Integer::sum) <= FROM_A_KIND;
                if (!answers.containsKey(path)
                        && (few || ofKind.getOrDefault(kind, 0) < OF_A_KIND)
                        && waiting.add(path)) {
                    next.add(new Step(path, page));
                }
            }
            for (Crawler.FoundForm form : Crawler.formsOn(page, body)) {
                if (!LEFT_OUT.matcher(form.action()).matches()) {
                    forms.putIfAbsent(kind(page) + " " + kind(form.action()) + form.words(), new Shown(page, form));
                }
            }
        }
    }

    private final TestDemonstration demonstration;
    private final int port;
    private final Map<SignIns.User, Walk> walks = new LinkedHashMap<>();

    EveryLinkOpensTest(TestDemonstration demonstration, @LocalServerPort int port) {
        this.demonstration = demonstration;
        this.port = port;
    }

    private static String kind(String path) {
        return ID.matcher(path.replaceFirst("\\?.*", "")).replaceAll("*");
    }

    @BeforeAll
    void everybodyLooksAtAllThatTheyReach() {
        for (SignIns.User user : demonstration.signIns().users()) {
            walks.put(user, new Walk(Visitor.signedIn(port, user.username(), user.password())));
        }
        walks.values().parallelStream().forEach(walk -> walk.from("/work"));
    }

    @Test
    void everyLinkThatSomebodyIsShownOpens() {
        List<String> closed = new ArrayList<>();
        walks.forEach((user, walk) -> walk.closed.forEach(one -> closed.add(user.username() + ": " + one)));
        assertThat(closed).isEmpty();
        assertThat(walks.values().stream().mapToInt(walk -> walk.answers.size()).sum())
                .isGreaterThan(1_000);
    }

    @Test
    void everyFormThatSomebodyIsShownIsTakenOrAnswered() {
        List<String> closed = new ArrayList<>();
        AtomicInteger pressed = new AtomicInteger();
        // those who can do least first: what the co-ordinator does takes others' forms away
        List.copyOf(walks.entrySet())
                .reversed()
                .forEach(one -> one.getValue().forms.values().forEach(shown -> {
                    Visitor visitor = one.getValue().visitor;
                    Visitor.Answer page = visitor.get(shown.page());
                    if (page.status() == 200 && stands(shown.form(), page.body())) {
                        pressed.incrementAndGet();
                        Visitor.Answer answer =
                                visitor.post(shown.form().action(), shown.form().bare());
                        if (answer.status() >= 400 && answer.status() != 422) {
                            closed.add(one.getKey().username() + ": " + answer.status() + " "
                                    + shown.form().action() + " on " + shown.page());
                        }
                    }
                }));
        assertThat(closed).isEmpty();
        assertThat(pressed.get()).isGreaterThan(200);
    }

    /** Whether the form is still shown: an earlier one may have done what it was for. */
    private static boolean stands(Crawler.FoundForm shown, String body) {
        return Crawler.formsOn(shown.page(), body).stream()
                .anyMatch(form -> form.action().equals(shown.action()));
    }
}
