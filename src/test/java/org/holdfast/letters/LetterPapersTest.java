package org.holdfast.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdfast.documents.PdfCheck;
import org.holdfast.documents.TestDocuments;
import org.holdfast.pages.Tongue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A letter on paper, in each language in which we write. */
class LetterPapersTest {

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void a_letter_as_pdf_is_tagged_and_reads_the_same(Tongue tongue) throws Exception {
        List<Sheet> sheets = FramesTest.sheets(LetterKind.TO_CHILD, Frame.CONCLUSIVE_POSITIVE, tongue);
        byte[] pdf = TestDocuments.WRITTEN.pdf(LetterPapers.paper(sheets, "NRM-EXAMPLE-1", ""));
        keep("letter-" + tongue.tag() + ".pdf", pdf);

        PdfCheck.assertAccessibleAndLasting(pdf);
        String read = unbroken(PdfCheck.words(pdf).replaceAll("NRM-EXAMPLE-1 \\d / \\d", ""));
        for (Sheet sheet : sheets) {
            for (Sheet.Part part : sheet.parts()) {
                // a reader of the file may take a line that ends in a Latin name for one from left to right
                if (!tongue.rightToLeft() || part.text().codePoints().noneMatch(LetterPapersTest::latin)) {
                    assertThat(read).contains(unbroken(part.text()));
                }
            }
        }
    }

    private static boolean latin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /** A line may end after a stroke. */
    private static String unbroken(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").replace("/ ", "/").strip();
    }

    private static void keep(String name, byte[] pdf) throws Exception {
        Path pictures = Path.of("target", "pictures");
        Files.createDirectories(pictures);
        Files.write(pictures.resolve(name), pdf);
    }
}
