package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Note;
import org.holdfast.partnership.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people type at once over a bad line: no word is lost, none stands twice, none changes places (MTG-4). */
class SectionTest {

    private static final Instant TEN = Instant.parse("2026-03-11T10:00:00Z");
    private static final UUID POLA = new UUID(0, 1);
    private static final UUID HALE = new UUID(0, 2);

    private final Section empty = Section.of(new AgendaItemId(new UUID(9, 9)), Note.Part.OPEN, "", 0);

    @Test
    void whoTypesHoldsTheSectionForAShortWhileAndTypingRenewsIt() {
        Section held = accepted(empty.take(message(POLA, 1, 0, "School", false), TEN));
        assertThat(held.heldAt(TEN.plusSeconds(19))).isTrue();
        assertThat(held.take(message(HALE, 1, 1, "School is", false), TEN.plusSeconds(19)))
                .isInstanceOf(Section.Held.class);
        Section renewed = accepted(held.take(message(POLA, 2, 1, "School says", false), TEN.plusSeconds(19)));
        assertThat(renewed.heldAt(TEN.plusSeconds(38))).isTrue();
        assertThat(renewed.heldAt(TEN.plusSeconds(39))).isFalse();
        assertThat(accepted(renewed.take(message(HALE, 1, 2, "School says so", false), TEN.plusSeconds(39)))
                        .text())
                .isEqualTo("School says so");
    }

    @Test
    void theSectionCanBeTakenOverByWhoeverHasSeenWhatStandsThere() {
        Section held = accepted(empty.take(message(POLA, 1, 0, "School", false), TEN));
        assertThat(held.take(message(HALE, 1, 0, "Health", true), TEN)).isInstanceOf(Section.Changed.class);
        assertThat(accepted(held.take(message(HALE, 2, 1, "School. Health", true), TEN))
                        .text())
                .isEqualTo("School. Health");
    }

    @Test
    void aMessageThatComesTwiceOrLateChangesNothing() {
        Section second = accepted(empty.take(message(POLA, 1, 0, "one two", false), TEN));
        second = accepted(second.take(message(POLA, 3, 0, "one two three", false), TEN));
        assertThat(second.take(message(POLA, 3, 0, "one two three", false), TEN))
                .isInstanceOf(Section.Repeated.class);
        assertThat(second.take(message(POLA, 2, 0, "one two thr", false), TEN)).isInstanceOf(Section.Repeated.class);
    }

    @Test
    void aStaleTabOverwritesNothingAndBothTextsAreKept() {
        Section now = accepted(empty.take(message(POLA, 1, 0, "School was heard.", false), TEN))
                .released(POLA);
        Section.Answer stale = now.take(message(HALE, 1, 0, "Health was heard.", false), TEN);
        assertThat(stale).isEqualTo(new Section.Changed(stale.section(), "Health was heard."));
        assertThat(stale.section().text()).isEqualTo("School was heard.");
        assertThat(stale.section().take(message(HALE, 1, 1, "Health was heard.", false), TEN))
                .as("what was refused stays refused, however late it comes again")
                .isInstanceOf(Section.Changed.class);
        assertThat(now.take(message(HALE, 1, 0, "School was heard.", false), TEN))
                .isInstanceOf(Section.Repeated.class);
    }

