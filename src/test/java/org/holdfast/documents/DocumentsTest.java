package org.holdfast.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.holdfast.documents.Document.Block;
import org.holdfast.documents.Document.Fact;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A paper reads the same on every machine, to the ear as to the eye, and is the same file each time it is written. */
class DocumentsTest {

    private static final Document PAPER = new Document(
            "Alba Testchild & the <panel>",
            "en-GB",
            "Reference \"HF-1\" <made up>",
            "For Rowan Example, 26 November 2026 at 10:00",
            List.of(
                    new Block.Heading(2, "What Alba says"),
                    new Block.Quote("I want to stay here.\nNobody asked me.\u0001"),
                    new Block.Heading(4, "A level too deep"),
                    new Block.Bullets(List.of("Welsh: tŷ, dŵr", "Vietnamese: Quyết định của bạn")),
                    new Block.Facts(List.of(new Fact("Court", "12 December 2026"))),
                    new Block.Table(
                            "Evidence", List.of("Element", "For"), List.of(List.of("Action", "She was recruited"))),
                    new Block.Notice("Nobody has asked for her views."),
                    new Block.NewPage(),
                    new Block.InLanguage(
                            "ar", List.of(new Block.Heading(2, "قرار بشأنك"), new Block.Paragraph("هذا القرار"))),
                    new Block.InLanguage("ti", List.of(new Block.Paragraph("እዚ ውሳነ ብዛዕባኻ እዩ።")))));

    private final Documents documents = new Documents();

    @Test
    void a_pdf_is_accessible_and_lasts_and_is_the_same_each_time() {
        byte[] pdf = documents.pdf(PAPER);

        PdfCheck.assertAccessibleAndLasting(pdf);
        assertThat(documents.pdf(PAPER)).isEqualTo(pdf);
        assertThat(PdfCheck.words(pdf))
                .contains("What Alba says", "Nobody asked me.", "tŷ, dŵr", "Quyết định của bạn", "እዚ ውሳነ")
                .contains("Reference \"HF-1\" <made up>", "1 / 2", "2 / 2");
    }

    /** Headings repeated on the next page would break the writer of tagged PDF wherever a table begins at the foot of one. */
    @Test
    void a_table_may_begin_anywhere_on_a_page() {
        for (int lines = 20; lines < 36; lines++) {
            List<Block> blocks = new ArrayList<>(Collections.nCopies(lines, new Block.Paragraph("A line")));
            blocks.add(new Block.Table("Actions", List.of("What", "Who"), List.of(List.of("Ring", "Health"))));
            byte[] pdf = documents.pdf(new Document("Minutes", "en-GB", "", "", blocks));
            assertThat(PdfCheck.words(pdf)).contains("Actions", "What Who", "Ring Health");
        }
    }

