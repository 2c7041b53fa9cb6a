package org.holdfast;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the program, held by the build (CONTRIBUTING.md). */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.holdfast");

    @Test
    void modulesDependUpwardOnlyAndKeepToEachOthersDoors() {
        ApplicationModules.of("org.holdfast").verify();
    }

    @Test
    void nounsAndRulesKnowNoFrameworkNoDatabaseAndNoFormat() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.holdfast.law..",
                        "org.holdfast.audit",
                        "org.holdfast.partnership",
                        "org.holdfast.sharing",
                        "org.holdfast.people",
                        "org.holdfast.clocks",
                        "org.holdfast.casework",
                        "org.holdfast.referrals",
                        "org.holdfast.meetings",
                        "org.holdfast.decisions",
                        "org.holdfast.mail",
                        "org.holdfast.documents",
                        "org.holdfast.requests",
                        "org.holdfast.packs",
                        "org.holdfast.room",
                        "org.holdfast.assurance",
                        "org.holdfast.letters",
                        "org.holdfast.voice",
                        "org.holdfast.oversight",
                        "org.holdfast.records",
                        "org.holdfast.transfers",
                        "org.holdfast.administration")
                .and(describe("are nouns or rules", ArchitectureTest::nounOrRule))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jooq..", "tools.jackson..", "jakarta..", "gg.jte..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheWorkingCalendarKnowsTheCalendarLibrary() {
        noClasses()
                .that()
                .haveNameNotMatching("org\\.holdfast\\.law\\.WorkingCalendar(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.focus_shift..")
                .check(PROGRAM);
    }

    private static boolean nounOrRule(JavaClass type) {
        return !type.getSimpleName().equals("package-info")
                && (type.isRecord() || type.isEnum() || type.isInterface() && !type.isAnnotation());
    }

    @Test
    void onlyTheShellReadsTheClockOrThrowsDice() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.holdfast.app..", "org.holdfast..db..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(PROGRAM);
    }

    @Test
    void onlyStoresSpeakToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.holdfast..db..")
                .and()
                .haveNameNotMatching(".*Store(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jooq..", "java.sql..", "org.springframework.jdbc..")
                .andShould()
                .resideOutsideOfPackage("org.holdfast.app..")
                .check(PROGRAM);
    }

    @Test
    void storesAreNobodysBusinessOutsideTheirModule() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .bePackagePrivate()
                .check(PROGRAM);
    }

    @Test
    void controllersArePackagePrivateAndLiveInWeb() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAnyPackage("org.holdfast..web..", "org.holdfast.app..")
                .check(PROGRAM);
    }

    @Test
    void nothingIsNamedAfterWhatItIsToTheProgrammer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.holdfast..db..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Service)$")
                .check(PROGRAM);
    }

    @Test
    void nothingIsPutIntoFieldsBehindTheConstructorsBack() {
        noFields().should().beAnnotatedWith(Autowired.class).check(PROGRAM);
        fields().that()
                .areDeclaredInClassesThat(describe(
                        "are beans", type -> type.isMetaAnnotatedWith(org.springframework.stereotype.Component.class)))
                .and(describe(
                        "are not the program's own cache",
                        field ->
                                !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.VOLATILE)))
                .should()
                .beFinal()
                .check(PROGRAM);
    }
}