    @Test
    void whatIsNotInTheOtherTextBeginsWithAWholeWord() {
        assertThat(Section.keptOf("one two", "one two three")).isEmpty();
        assertThat(Section.keptOf("one two four", "one two five")).isEqualTo("four");
        assertThat(Section.keptOf("one twelve", "one twenty")).isEqualTo("twelve");
        assertThat(Section.keptOf("a", "b")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void whateverTheLineDoesNoWordIsLostDoubledOrMoved(int typists) {
        for (int seed = 0; seed < 400; seed++) {
            new Evening(seed * 31L + typists, typists).passes();
        }
    }

    private static Section accepted(Section.Answer answer) {
        assertThat(answer).isInstanceOf(Section.Accepted.class);
        return answer.section();
    }

    private static Section.Message message(UUID window, long number, int seen, String text, boolean takeOver) {
        return new Section.Message(window, new MemberId(window), "Somebody", number, seen, text, takeOver);
    }

    /** Typists at two sections, over a line that loses, doubles, delays and reorders, with windows that break off and come back. */
    private static final class Evening {
        private final long seed;
        private final Random dice;
        private final Map<Note.Part, Section> sections = new HashMap<>();
        private final List<Window> windows = new ArrayList<>();
        private final List<Runnable> line = new ArrayList<>();
        private final List<String> typed = new ArrayList<>();
        private Instant now = TEN;

        Evening(long seed, int typists) {
            this.seed = seed;
            this.dice = new Random(seed);
            for (Note.Part part : Note.Part.values()) {
                sections.put(part, Section.of(new AgendaItemId(new UUID(9, 9)), part, "", 0));
            }
            for (int each = 0; each < typists; each++) {
                windows.add(new Window(each, Note.Part.values()[each % 2]));
            }
        }

        void passes() {
            for (int step = 0; step < 300; step++) {
                now = now.plusMillis(dice.nextInt(4000));
                Window window = windows.get(dice.nextInt(windows.size()));
                switch (dice.nextInt(12)) {
                    case 0, 1, 2, 3 -> window.types();
                    case 4, 5 -> window.sends();
                    case 6 -> window.takesOver();
                    case 7 -> window.letsGo();
                    case 8 -> window.comesBack();
                    default -> something();
                }
            }
            while (!line.isEmpty()) {
                something();
            }
            // the line holds from here on, and every window says what it still has
            now = now.plus(Section.LEASE);
            for (Window window : windows) {
                for (int attempt = 0; attempt < 3; attempt++) {
                    window.says();
                }
                now = now.plus(Section.LEASE);
            }
            everyWordIsThereOnceAndInOrder();
        }

        private void something() {
            if (!line.isEmpty()) {
                line.remove(dice.nextInt(line.size())).run();
            }
        }

        /** Loses one message in five, and delivers one in five twice; in any order. */
        private void over(Runnable delivery) {
            int luck = dice.nextInt(5);
            if (luck > 0) {
                line.add(delivery);
            }
            if (luck == 1) {
                line.add(delivery);
            }
        }

        private void everyWordIsThereOnceAndInOrder() {
            List<String> found = new ArrayList<>();
            for (Section section : sections.values()) {
                List<String> words = words(section.text());
                found.addAll(words);
                for (Window window : windows) {
                    List<String> own = words.stream()
                            .filter(word -> word.startsWith(window.name + "-"))
                            .toList();
                    assertThat(own.stream().map(Evening::place)).isSorted();
                }
            }
            windows.forEach(window -> window.aside.forEach(kept -> found.addAll(words(kept))));
            assertThat(found).as("evening %s", seed).containsExactlyInAnyOrderElementsOf(typed);
        }

        private static int place(String word) {
            return Integer.parseInt(word.substring(word.indexOf('-') + 1));
        }

        private static List<String> words(String text) {
            return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
        }

        /** One browser window, doing what the page's script does. */
        private final class Window {
            private final String name;
            private final UUID id;
            private final Note.Part part;
            private final List<String> aside = new ArrayList<>();
            private String text = "";
            private String saved = "";
            private int seen;
            private long number;
            private long since;
            private int words;

            Window(int place, Note.Part part) {
                this.name = "w" + place;
                this.id = new UUID(1, place);
                this.part = part;
            }

            void types() {
                String word = name + "-" + words++;
                typed.add(word);
                text += word + " ";
            }

            private Section.Message message(boolean takeOver) {
                return SectionTest.message(id, ++number, seen, text, takeOver);
            }

            void sends() {
                if (!text.equals(saved)) {
                    send(message(false));
                }
            }

            private void send(Section.Message message) {
                over(() -> {
                    Section.Answer answer = arrives(message);
                    over(() -> hears(message, answer));
                });
            }

            private Section.Answer arrives(Section.Message message) {
                Section.Answer answer = sections.get(part).take(message, now);
                sections.put(part, answer.section());
                return answer;
            }

            void takesOver() {
                since = number + 1;
                send(message(true));
            }

            void letsGo() {
                if (text.equals(saved)) {
                    over(() -> sections.compute(part, (_, section) -> section.released(id)));
                }
            }

            /** The line was down: takes up what others wrote meanwhile, unless something here is still to be sent. */
            void comesBack() {
                Section section = sections.get(part);
                boolean own = section.hold() != null && section.hold().window().equals(id);
                if (!own && text.equals(saved) && section.revision() > seen) {
                    takesUp(section);
                }
            }

            /** Takes up what stands, and keeps aside of its own what is not in it. */
            private void takesUp(Section section) {
                String kept = text.equals(saved) ? "" : Section.keptOf(text, section.text());
                if (!kept.isBlank()) {
                    aside.add(kept);
                }
                text = section.text();
                saved = text;
                seen = section.revision();
                since = number + 1;
            }

            /** One message is under way at a time: whatever comes back to an earlier one finds nobody who waits for it. */
            private void hears(Section.Message message, Section.Answer answer) {
                if (message.number() < since || message.number() < number) {
                    return;
                }
                switch (answer) {
                    case Section.Accepted _, Section.Repeated _ -> {
                        seen = Math.max(seen, answer.section().revision());
                        saved = message.text();
                    }
                    case Section.Held _, Section.Changed _ -> takesUp(answer.section());
                }
            }

            /** Over a line that holds. */
            void says() {
                if (!text.equals(sections.get(part).text())) {
                    Section.Message message = message(false);
                    hears(message, arrives(message));
                }
            }
        }
    }
}
