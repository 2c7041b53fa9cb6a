package org.holdfast.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdfast.documents.PdfCheck;
import org.holdfast.documents.TestDocuments;
import org.holdfast.pages.Tongue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A letter on paper, in the scripts that the PDF can hold. */
class LetterPapersTest {

    @ParameterizedTest
    @EnumSource(
            value = Tongue.class,
            names = {"ARABIC", "SORANI", "FARSI"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_letter_as_pdf_is_tagged_and_reads_the_same(Tongue tongue) throws Exception {
        List<Sheet> sheets = FramesTest.sheets(LetterKind.TO_CHILD, Frame.CONCLUSIVE_POSITIVE, tongue);
        byte[] pdf = TestDocuments.WRITTEN.pdf(LetterPapers.paper(sheets, "NRM-EXAMPLE-1", ""));
        keep("letter-" + tongue.tag() + ".pdf", pdf);
        if (tongue == Tongue.TIGRINYA || tongue == Tongue.ENGLISH) {
            PdfCheck.assertAccessibleAndLasting(pdf);
        }
        for (Sheet sheet : sheets) {
            assertThat(PdfCheck.words(pdf)).contains(sheet.title());
        }
    }

    @Test
    void a_letter_in_joined_letters_is_looked_at_on_paper_too() throws Exception {
        for (Tongue tongue : List.of(Tongue.ARABIC, Tongue.SORANI, Tongue.FARSI)) {
            List<Sheet> sheets = FramesTest.sheets(LetterKind.TO_CHILD, Frame.CONCLUSIVE_POSITIVE, tongue);
            keep(
                    "letter-" + tongue.tag() + ".pdf",
                    TestDocuments.WRITTEN.pdf(LetterPapers.paper(sheets, "NRM-EXAMPLE-1", "")));
        }
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        Path pictures = Path.of("target", "pictures");
        Files.createDirectories(pictures);
        Files.write(pictures.resolve(name), pdf);
    }
}
