package org.holdfast.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.letters.LetterCommand.*;
import static org.holdfast.letters.LetterState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Tongue;
import org.holdfast.people.Communication;
import org.holdfast.people.SafeContact;
import org.junit.jupiter.api.Test;

/** The pure rules of letters, by example. */
class LetterRulesTest {

    private static final Translation BY_A_PERSON =
            new Translation(Translation.Status.HUMAN, "Ina Interpreter", java.time.LocalDate.of(2026, 11, 1));
    private static final Translation BY_A_MACHINE = new Translation(Translation.Status.MACHINE, "", null);

    @Test
    void every_state_takes_the_commands_of_the_table_and_no_other() {
        Map<LetterState, Map<LetterCommand, Set<LetterState>>> table = Map.of(
                DRAFTED, Map.of(WRITE, Set.of(DRAFTED), CHECK, Set.of(CHECKED), DISCARD, Set.of(DISCARDED)),
                CHECKED,
                        Map.of(
                                WRITE, Set.of(DRAFTED),
                                CHECK, Set.of(CHECKED),
                                RELEASE, Set.of(RELEASED),
                                DISCARD, Set.of(DISCARDED)),
                RELEASED, Map.of(EXPLAIN, Set.of(RELEASED, EXPLAINED)),
                EXPLAINED, Map.of(EXPLAIN, Set.of(EXPLAINED)),
                DISCARDED, Map.of());
        for (LetterState state : LetterState.values()) {
            assertThat(LetterLife.available(state)).isEqualTo(table.get(state).keySet());
            for (LetterCommand command : EnumSet.allOf(LetterCommand.class)) {
                Outcome<Set<LetterState>> outcome = LetterLife.ask(state, command);
                if (table.get(state).containsKey(command)) {
                    assertThat(outcome).isEqualTo(Outcome.done(table.get(state).get(command)));
                } else {
                    assertThat(outcome).as(state + " " + command).isInstanceOf(Outcome.Refused.class);
                }
            }
        }
    }

    @Test
    void reading_age_of_texts_that_others_have_measured() {
        assertThat(ReadingAge.of("The cat sat on the mat.").age()).isEqualTo(5);
        // grade 11.3 by the published count
        assertThat(ReadingAge.of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.")
                        .age())
                .isBetween(15, 17);
        ReadingAge hard = ReadingAge.of(
                "The competent authority considered that there were insufficient reasonable grounds to conclude that exploitation had occurred.");
        assertThat(hard.age()).isGreaterThan(15);
        assertThat(hard.longSentences()).hasSize(1);
        assertThat(hard.hardWords()).contains("authority", "insufficient", "exploitation");
        assertThat(ReadingAge.of("").words()).isZero();
        assertThat(ReadingAge.of("We met. We read it. It was not your fault.").plain(9))
                .isTrue();
    }

    @Test
    void syllables_as_they_are_spoken() {
        Map.of(
                        "make",
                        1,
                        "made",
                        1,
                        "letter",
                        2,
                        "police",
                        2,
                        "decision",
                        3,
                        "wanted",
                        2,
                        "helped",
                        1,
                        "little",
                        2,
                        "council",
                        2,
                        "exploited",
                        3)
                .forEach((word, count) ->
                        assertThat(ReadingAge.syllables(word)).as(word).isEqualTo(count));
    }

    @Test
    void other_peoples_names_are_found_and_those_the_letter_is_about_are_not() {
        List<OtherPeople.Found> found = OtherPeople.in(
                "You told Sol that Bram's car came to school. We told Anh Testchild too. School on Monday is fine. José saw it.",
                List.of("Bram Badname", "Sol Socialworker", "Jose Madeup"),
                List.of("Testa Testchild", "Sol Socialworker"));
        assertThat(found).extracting(OtherPeople.Found::name).containsExactly("Bram's", "Anh", "José");
        assertThat(found).extracting(OtherPeople.Found::known).containsExactly(true, false, true);
        assertThat(OtherPeople.in("Ana saw it.", List.of("Ana Madeup"), List.of()))
                .as("a known name is found where a sentence begins too")
                .hasSize(1);
        assertThat(OtherPeople.in("Vu was there. Go on.", List.of("Vu Madeup"), List.of()))
                .as("short names are names")
                .extracting(OtherPeople.Found::name)
                .containsExactly("Vu");
        assertThat(OtherPeople.in("will you come? You may.", List.of("Will May"), List.of()))
                .as("small letters are no name")
                .isEmpty();
    }

    @Test
    void where_the_child_lives_is_found_in_a_letter_however_it_is_spaced() {
        String livesAt = "With foster carers, 12 Madeup Crescent\nExampleton, EX1 9ZZ";
        assertThat(HomeInWords.in("Come to 12  madeup\ncrescent on Monday.", livesAt))
                .contains("12 Madeup Crescent");
        assertThat(HomeInWords.in("The code for the map is ex19zz.", livesAt)).contains("EX1 9ZZ");
        assertThat(HomeInWords.in("We will meet you in Testtown.", livesAt)).isEmpty();
        assertThat(HomeInWords.in("We were in Madeup Crescent.", livesAt)).contains("Madeup Crescent");
        assertThat(HomeInWords.in("We will meet you in Exampleton.", livesAt)).isEmpty();
        assertThat(HomeInWords.in("You are with foster carers now.", livesAt)).isEmpty();
        assertThat(HomeInWords.in("Come to 12 Madeup Crescent.", null)).isEmpty();
    }

