package org.holdfast.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.pages.Phrases;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Practice;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;

/** The standard wording: whole in every language, honest about who wrote it, plain enough for a child, and blaming nobody. */
class FramesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Set<String> ABOUT_THE_FILE = Set.of("status", "status-by", "status-on");

    private static final Frames frames = new Frames();

    /** What most adults read easily. */
    private static final int ADULTS_AIM = 12;

    @Test
    void every_language_says_the_same_things_with_the_same_places_to_fill() {
        List<String> faults = new ArrayList<>();
        for (String folder : List.of("frames/letters", "frames/carers", "frames/formal", "frames/views")) {
            Phrases phrases = Phrases.read(folder);
            Set<String> english = phrases.keys(Tongue.ENGLISH);
            for (Tongue tongue : phrases.tongues()) {
                assertThat(phrases.keys(tongue)).as(folder + " in " + tongue).isEqualTo(english);
                for (String key : english) {
                    if (ABOUT_THE_FILE.contains(key)) {
                        continue;
                    }
                    String said = phrases.say(tongue, key);
                    if (said.isBlank() || !places(said).equals(places(phrases.say(Tongue.ENGLISH, key)))) {
                        faults.add(folder + " " + tongue + " " + key);
                    }
                    if (tongue.script() == Tongue.Script.ARABIC
                                    && !said.codePoints().anyMatch(FramesTest::arabic)
                            || tongue.script() == Tongue.Script.ETHIOPIC
                                    && !said.codePoints().anyMatch(c -> c >= 0x1200 && c < 0x1380)) {
                        faults.add(folder + " " + tongue + " " + key + " is not in its script");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(frames.tongues(LetterKind.TO_CHILD)).containsExactlyInAnyOrder(Tongue.values());
        assertThat(Phrases.read("frames/views").tongues()).containsExactlyInAnyOrder(Tongue.values());
        assertThat(frames.tongues(LetterKind.TO_SOCIAL_WORKER)).containsExactlyInAnyOrder(Tongue.ENGLISH, Tongue.WELSH);
    }

    @Test
    void a_letter_that_nothing_is_decided_yet_does_not_say_that_a_panel_met() {
        for (String folder : List.of("frames/letters", "frames/carers", "frames/formal")) {
            Phrases phrases = Phrases.read(folder);
            for (String key : List.of("still-deciding.opening", "still-deciding.next")) {
                assertThat(phrases.say(Tongue.ENGLISH, key)).doesNotContain(" met", " meet", " considered");
                assertThat(phrases.say(Tongue.WELSH, key)).doesNotContain("cyfarfod", "Ystyriodd");
            }
        }
    }

    @Test
    void a_child_is_told_before_they_write_that_police_and_health_may_read_it() {
        Phrases phrases = Phrases.read("frames/views");
        assertThat(phrases.say(Tongue.ENGLISH, "before.who")).contains("the police and health may read it");
        assertThat(phrases.say(Tongue.WELSH, "before.who")).contains("yr heddlu a'r gwasanaeth iechyd ei ddarllen");
    }

    private static boolean arabic(int letter) {
        return letter >= 0x0600 && letter < 0x0700;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void no_translation_comes_as_more_than_it_is() {
        for (LetterKind kind : LetterKind.values()) {
            for (Tongue tongue : frames.tongues(kind)) {
                Translation translation = frames.translation(kind, tongue);
                if (tongue == Tongue.ENGLISH) {
                    assertThat(translation).isEqualTo(Translation.ORIGINAL);
                } else {
                    assertThat(translation.on()).as(tongue.name()).isNotNull();
                    assertThat(translation.status() == Translation.Status.MACHINE)
                            .as("either a machine made it, or somebody is named who answers for " + tongue)
                            .isEqualTo(translation.by().isBlank());
                }
            }
        }
    }

    @Test
    void a_letter_has_every_place_filled_and_english_beside_it_and_says_when_a_machine_wrote_it() {
        for (LetterKind kind : LetterKind.values()) {
            for (Tongue tongue : frames.tongues(kind)) {
                for (Frame frame : Frame.values()) {
                    List<Sheet> sheets = sheets(kind, frame, tongue);
                    assertThat(sheets.getFirst().tongue()).isEqualTo(tongue);
                    assertThat(sheets.getLast().tongue()).isEqualTo(Tongue.ENGLISH);
                    assertThat(sheets).hasSize(tongue == Tongue.ENGLISH ? 1 : 2);
                    for (Sheet sheet : sheets) {
                        assertThat(PLACE.matcher(sheet.words()).find())
                                .as(kind + " " + frame + " " + tongue)
                                .isFalse();
                        assertThat(sheet.parts().getFirst().kind()).isEqualTo(Sheet.Kind.TITLE);
                        assertThat(sheet.words()).contains("Sol Socialworker");
                    }
                    if (kind.childs()) {
                        // from right to left a number in two groups keeps its order only if nothing breaks it
                        assertThat(sheets.getFirst().words())
                                .contains("999")
                                .contains(tongue.rightToLeft() ? "0800\u00a01111" : "0800 1111");
                    }
                    if (tongue != Tongue.ENGLISH) {
                        assertThat(sheets.getFirst().parts().get(1).kind()).isEqualTo(Sheet.Kind.NOTICE);
                    }
                    assertThat(sheets.getLast().parts().get(1).kind()).isEqualTo(Sheet.Kind.TEXT);
                    assertThat(Sheet.read(Sheet.written(sheets))).isEqualTo(sheets);
                }
            }
        }
    }

    @Test
    void the_english_of_a_plain_letter_is_read_easily_and_blames_nobody() {
        for (LetterKind kind : List.of(LetterKind.TO_CHILD, LetterKind.TO_PARENT_OR_CARER)) {
            for (Frame frame : Frame.values()) {
                String words = sheets(kind, frame, Tongue.ENGLISH).getFirst().words();
                ReadingAge reading = ReadingAge.of(words);
                assertThat(reading.age())
                        .as(kind + " " + frame + ": " + reading)
                        .isLessThanOrEqualTo(kind.childs() ? Practice.USUAL.readingAge() : ADULTS_AIM);
                assertThat(BlamingWords.in(words)).isEmpty();
                assertThat(words.toLowerCase(Locale.ROOT))
                        .doesNotContain("victim", "perpetrator", "conclusive", "grounds");
            }
        }
    }

    static List<Sheet> sheets(LetterKind kind, Frame frame, Tongue tongue) {
        LetterDraft draft = new LetterDraft(
                kind.childs() ? "Testa" : "Lee Lawyer",
                "Sol Socialworker",
                "You can call on 01632 960001.",
                "",
                "",
                Translation.ORIGINAL,
                frames.translation(kind, tongue),
                Way.HANDED_OVER);
        return frames.sheets(
                new Letter(
                        new LetterId(new UUID(0, 1)),
                        new CaseId(new UUID(0, 2)),
                        null,
                        LocalDate.of(2026, 11, 20),
                        kind,
                        frame,
                        tongue,
                        LetterState.DRAFTED,
                        draft,
                        null,
                        null,
                        List.of(),
                        Instant.EPOCH,
                        new UUID(0, 3),
                        "Sol Socialworker",
                        1),
                new Frames.Setting("Testa Testchild", "NRM-EXAMPLE-1", "Testshire"));
    }
}
