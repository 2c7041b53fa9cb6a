package org.holdfast.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.people.IdentifierSystem.NHS_NUMBER;
import static org.holdfast.people.IdentifierSystem.NRM_REFERENCE;
import static org.holdfast.people.IdentifierSystem.OTHER;
import static org.holdfast.people.IdentifierSystem.PNC_NUMBER;
import static org.holdfast.people.IdentifierSystem.UNIQUE_PUPIL_NUMBER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check character tells a slip of the pen before it becomes another child's number. */
class IdentifierSystemTest {

    @Test
    void an_nhs_number_is_read_with_and_without_spaces() {
        assertThat(NHS_NUMBER.read("943 476 5919")).contains("9434765919");
        assertThat(NHS_NUMBER.read("9434765919")).contains("9434765919");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "943476591", "94347659190", "0000000000", "943476591X", ""})
    void what_is_no_nhs_number_is_not_read(String typed) {
        assertThat(NHS_NUMBER.read(typed)).isEmpty();
    }

    @Test
    void every_single_wrong_digit_of_an_nhs_number_is_noticed() {
        String right = "9434765919";
        for (int place = 0; place < right.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(place)) {
                    String wrong = right.substring(0, place) + digit + right.substring(place + 1);
                    assertThat(NHS_NUMBER.read(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void a_unique_pupil_number_is_checked_by_its_letter() {
        // 2*8 + 3*0 + 4*1 + 5*2 + 6*0 + 7*0 + 8*0 + 9*1 + 10*9 + 11*0 + 12*0 + 13*1 = 142 = 6*23 + 4, and E is the
        // letter of 4
        assertThat(UNIQUE_PUPIL_NUMBER.read("E801200019001")).contains("E801200019001");
        assertThat(UNIQUE_PUPIL_NUMBER.read("e801 2000 19001")).contains("E801200019001");
        assertThat(UNIQUE_PUPIL_NUMBER.read("A801200019001")).isEmpty();
        assertThat(UNIQUE_PUPIL_NUMBER.read("E801200019010")).isEmpty();
    }

    @Test
    void a_temporary_pupil_number_ends_in_a_letter() {
        assertThat(UNIQUE_PUPIL_NUMBER.read("E80120001900B")).contains("E80120001900B");
        assertThat(UNIQUE_PUPIL_NUMBER.read("E80120001900I")).isEmpty();
    }

    @Test
    void a_police_national_computer_number_has_a_check_letter() {
        // year 24 and serial 0000001: 240000001 = 23*10434782 + 15, and Q is the letter of 15
        assertThat(PNC_NUMBER.read("2024/0000001Q")).contains("2024/0000001Q");
        assertThat(PNC_NUMBER.read("24/1q")).contains("24/1Q");
        assertThat(PNC_NUMBER.read("2024/0000001A")).isEmpty();
    }

    @Test
    void a_reference_without_check_is_kept_as_it_is_written() {
        assertThat(NRM_REFERENCE.read(" nrm-2026/0042 ")).contains("NRM-2026/0042");
        assertThat(OTHER.read("  ")).isEmpty();
    }
}