    @Test
    void a_screen_reader_finds_its_way_and_hears_neither_watermark_nor_footer() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(documents.pdf(PAPER))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Alba Testchild & the <panel>");
            List<String> tags = new ArrayList<>();
            List<String> languages = new ArrayList<>();
            walk(pdf.getDocumentCatalog().getStructureTreeRoot(), tags, languages);
            assertThat(tags).contains("H1", "H2", "H3", "L", "LI", "Table", "TH", "TD", "BlockQuote");
            assertThat(tags).as("no level of headings is skipped").doesNotContain("H4");
            assertThat(languages).contains("ar", "ti");
        }
    }

    private static void walk(PDStructureNode node, List<String> tags, List<String> languages) {
        if (node instanceof PDStructureElement element) {
            tags.add(element.getStructureType());
            if (element.getLanguage() != null) {
                languages.add(element.getLanguage());
            }
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureNode inner) {
                walk(inner, tags, languages);
            }
        }
    }

    @Test
    void an_opendocument_text_opens_in_an_office_with_headings_tables_and_languages() throws Exception {
        byte[] odt = documents.odt(PAPER);

        assertThat(documents.odt(PAPER)).isEqualTo(odt);
        assertThat(new String(odt, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsKeys("mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml");
        for (String file : List.of("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(files.get(file).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(files.get("content.xml"))
                .contains("text:outline-level=\"2\">What Alba says")
                .contains("<table:table-header-rows>")
                .contains("style:language-complex=\"ar\"", "style:writing-mode=\"rl-tb\"", "fo:language=\"ti\"")
                .contains("fo:break-before=\"page\"");
        assertThat(files.get("styles.xml")).contains("fo:language=\"en\" fo:country=\"GB\"", "For Rowan Example");
    }

    private static final List<String> MEANS_HARM = List.of(
            "</p><a href=\"https://elsewhere.example/\">hfprobe</a>",
            "<script>app.alert(1)</script> hfprobe",
            "<img src=\"file:///etc/passwd\"/> hfprobe",
            "<object data=\"data:text/html,x\" type=\"text/html\"></object><embed src=\"x\"/> hfprobe",
            "<link rel=\"attachment\" href=\"file:///etc/passwd\"/> hfprobe",
            "<form action=\"https://elsewhere.example/\"><input name=\"x\"/></form> hfprobe",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e; hfprobe",
            "&#60;script&#62; ]]> --> hfprobe",
            "\"; } @import url(https://elsewhere.example/); body { background: url(https://elsewhere.example/) } hfprobe",
            "\\22 ; } @page { hfprobe",
            "javascript:alert(1) https://elsewhere.example hfprobe");

    /** What people type is words in every place of a paper, in the file that is printed and in the one that is worked on. */
    @Test
    void words_that_mean_harm_stay_words_in_every_place_of_a_paper() throws Exception {
        Set<String> plain = elements(documents.odt(everywhere("hfprobe")));
        for (String words : MEANS_HARM) {
            Document paper = everywhere(words);
            byte[] pdf = documents.pdf(paper);
            PdfCheck.assertOnlyWords(pdf);
            String read = PdfCheck.words(pdf);
            assertThat(read.split("hfprobe", -1)).as(words).hasSizeGreaterThan(12);
            assertThat(read).doesNotContain("root:");
            assertThat(read.replaceAll("\\s", "")).as("nothing is swallowed").contains(words.replaceAll("\\s", ""));
            assertThat(elements(documents.odt(paper))).as(words).isEqualTo(plain);
        }
        assertThat(plain)
                .noneMatch(name -> name.contains("text:a@") || name.contains("script") || name.contains("draw:"));
    }

    private static Document everywhere(String words) {
        return new Document(
                words,
                "en-GB",
                words,
                words,
                List.of(
                        new Block.Heading(2, words),
                        new Block.Paragraph(words),
                        new Block.Quote(words),
                        new Block.Bullets(List.of(words, words)),
                        new Block.Facts(List.of(new Fact(words, words))),
                        new Block.Table(words, List.of(words, words), List.of(List.of(words, words))),
                        new Block.Notice(words),
                        new Block.InLanguage("ar", List.of(new Block.Paragraph(words)))));
    }

    /** The names of all elements and attributes in the parts of an OpenDocument text; each part must be XML without a type of its own. */
    private static Set<String> elements(byte[] odt) throws Exception {
        DocumentBuilderFactory strict = DocumentBuilderFactory.newInstance();
        strict.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Set<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".xml")) {
                    NodeList all = strict.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(zip.readAllBytes()))
                            .getElementsByTagName("*");
                    for (int at = 0; at < all.getLength(); at++) {
                        Element element = (Element) all.item(at);
                        for (int each = 0; each < element.getAttributes().getLength(); each++) {
                            Node attribute = element.getAttributes().item(each);
                            names.add(element.getTagName() + "@" + attribute.getNodeName());
                            if (attribute.getNodeName().endsWith("href")) {
                                assertThat(attribute.getNodeValue())
                                        .doesNotContain("elsewhere", "file:", "javascript:");
                            }
                        }
                    }
                }
            }
        }
        return names;
    }
}
