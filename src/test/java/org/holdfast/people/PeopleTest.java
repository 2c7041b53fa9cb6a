package org.holdfast.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children as they are known, on the real database. */
@HoldfastTest
class PeopleTest {
    private static final Instant NOW = Instant.parse("2026-06-15T09:00:00Z");
    private static final LocalDate BORN = LocalDate.of(2010, 4, 12);

    private final People people;
    private final Ledger ledger;
    private final TestPartnership.Founder founder;
    private final Actor worker;

    PeopleTest(People people, Ledger ledger, TestPartnership.Founder founder) {
        this.people = people;
        this.ledger = ledger;
        this.founder = founder;
        this.worker = founder.found(NOW).socialWorker.actor();
    }

    @Test
    void everything_told_about_a_child_is_kept_as_it_was_told() {
        ChildFacts facts = ChildFacts.of(
                        new ChildName("Nguyễn Thị Mai", "Thị Mai", "Nguyễn", "Nguyễn Thị Mai", "Nwen Tee My"),
                        new BirthDate.Disputed(BirthDate.of(BORN)),
                        Sex.FEMALE)
                .withNationalities(List.of("VNM"))
                .with(Ethnicity.AOTH)
                .with(new Communication(List.of("vie"), "vie", "Pictures", "vie"))
                .with(new SafeContact(SafeContact.Way.THROUGH_SOMEBODY, "Through the school, mornings only"));
        Identifier spaced = new Identifier(IdentifierSystem.NHS_NUMBER, "943 476 5919", BORN, "Testshire Health Trust");

        ChildId id =
                people.create(worker, new NewChild(facts, List.of("May"), List.of(spaced), "Home Office form"), NOW);

        Child child = people.child(worker, id, NOW);
        assertThat(child.facts()).isEqualTo(facts);
        assertThat(child.version()).isEqualTo(1);
        assertThat(child.aliases()).extracting(Alias::name).containsExactly("May");
        assertThat(child.identifiers())
                .containsExactly(
                        new Identifier(IdentifierSystem.NHS_NUMBER, "9434765919", BORN, "Testshire Health Trust"));
        assertThat(child.linked()).isEmpty();
    }

    @Test
    void a_correction_is_a_new_version_and_the_earlier_name_still_finds_the_child() {
        ChildId id = minh();
        ChildFacts facts = people.child(worker, id, NOW).facts();

        int version = people.correct(
                        worker, id, 1, facts.with(ChildName.of("Minh Van", "Exampleson")), "The child told us", NOW)
                .orThrow();

        assertThat(version).isEqualTo(2);
        List<FactsVersion> history = people.history(worker, id, NOW);
        assertThat(history)
                .extracting(it -> it.facts().name().asKnown())
                .containsExactly("Minh Van Exampleson", "Minh Testchild");
        assertThat(history).extracting(FactsVersion::because).containsExactly("The child told us", "Home Office form");
        assertThat(people.child(worker, id, NOW).aliases())
                .extracting(Alias::kind)
                .containsExactly(AliasKind.EARLIER);
        assertThat(people.search(worker, "testchild", NOW))
                .extracting(Found::child)
                .containsExactly(id);
    }

    @Test
    void a_whole_account_in_the_box_of_a_name_is_kept_shown_and_found_by_its_beginning() {
        String word = "Testchild" + "é".repeat(14_991);
        String account = "Mai " + "and then ".repeat(1_600) + "𠮷".repeat(60);
        ChildFacts facts = ChildFacts.of(ChildName.of(account, word), BirthDate.of(BORN), Sex.FEMALE);
        Identifier number = new Identifier(IdentifierSystem.OTHER, "7".repeat(5_000), null, "Home Office form");
        ChildId id =
                people.create(worker, new NewChild(facts, List.of(word), List.of(number), "Home Office form"), NOW);
        people.addAlias(worker, id, account, AliasKind.NICKNAME, NOW).orThrow();
        people.addAlias(worker, id, "𠮷".repeat(60), AliasKind.NICKNAME, NOW).orThrow();

        assertThat(people.child(worker, id, NOW).facts()).isEqualTo(facts);
        assertThat(people.child(worker, id, NOW).aliases())
                .extracting(Alias::name)
                .containsExactlyInAnyOrder(word, account.strip(), "𠮷".repeat(60));
        assertThat(people.candidates(worker, ChildDescription.of(facts, List.of(word), List.of()), NOW))
                .extracting(Candidate::child)
                .containsExactly(id);
        assertThat(people.search(worker, "Mai", NOW)).extracting(Found::child).containsExactly(id);
        assertThat(people.search(worker, word, NOW)).extracting(Found::child).containsExactly(id);
        people.correct(
                        worker,
                        id,
                        1,
                        ChildFacts.of(ChildName.of(account + " end", word), BirthDate.of(BORN), Sex.FEMALE),
                        "The account was longer",
                        NOW)
                .orThrow();
        assertThat(people.child(worker, id, NOW).aliases())
                .extracting(Alias::name)
                .contains(facts.name().asKnown());
        assertThat(SearchKeys.kept(ChildDescription.of(people.child(worker, id, NOW))))
                .hasSizeLessThan(2_500)
                .allSatisfy(key -> assertThat(key.length()).isLessThan(100));
    }

