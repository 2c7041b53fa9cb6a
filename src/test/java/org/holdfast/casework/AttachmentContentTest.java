package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.holdfast.Damage;
import org.junit.jupiter.api.Test;

class AttachmentContentTest {

    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    @Test
    void thePictureAndTheDocumentAreKnownByTheirFirstBytes() {
        assertThat(AttachmentContent.kind(ascii("%PDF-1.4\n"))).contains(AttachmentKind.PDF);
        assertThat(AttachmentContent.kind(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452")))
                .contains(AttachmentKind.PNG);
        assertThat(AttachmentContent.kind(HexFormat.of().parseHex("ffd8ffe000104a464946000101")))
                .contains(AttachmentKind.JPEG);
    }

    @Test
    void aWordDocumentIsLookedInto() throws IOException {
        assertThat(AttachmentContent.kind(zip("[Content_Types].xml", "word/document.xml")))
                .contains(AttachmentKind.DOCX);
        assertThat(AttachmentContent.kind(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .as("with macros")
                .isEmpty();
        assertThat(AttachmentContent.kind(zip("[Content_Types].xml", "xl/workbook.xml")))
                .as("a spreadsheet")
                .isEmpty();
        assertThat(AttachmentContent.kind(zip("holiday.txt"))).as("any folder").isEmpty();
    }

    @Test
    void aFileThatSwellsWhenItIsOpenedIsNotTaken() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[12_000_000]);
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(20_000);
        assertThat(AttachmentContent.kind(bytes.toByteArray())).isEmpty();
    }

    @Test
    void anOldWordDocumentHasItsStreamAndNoMacros() {
        assertThat(AttachmentContent.kind(old("WordDocument"))).contains(AttachmentKind.DOC);
        assertThat(AttachmentContent.kind(old("WordDocument", "_VBA_PROJECT"))).isEmpty();
        assertThat(AttachmentContent.kind(old("Workbook"))).isEmpty();
    }

    @Test
    void whatABrowserOrAMachineWouldRunIsNotTaken() {
        assertThat(AttachmentContent.kind(ascii("<html><script>alert(1)</script></html>")))
                .isEmpty();
        assertThat(AttachmentContent.kind(ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")))
                .isEmpty();
        assertThat(AttachmentContent.kind(ascii("MZ\u0000\u0001this program"))).isEmpty();
        assertThat(AttachmentContent.kind(ascii("#!/bin/sh\nrm -rf /"))).isEmpty();
        assertThat(AttachmentContent.kind(ascii("just words"))).isEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("<x/>"));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] old(String... streams) {
        byte[] bytes = Arrays.copyOf(OLD_OFFICE, 2048);
        int at = 1024;
        for (String stream : streams) {
            byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
            System.arraycopy(name, 0, bytes, at, name.length);
            at += 128;
        }
        return bytes;
    }

    @Property(tries = 500)
    void whateverAFileHoldsIsOfAKindOrNotTaken(@ForAll long number) throws IOException {
        for (byte[] whole : new byte[][] {
            zip("[Content_Types].xml", "word/document.xml"),
            old("WordDocument"),
            ascii("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"),
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452")
        }) {
            assertThat(AttachmentContent.kind(Damage.done(whole, number))).isNotNull();
        }
    }
}
