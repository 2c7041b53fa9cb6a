package org.holdfast.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** One paper on its way into a PDF. */
final class PdfPaper {

    static {
        // what it would log are words of the paper
        XRLog.setLoggingEnabled(false);
    }

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Map<String, byte[]> FONTS = new ConcurrentHashMap<>();

    private final Document document;
    private final JoinedLetters joined = new JoinedLetters();

    PdfPaper(Document document) {
        this.document = document;
    }

    byte[] write() {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                .useColorProfile(COLOURS)
                .withProducer("Holdfast");
        for (Fonts.Family family : Fonts.FAMILIES) {
            builder.useFont(() -> face(family, false), family.name(), 400, FontStyle.NORMAL, true);
            builder.useFont(() -> face(family, true), family.name(), 700, FontStyle.NORMAL, true);
        }
        String page = new PdfMarkup(document, joined).page();
        Watermark watermark = new Watermark(document.watermark(), joined);
        for (JoinedFace face : joined.faces()) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.typeface()),
                    face.name(),
                    face.weight(),
                    FontStyle.NORMAL,
                    true);
        }
        builder.useUnicodeBidiSplitter(Directions::new);
        builder.useUnicodeBidiReorderer(new Directions());
        builder.useUnicodeLineBreaker(new LineEnds());
        builder.defaultTextDirection(Fonts.rightToLeft(document.language()) ? TextDirection.RTL : TextDirection.LTR);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(page, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument written = renderer.createPDFKeepOpen()) {
            watermark.across(written);
            timeless(written, page);
            written.save(bytes);
            return joined.faces().isEmpty() ? bytes.toByteArray() : meant(bytes.toByteArray(), written.getDocumentId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells readers what the signs of the joined letters mean, which is known of a typeface only when it has been cut to what is used. */
    private byte[] meant(byte[] written, Long id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(written)) {
            for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
                if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary font
                        && COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE))) {
                    for (JoinedFace face : joined.faces()) {
                        if (font.getNameAsString(COSName.BASE_FONT).endsWith("+" + face.typefaceName())) {
                            font.setItem(
                                    COSName.TO_UNICODE,
                                    new PDStream(pdf, new ByteArrayInputStream(face.meaningOfGlyphs())));
                        }
                    }
                }
            }
            pdf.setDocumentId(id);
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static ByteArrayInputStream face(Fonts.Family family, boolean bold) {
        return new ByteArrayInputStream(FONTS.computeIfAbsent(family.file() + bold, _ -> family.bytes(bold)));
    }

    /** Takes out the moment of writing, and makes the file's id from what stands in it. */
    private void timeless(PDDocument written, String page) throws IOException {
        written.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        written.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
        PDMetadata metadata = written.getDocumentCatalog().getMetadata();
        String described = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?s)<xmp:(CreateDate|ModifyDate|MetadataDate)>.*?</xmp:\\1>\\s*", "")
                .replaceAll("\\s+xmp:(CreateDate|ModifyDate|MetadataDate)=\"[^\"]*\"", "");
        written.getDocumentCatalog()
                .setMetadata(
                        new PDMetadata(written, new ByteArrayInputStream(described.getBytes(StandardCharsets.UTF_8))));
        CRC32 id = new CRC32();
        id.update((page + document.watermark()).getBytes(StandardCharsets.UTF_8));
        written.setDocumentId(id.getValue());
    }
}