    @Test
    void two_people_do_not_overwrite_each_other_unseen() {
        ChildId id = minh();
        ChildFacts facts = people.child(worker, id, NOW).facts();
        people.correct(worker, id, 1, facts.with(Sex.OTHER), "First", NOW).orThrow();

        Outcome<Integer> second = people.correct(worker, id, 1, facts.with(Sex.FEMALE), "Second", NOW);

        assertThat(keys(second)).containsExactly("people.changed-meanwhile");
        assertThat(people.child(worker, id, NOW).facts().sex()).isEqualTo(Sex.OTHER);
    }

    @Test
    void a_correction_says_why_and_nobody_is_born_tomorrow() {
        ChildId id = minh();
        BirthDate tomorrow = BirthDate.of(LocalDate.of(2026, 6, 16));
        ChildFacts facts = people.child(worker, id, NOW).facts().with(tomorrow);

        assertThat(keys(people.correct(worker, id, 1, facts, " ", NOW)))
                .containsExactly("people.because-missing", "people.birth-date-in-future");
    }

    @Test
    void the_same_child_is_offered_before_it_is_recorded_again() {
        ChildId id = minh();
        people.create(worker, child("Arben Example", BORN), NOW);
        BirthDate swapped = BirthDate.of(LocalDate.of(2010, 12, 4));

        List<Candidate> candidates =
                people.candidates(worker, ChildDescription.of("Testchild", "Mihn", null, swapped, Sex.MALE), NOW);

        assertThat(candidates).singleElement().satisfies(candidate -> {
            assertThat(candidate.child()).isEqualTo(id);
            assertThat(candidate.likeness().verdict()).isEqualTo(Likeness.Verdict.LIKELY);
            assertThat(candidate.likeness().reasons())
                    .extracting(Reason::key)
                    .contains("people.likeness.birth-swapped");
        });
    }

    @Test
    void a_number_finds_the_child_under_another_name() {
        ChildId id = minh();
        people.addIdentifier(worker, id, IdentifierSystem.HOME_OFFICE_REFERENCE, "X123456", null, "Home Office", NOW)
                .orThrow();
        Identifier typed = new Identifier(IdentifierSystem.HOME_OFFICE_REFERENCE, "x 123456", null, "form");

        assertThat(people.candidates(
                        worker,
                        ChildDescription.of("Somebody", "Else", null, BirthDate.unknown(), Sex.UNKNOWN)
                                .withIdentifiers(List.of(typed)),
                        NOW))
                .extracting(Candidate::child)
                .containsExactly(id);
    }

    @Test
    void records_judged_the_same_are_linked_and_none_is_lost() {
        ChildId one = minh();
        ChildId two = minh();
        ChildId three = minh();
        assertThat(people.duplicatesOf(worker, one, NOW))
                .extracting(Candidate::child)
                .containsExactlyInAnyOrder(two, three);

        people.same(worker, one, two, "Same school and carer", NOW).orThrow();
        people.same(worker, three, two, "Same photograph", NOW).orThrow();

        assertThat(people.child(worker, one, NOW).linked()).containsExactlyInAnyOrder(two, three);
        assertThat(people.children(worker, Set.of(two), NOW).values())
                .singleElement()
                .satisfies(it -> assertThat(it.linked()).containsExactlyInAnyOrder(one, three));
        assertThat(people.duplicatesOf(worker, one, NOW)).isEmpty();
    }

    @Test
    void records_judged_to_be_two_children_are_not_offered_again_until_judged_anew() {
        ChildId one = minh();
        ChildId two = minh();

        people.notTheSame(worker, two, one, "Cousins", NOW).orThrow();
        assertThat(people.duplicatesOf(worker, one, NOW)).isEmpty();
        assertThat(people.child(worker, one, NOW).linked()).isEmpty();

        people.same(worker, one, two, "The school was wrong", NOW.plusSeconds(60))
                .orThrow();
        assertThat(people.child(worker, one, NOW).linked()).containsExactly(two);
    }

