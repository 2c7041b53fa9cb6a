package org.holdfast.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a child and can be corrected. A correction is a new version; the earlier ones stay.
 *
 * @param nationalities ISO 3166 codes of three letters, or as somebody wrote it
 * @param livesAt where the child lives, in words; null where that is not known
 */
public record ChildFacts(
        ChildName name,
        BirthDate birthDate,
        Sex sex,
        List<String> nationalities,
        @Nullable Ethnicity ethnicity,
        Communication communication,
        SafeContact safeContact,
        @Nullable String livesAt) {

    public ChildFacts {
        nationalities = List.copyOf(nationalities);
    }

    /** The facts that a first word about a child brings; nothing else is known yet. */
    public static ChildFacts of(ChildName name, BirthDate birthDate, Sex sex) {
        return new ChildFacts(
                name, birthDate, sex, List.of(), null, Communication.notAsked(), SafeContact.notKnown(), null);
    }

    public ChildFacts with(ChildName changed) {
        return new ChildFacts(changed, birthDate, sex, nationalities, ethnicity, communication, safeContact, livesAt);
    }

    public ChildFacts with(BirthDate changed) {
        return new ChildFacts(name, changed, sex, nationalities, ethnicity, communication, safeContact, livesAt);
    }

    public ChildFacts with(Sex changed) {
        return new ChildFacts(name, birthDate, changed, nationalities, ethnicity, communication, safeContact, livesAt);
    }

    public ChildFacts withNationalities(List<String> changed) {
        return new ChildFacts(name, birthDate, sex, changed, ethnicity, communication, safeContact, livesAt);
    }

    public ChildFacts with(Ethnicity changed) {
        return new ChildFacts(name, birthDate, sex, nationalities, changed, communication, safeContact, livesAt);
    }

    public ChildFacts with(Communication changed) {
        return new ChildFacts(name, birthDate, sex, nationalities, ethnicity, changed, safeContact, livesAt);
    }

    public ChildFacts with(SafeContact changed) {
        return new ChildFacts(name, birthDate, sex, nationalities, ethnicity, communication, changed, livesAt);
    }

    /** With where the child lives, as somebody wrote it; null where that is not known. */
    public ChildFacts withLivesAt(@Nullable String changed) {
        return new ChildFacts(name, birthDate, sex, nationalities, ethnicity, communication, safeContact, changed);
    }

    /** As somebody reads them who may read such fields of the case and not others: where the child lives, and how the child is reached. */
    ChildFacts as(FieldReader reader) {
        return reader.reads(DataClass.HOME_AND_WHEREABOUTS)
                ? this
                : with(new SafeContact(safeContact.way(), null)).withLivesAt(null);
    }

    /** The names of the fields that differ, for the ledger. */
    List<String> differingFrom(ChildFacts other) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", name, other.name);
        note(fields, "birthDate", birthDate, other.birthDate);
        note(fields, "sex", sex, other.sex);
        note(fields, "nationalities", nationalities, other.nationalities);
        note(fields, "ethnicity", ethnicity, other.ethnicity);
        note(fields, "communication", communication, other.communication);
        note(fields, "safeContact", safeContact, other.safeContact);
        note(fields, "livesAt", livesAt, other.livesAt);
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }
}