    @Test
    void words_that_blame_are_found_however_they_are_written() {
        assertThat(BlamingWords.in("You were  Putting yourself\nat risk.")).containsExactly("putting yourself at risk");
        assertThat(BlamingWords.in("They put you at risk.")).isEmpty();
        assertThat(BlamingWords.in("You can have somebody familiar with you, if you are willing to."))
                .isEmpty();
        assertThat(BlamingWords.in("You should have somebody with you.")).isEmpty();
        assertThat(BlamingWords.in("He called you a liar; you should have told us."))
                .containsExactly("you should have told", "liar");
    }

    @Test
    void a_letter_goes_to_a_child_only_in_a_way_that_is_safe() {
        SafeContact directly = new SafeContact(SafeContact.Way.DIRECTLY, null);
        SafeContact through = new SafeContact(SafeContact.Way.THROUGH_SOMEBODY, "Through the school nurse");
        SafeContact not = new SafeContact(SafeContact.Way.DO_NOT_CONTACT, null);
        assertThat(faults(directly, Way.POST, BY_A_PERSON, true)).isEmpty();
        assertThat(faults(directly, Way.POST, BY_A_PERSON, false)).containsExactly("letters.safe.ask");
        assertThat(faults(directly, Way.HANDED_OVER, BY_A_PERSON, false)).isEmpty();
        assertThat(faults(through, Way.POST, BY_A_PERSON, true)).containsExactly("letters.safe.through-somebody");
        assertThat(faults(through, Way.THROUGH_SOMEBODY, BY_A_PERSON, true)).isEmpty();
        assertThat(faults(SafeContact.notKnown(), Way.SECURE_MAIL, BY_A_PERSON, true))
                .containsExactly("letters.safe.not-known");
        assertThat(faults(SafeContact.notKnown(), Way.HANDED_OVER, BY_A_PERSON, false))
                .isEmpty();
        assertThat(SafeToSend.faults(LetterKind.TO_PARENT_OR_CARER, through, Way.POST, BY_A_PERSON, true))
                .as("how the child is reached is no rule for a carer")
                .isEmpty();
        assertThat(SafeToSend.faults(LetterKind.TO_PARENT_OR_CARER, through, Way.POST, BY_A_PERSON, false))
                .extracting(Reason::key)
                .containsExactly("letters.safe.ask");
        assertThat(SafeToSend.faults(LetterKind.TO_PARENT_OR_CARER, not, Way.HANDED_OVER, BY_A_PERSON, true))
                .extracting(Reason::key)
                .containsExactly("letters.safe.do-not-contact");
        for (Way way : Way.values()) {
            assertThat(faults(not, way, BY_A_PERSON, true)).containsExactly("letters.safe.do-not-contact");
        }
        assertThat(faults(directly, Way.POST, BY_A_MACHINE, true)).containsExactly("letters.safe.machine");
        assertThat(faults(directly, Way.HANDED_OVER, BY_A_MACHINE, false)).isEmpty();
        assertThat(SafeToSend.faults(LetterKind.TO_SOCIAL_WORKER, not, Way.SECURE_MAIL, BY_A_MACHINE, false))
                .as("a worker is not the child")
                .isEmpty();
    }

    private static List<String> faults(SafeContact contact, Way way, Translation translation, boolean asked) {
        return SafeToSend.faults(LetterKind.TO_CHILD, contact, way, translation, asked).stream()
                .map(Reason::key)
                .toList();
    }

    @Test
    void the_language_is_the_childs_own_and_in_wales_both_where_nobody_asked() {
        List<String> wales = List.of("cym", "eng");
        List<String> hull = List.of("eng");
        assertThat(LetterLanguage.of(Communication.notAsked(), wales))
                .isEqualTo(new LetterLanguage(Tongue.WELSH, false));
        assertThat(LetterLanguage.of(Communication.notAsked(), hull))
                .isEqualTo(new LetterLanguage(Tongue.ENGLISH, false));
        assertThat(LetterLanguage.of(Communication.english(), wales))
                .isEqualTo(new LetterLanguage(Tongue.ENGLISH, true));
        assertThat(LetterLanguage.of(new Communication(List.of("tir"), "tir", null, "eng"), hull))
                .isEqualTo(new LetterLanguage(Tongue.TIGRINYA, true));
        assertThat(LetterLanguage.of(new Communication(List.of("Vietnamese"), null, null, "eng"), hull))
                .isEqualTo(new LetterLanguage(Tongue.VIETNAMESE, true));
        assertThat(LetterLanguage.of(new Communication(List.of("eng"), null, null, "cym"), hull))
                .isEqualTo(new LetterLanguage(Tongue.WELSH, true));
    }

    @Test
    void the_less_sure_of_two_translations_counts() {
        assertThat(BY_A_PERSON.weaker(BY_A_MACHINE)).isEqualTo(BY_A_MACHINE);
        assertThat(Translation.ORIGINAL.weaker(BY_A_PERSON)).isEqualTo(BY_A_PERSON);
    }
}