    @Test
    void a_judgement_is_about_two_records_and_says_why() {
        ChildId one = minh();

        assertThat(keys(people.same(worker, one, one, "", NOW)))
                .containsExactly("people.judgement-of-one", "people.because-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minh",
                "Testchild Minh",
                "mihn testchld",
                "tes min",
                "BENNY",
                "12/04/2010",
                "12 April 2010",
                "9434765919",
                "943 476 5919",
                "minh 2010"
            })
    void search_forgives_order_spelling_and_spaces(String typed) {
        ChildId id = minh();
        people.addAlias(worker, id, "Benny", AliasKind.NICKNAME, NOW).orThrow();
        people.addIdentifier(worker, id, IdentifierSystem.NHS_NUMBER, "943 476 5919", null, "Testshire Health", NOW)
                .orThrow();
        people.create(worker, child("Arben Example", LocalDate.of(2009, 1, 2)), NOW);

        assertThat(people.search(worker, typed, NOW)).extracting(Found::child).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", " ", "2010", "13/04/2010"})
    void search_finds_nobody_by_what_fits_nobody(String typed) {
        minh();

        assertThat(people.search(worker, typed, NOW)).isEmpty();
    }

    @Test
    void a_warning_is_looked_at_again_or_ends_with_a_reason() {
        ChildId id = minh();
        LocalDate review = LocalDate.of(2026, 7, 15);
        Warning warning = people.warn(worker, id, WarningKind.HANDLE_WITH_CARE, "Do not call at night", review, NOW)
                .orThrow();
        assertThat(people.child(worker, id, NOW).warnings()).containsExactly(warning);
        assertThat(warning.reviewDue(review)).isTrue();

        people.reviewWarning(worker, id, warning.id(), review.plusMonths(1), NOW)
                .orThrow();
        assertThat(people.child(worker, id, NOW).warnings())
                .extracting(Warning::reviewOn)
                .containsExactly(review.plusMonths(1));

        people.endWarning(worker, id, warning.id(), "Phone changed", NOW).orThrow();
        assertThat(people.child(worker, id, NOW).warnings()).isEmpty();
    }

    @Test
    void a_warning_says_what_to_know_and_when_to_look_again() {
        assertThat(keys(people.warn(worker, minh(), WarningKind.HEALTH, "", LocalDate.of(2026, 6, 15), NOW)))
                .containsExactly("people.warning-text-missing", "people.warning-review-past");
    }

    @Test
    void a_number_with_a_wrong_check_digit_is_refused() {
        assertThat(keys(people.addIdentifier(
                        worker, minh(), IdentifierSystem.NHS_NUMBER, "9434765918", null, "Testshire Health", NOW)))
                .containsExactly("people.identifier-wrong.nhs-number");
    }

    @Test
    void what_was_withdrawn_is_shown_and_found_no_longer() {
        ChildId id = minh();
        Alias alias = people.addAlias(worker, id, "Wrongname", AliasKind.NICKNAME, NOW)
                .orThrow();
        Identifier number = people.addIdentifier(
                        worker, id, IdentifierSystem.SOCIAL_CARE_ID, "77001", null, "Testshire Council", NOW)
                .orThrow();

        people.withdrawAlias(worker, id, alias.id(), NOW).orThrow();
        people.withdrawIdentifier(worker, id, number, NOW).orThrow();

        assertThat(people.search(worker, "Wrongname", NOW)).isEmpty();
        assertThat(people.search(worker, "77001", NOW)).isEmpty();
        assertThat(people.child(worker, id, NOW).identifiers()).isEmpty();
    }

    @Test
    void no_other_partnership_finds_the_child() {
        minh();
        Actor elsewhere = founder.found(NOW).socialWorker.actor();
        ChildDescription minh = ChildDescription.of("Minh", "Testchild", null, BirthDate.of(BORN), Sex.MALE);

        assertThat(people.search(elsewhere, "Minh Testchild", NOW)).isEmpty();
        assertThat(people.candidates(elsewhere, minh, NOW)).isEmpty();
    }

    @Test
    void every_look_and_change_is_on_the_ledger() {
        long before = ledger.check(worker).lines();
        ChildId id = minh();
        people.search(worker, "minh", NOW);
        people.child(worker, id, NOW);
        people.history(worker, id, NOW);

        assertThat(ledger.check(worker).lines()).isEqualTo(before + 4);
        assertThat(ledger.check(worker).faults()).isEmpty();
    }

    private ChildId minh() {
        return people.create(worker, child("Minh Testchild", BORN), NOW);
    }

    private static NewChild child(String name, LocalDate born) {
        return NewChild.of(ChildFacts.of(ChildName.asKnown(name), BirthDate.of(born), Sex.MALE), "Home Office form");
    }
}
