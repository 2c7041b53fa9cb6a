package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that everybody tries are refused, and nobody is asked for figures and signs. */
class CommonPasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234!",
                "P@ssw0rd2026!!",
                "passwordpassword",
                "welcome2024welcome",
                "qwertyuiop12",
                "1qaz2wsx3edc",
                "123456789012",
                "aaaaaaaaaaaa",
                "abcxabcxabcx",
                "iloveyou-2026",
                "Liverpool1892",
                "safeguarding1",
                "Summer-Sunshine-26",
                "nell.nurse.2026",
                "ＰＡＳＳＷＯＲＤ１２３４"
            })
    void whatIsTriedFirst(String password) {
        assertThat(CommonPasswords.faults(password, "nell.nurse", "Nell Nurse"))
                .extracting(Reason::key)
                .containsExactly("partnership.password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alessandro2026",
                "ALESSANDRO!!!2",
                "1992-Anastasia",
                "@nast@s1a-2026",
                "ordnassela2026",
                "anastasiaanastasia",
                "peanutbutter!",
                "correct horse battery staple",
                "manchester-99-"
            })
    void whatWasStolenElsewhereAndItsSimpleGuises(String password) {
        assertThat(CommonPasswords.faults(password, "nell.nurse", "Nell Nurse"))
                .extracting(Reason::key)
                .as(password)
                .containsAnyOf("partnership.password.stolen", "partnership.password.common");
        assertThat(StolenPasswords.has(password, CommonPasswords.plain(password)))
                .isTrue();
    }

    /** The whole list, as it stands and as people vary it to get past a rule. */
    @Test
    void nothingOnTheListGetsThrough() throws Exception {
        List<String> list;
        try (var file = StolenPasswords.class.getResourceAsStream(StolenPasswords.LIST)) {
            list = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(word -> !word.isBlank())
                    .toList();
        }
        assertThat(list).hasSizeGreaterThan(90_000);
        for (String word : list) {
            assertThat(CommonPasswords.faults(word, "nell.nurse", "Nell Nurse"))
                    .as(word)
                    .isNotEmpty();
            String varied = Character.toUpperCase(word.charAt(0)) + word.substring(1) + "2026!";
            assertThat(CommonPasswords.faults(varied, "nell.nurse", "Nell Nurse"))
                    .as(varied)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ladder violet teaspoon",
                "made-up-password",
                "kuzgh-2nmqz-hjw7",
                "πολύ μεγάλη θάλασσα",
                "summer rain on the old canal"
            })
    void whatIsNot(String password) {
        assertThat(CommonPasswords.faults(password, "nell.nurse", "Nell Nurse")).isEmpty();
    }

    @Test
    void lengthIsAllThatIsAskedFor() {
        assertThat(CommonPasswords.faults("k7-Qz!w", "a", "b"))
                .extracting(Reason::key)
                .containsExactly("partnership.password.short");
        assertThat(CommonPasswords.faults("violetteaspo", "a", "b")).isEmpty();
        assertThat(CommonPasswords.faults("x9".repeat(65), "a", "b"))
                .extracting(Reason::key)
                .containsExactly("partnership.password.long");
        assertThat(CommonPasswords.common("quartzlanterns", Set.of())).isFalse();
    }
}
