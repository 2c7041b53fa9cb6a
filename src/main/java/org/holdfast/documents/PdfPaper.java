package org.holdfast.documents;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

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
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(Fonts.rightToLeft(document.language()) ? TextDirection.RTL : TextDirection.LTR);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        String page = new PdfMarkup(document).page();
        builder.withHtmlContent(page, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument written = renderer.createPDFKeepOpen()) {
            if (!document.watermark().isBlank()) {
                new Watermark(document.watermark()).across(written);
            }
            timeless(written, page);
            written.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
