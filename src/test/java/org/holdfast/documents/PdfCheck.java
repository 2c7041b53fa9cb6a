package org.holdfast.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Holds a PDF to PDF/UA-1 and PDF/A-3 with an independent checker, and reads its words. */
public final class PdfCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    /** Fails with every rule that the file breaks. */
    public static void assertAccessibleAndLasting(byte[] pdf) {
        assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).as("PDF/UA-1").isEmpty();
        assertThat(faults(pdf, PDFAFlavour.PDFA_3_A)).as("PDF/A-3A").isEmpty();
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(it -> it.getRuleId().getClause() + ": " + it.getMessage())
                    .distinct()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("not a PDF that can be checked", e);
        }
    }

    /** A paper as PDF, for tests that need no more than that of the program. */
    public static byte[] written(Document paper) {
        return new Documents().pdf(paper);
    }

    /** The words of a PDF, with one blank between any two. */
    public static String words(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails where a PDF leads anywhere, runs anything, asks for anything to be filled in or carries another file. */
    public static void assertOnlyWords(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary) {
                    for (String acts : List.of(
                            "JS",
                            "JavaScript",
                            "OpenAction",
                            "AA",
                            "A",
                            "URI",
                            "EmbeddedFiles",
                            "EF",
                            "AcroForm",
                            "XFA")) {
                        // /A of a structure element holds its attributes
                        if (!acts.equals("A")
                                || COSName.getPDFName("Annot").equals(dictionary.getDictionaryObject(COSName.TYPE))) {
                            assertThat(dictionary.containsKey(acts)).as(acts).isFalse();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
