package org.holdfast.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildDescription;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.Communication;
import org.holdfast.people.NewChild;
import org.holdfast.people.Sex;
import org.jspecify.annotations.Nullable;

/** The child as a referral describes them: to be compared with children known already, or to become known (REF-4). */
record ReferredChild(
        @Nullable String first,
        @Nullable String last,
        @Nullable String alias,
        BirthDate birthDate,
        Sex sex,
        List<String> nationalities,
        @Nullable String interpreter,
        @Nullable String help) {

    private static final String SOURCE = "NRM";

    static ReferredChild of(HomeOfficePayload payload, LocalDate today) {
        return new ReferredChild(
                payload.value(HomeOfficePayload.FIRST_NAME).orElse(null),
                payload.value(HomeOfficePayload.LAST_NAME).orElse(null),
                payload.value(HomeOfficePayload.ALIAS).orElse(null),
                payload.dateOfBirth(today).map(BirthDate::of).orElseGet(BirthDate::unknown),
                payload.value("Customer.Custom17").map(ReferredChild::sex).orElse(Sex.UNKNOWN),
                Stream.of("Customer.Nationality", "Customer.Custom11")
                        .flatMap(key -> payload.value(key).stream())
                        .toList(),
                payload.value("Customer.Custom14").orElse(null),
                payload.value("Customer.Custom16").orElse(null));
    }

    ChildDescription description() {
        return ChildDescription.of(first, last, alias, birthDate, sex);
    }

    NewChild asNew() {
        ChildFacts facts = ChildFacts.of(ChildName.of(first, last), birthDate, sex)
                .withNationalities(nationalities)
                .with(new Communication(
                        interpreter == null ? List.of() : List.of(interpreter), interpreter, help, "eng"));
        return new NewChild(facts, alias == null ? List.of() : List.of(alias), List.of(), SOURCE);
    }

    private static Sex sex(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            case "other" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }
}
