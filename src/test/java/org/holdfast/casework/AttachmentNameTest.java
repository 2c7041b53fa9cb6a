package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "school report.pdf, school report.pdf",
                "C:\\Users\\worker\\report.PDF, report.pdf",
                "../../etc/passwd, passwd.pdf",
                "invoice.pdf.exe, invoice.pdf.pdf",
                ".htaccess, htaccess.pdf",
                "a\"b;c.pdf, a_b_c.pdf",
                "Nguyễn Testchild.pdf, Nguyễn Testchild.pdf"
            })
    void theNameIsMadeSafeAndEndsAsTheContentIs(String given, String safe) {
        assertThat(AttachmentName.of(given, AttachmentKind.PDF)).isEqualTo(safe);
    }

    @Test
    void hiddenDirectionAndControlCharactersAreTakenOut() {
        assertThat(AttachmentName.of("photo\u202Egnp.pdf", AttachmentKind.PNG)).isEqualTo("photognp.png");
        assertThat(AttachmentName.of("a\r\nSet-Cookie: x.png", AttachmentKind.PNG))
                .isEqualTo("aSet-Cookie_ x.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "...", "/", ". ."})
    void aNameThatIsNoneGetsOne(String given) {
        assertThat(AttachmentName.of(given, AttachmentKind.JPEG)).isEqualTo("file.jpg");
    }

    @Test
    void aNameHasAnEnd() {
        assertThat(AttachmentName.of("x".repeat(5000), AttachmentKind.DOC)).hasSize(124);
    }
}
