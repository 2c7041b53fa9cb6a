package org.holdfast.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.documents.Document.Block;

/**
 * One paper on its way into OpenDocument text: named styles an office program lets people change, headings that make a table of contents,
 * header rows of tables, the language of every part.
 */
final class OpenDocumentPaper {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String SPACES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
            + " office:version=\"1.3\"";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MANIFEST = DECLARATION
            + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
            + "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" + TYPE
            + "\"/>"
            + "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
            + "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
            + "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
            + "</manifest:manifest>";

    private final Document document;
    private final Markup markup = new Markup();
    private final StringBuilder body = new StringBuilder();
    private final Set<String> automatic = new LinkedHashSet<>();
    private boolean turn;
    private int tables;

    OpenDocumentPaper(Document document) {
        this.document = document;
    }

    byte[] write() {
        element("text:h", "Heading_20_1", " text:outline-level=\"1\"", broken(document.title()), "");
        blocks(document.blocks(), "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            stored(zip, "mimetype", TYPE);
            entry(zip, "content.xml", content());
            entry(zip, "styles.xml", styles());
            entry(zip, "meta.xml", meta());
            entry(zip, "META-INF/manifest.xml", MANIFEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    // What stands in it

    private void blocks(List<Block> blocks, String language) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(int asked, String text) -> {
                    int level = markup.level(asked);
                    element(
                            "text:h",
                            "Heading_20_" + level,
                            " text:outline-level=\"" + level + "\"",
                            broken(text),
                            language);
                }
                case Block.Paragraph(String text) -> element("text:p", "Text_20_body", "", broken(text), language);
                case Block.Quote(String text) -> element("text:p", "Quotations", "", broken(text), language);
                case Block.Notice(String text) -> element("text:p", "Notice", "", broken(text), language);
                case Block.Bullets(List<String> lines) -> bullets(lines, language);
                case Block.Facts(List<Document.Fact> facts) ->
                    table(
                            "",
                            List.of(),
                            facts.stream()
                                    .map(it -> List.of(it.label(), it.value()))
                                    .toList(),
                            2,
                            true,
                            language);
                case Block.Table(String caption, List<String> header, List<List<String>> rows) ->
                    table(caption, header, rows, header.size(), false, language);
                case Block.NewPage() -> turn = true;
                case Block.InLanguage(String other, List<Block> inner) -> blocks(inner, other);
            }
        }
    }

    private void bullets(List<String> lines, String language) {
        if (lines.isEmpty()) {
            return;
        }
        body.append("<text:list text:style-name=\"Bullets\">");
        for (String line : lines) {
            body.append("<text:list-item>");
            element("text:p", "List_20_Contents", "", broken(line), language);
            body.append("</text:list-item>");
        }
        body.append("</text:list>");
    }

    private void table(
            String caption, List<String> header, List<List<String>> rows, int columns, boolean facts, String language) {
        if (columns == 0) {
            return;
        }
        if (!caption.isBlank()) {
            element("text:p", "Caption", "", broken(caption), language);
        }
        if (turn) {
            element("text:p", "Text_20_body", "", "", language);
        }
        tables++;
        body.append("<table:table table:name=\"Table").append(tables).append("\" table:style-name=\"Table\">");
        body.append("<table:table-column table:number-columns-repeated=\"")
                .append(columns)
                .append("\"/>");
        if (!header.isEmpty()) {
            body.append("<table:table-header-rows>");
            row(header, 0, language, true);
            body.append("</table:table-header-rows>");
        }
        rows.forEach(cells -> row(cells, facts ? 1 : 0, language, false));
        body.append("</table:table>");
        element("text:p", "After_20_Table", "", "", language);
    }

    private void row(List<String> cells, int headings, String language, boolean head) {
        body.append("<table:table-row>");
        for (int i = 0; i < cells.size(); i++) {
            body.append("<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">");
            element(
                    "text:p",
                    head || i < headings ? "Table_20_Heading" : "Table_20_Contents",
                    "",
                    broken(cells.get(i)),
                    language);
            body.append("</table:table-cell>");
        }
        body.append("</table:table-row>");
    }

    private void element(String name, String style, String attributes, String inner, String language) {
        body.append('<')
                .append(name)
                .append(" text:style-name=\"")
                .append(style(style, language))
                .append('"')
                .append(attributes)
                .append('>')
                .append(inner)
                .append("</")
                .append(name)
                .append('>');
    }

    /** The named style, or one made from it for another language or a new page. */
    private String style(String named, String language) {
        if (language.isEmpty() && !turn) {
            return named;
        }
        String name = "P_" + named + (language.isEmpty() ? "" : "_" + language.replaceAll("[^A-Za-z0-9]", ""))
                + (turn ? "_page" : "");
        automatic.add("<style:style style:name=\"" + name + "\" style:family=\"paragraph\" style:parent-style-name=\""
                + named + "\"><style:paragraph-properties" + (turn ? " fo:break-before=\"page\"" : "")
                + (language.isEmpty() ? "" : way(language)) + "/>"
                + (language.isEmpty() ? "" : "<style:text-properties" + language(language) + "/>")
                + "</style:style>");
        turn = false;
        return name;
    }

    private static String broken(String words) {
        return Markup.lines(words).stream()
                .map(it -> it.replace("\t", "<text:tab/>"))
                .collect(Collectors.joining("<text:line-break/>"));
    }

    // Its files

    private String content() {
        return DECLARATION + "<office:document-content" + SPACES + "><office:automatic-styles>"
                + String.join("", automatic)
                + "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties style:width=\"17cm\" table:align=\"margins\"/></style:style>"
                + "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border-bottom=\"0.5pt solid #b1b4b6\"/></style:style>"
                + "</office:automatic-styles><office:body><office:text>" + body
                + "</office:text></office:body></office:document-content>";
    }

    private String styles() {
        StringBuilder styles = new StringBuilder(DECLARATION + "<office:document-styles" + SPACES + ">");
        styles.append("<office:font-face-decls>");
        for (Fonts.Family family : Fonts.FAMILIES) {
            styles.append("<style:font-face style:name=\"")
                    .append(family.name())
                    .append("\" svg:font-family=\"'")
                    .append(family.name())
                    .append("'\"/>");
        }
        styles.append("</office:font-face-decls><office:styles>");
        styles.append("<style:default-style style:family=\"paragraph\"><style:paragraph-properties")
                .append(way(document.language()))
                .append("/><style:text-properties style:font-name=\"Noto Sans\" style:font-name-complex=\"")
                .append(complexFont(document.language()))
                .append("\" fo:font-size=\"10.5pt\" style:font-size-complex=\"10.5pt\"")
                .append(language(document.language()))
                .append("/></style:default-style>");
        paragraph(styles, "Standard", "", "fo:line-height=\"140%\"", "");
        paragraph(styles, "Text_20_body", "Standard", "fo:margin-bottom=\"0.25cm\"", "");
        heading(styles, 1, "19pt", "0cm");
        heading(styles, 2, "14.5pt", "0.7cm");
        heading(styles, 3, "12pt", "0.5cm");
        heading(styles, 4, "10.5pt", "0.4cm");
        paragraph(
                styles,
                "Quotations",
                "Standard",
                "fo:margin-left=\"0.6cm\" fo:margin-right=\"0.6cm\" fo:margin-bottom=\"0.25cm\"",
                "");
        paragraph(
                styles,
                "Notice",
                "Standard",
                "fo:border=\"1.5pt solid #0b0c0c\" fo:padding=\"0.2cm\" fo:margin-bottom=\"0.3cm\"",
                bold());
        paragraph(styles, "List_20_Contents", "Standard", "fo:margin-bottom=\"0.1cm\"", "");
        paragraph(styles, "Table_20_Contents", "Standard", "", "");
        paragraph(styles, "Table_20_Heading", "Table_20_Contents", "", bold());
        paragraph(styles, "Caption", "Standard", "fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"", bold());
        paragraph(styles, "After_20_Table", "Standard", "fo:margin-bottom=\"0.1cm\"", "");
        paragraph(styles, "Footer", "Standard", "", " fo:font-size=\"8.5pt\" fo:color=\"#484949\"");
        paragraph(
                styles,
                "Header",
                "Standard",
                "fo:text-align=\"center\"",
                " fo:font-size=\"14pt\" fo:color=\"#8a8d8f\"");
        styles.append(
                "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">"
                        + "<style:list-level-properties text:space-before=\"0.3cm\" text:min-label-width=\"0.4cm\"/>"
                        + "</text:list-level-style-bullet></text:list-style>");
        styles.append("</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">"
                + "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"2cm\""
                + " fo:margin-bottom=\"1.5cm\" fo:margin-left=\"2cm\" fo:margin-right=\"2cm\"");
        styles.append(way(document.language()));
        styles.append(
                "/><style:header-style><style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-bottom=\"0.3cm\"/></style:header-style>"
                        + "<style:footer-style><style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-top=\"0.5cm\"/></style:footer-style>"
                        + "</style:page-layout></office:automatic-styles>");
        styles.append(
                "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">");
        if (!document.watermark().isBlank()) {
            styles.append("<style:header><text:p text:style-name=\"Header\">")
                    .append(broken(document.watermark()))
                    .append("</text:p></style:header>");
        }
        styles.append("<style:footer><text:p text:style-name=\"Footer\">")
                .append(broken(document.footer()))
                .append(
                        "<text:tab/><text:page-number text:select-page=\"current\">1</text:page-number> / <text:page-count>1</text:page-count>")
                .append("</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>");
        return styles.toString();
    }

    private static void heading(StringBuilder styles, int level, String size, String above) {
        styles.append("<style:style style:name=\"Heading_20_")
                .append(level)
                .append("\" style:display-name=\"Heading ")
                .append(level)
                .append("\" style:family=\"paragraph\" style:parent-style-name=\"Standard\""
                        + " style:next-style-name=\"Text_20_body\" style:default-outline-level=\"")
                .append(level)
                .append(
                        "\"><style:paragraph-properties fo:keep-with-next=\"always\" fo:margin-bottom=\"0.2cm\" fo:margin-top=\"")
                .append(above)
                .append("\"/><style:text-properties fo:font-size=\"")
                .append(size)
                .append("\" style:font-size-complex=\"")
                .append(size)
                .append('"')
                .append(bold())
                .append("/></style:style>");
    }

    private static void paragraph(StringBuilder styles, String name, String parent, String layout, String letters) {
        styles.append("<style:style style:name=\"")
                .append(name)
                .append("\" style:display-name=\"")
                .append(name.replace("_20_", " "))
                .append("\" style:family=\"paragraph\"")
                .append(parent.isEmpty() ? "" : " style:parent-style-name=\"" + parent + "\"")
                .append("><style:paragraph-properties ")
                .append(layout)
                .append("/><style:text-properties")
                .append(letters)
                .append("/></style:style>");
    }

    private String meta() {
        return DECLARATION + "<office:document-meta" + SPACES
                + "><office:meta><meta:generator>Holdfast</meta:generator><dc:title>"
                + Markup.text(document.title()) + "</dc:title><dc:language>" + Markup.text(document.language())
                + "</dc:language></office:meta></office:document-meta>";
    }

    private static String bold() {
        return " fo:font-weight=\"bold\" style:font-weight-complex=\"bold\"";
    }

    private static String complexFont(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "am", "ti" -> "Noto Sans Ethiopic";
            default -> "Noto Sans Arabic";
        };
    }

    private static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String language = locale.getLanguage().isEmpty() ? "none" : locale.getLanguage();
        String country = locale.getCountry().isEmpty() ? "none" : locale.getCountry();
        String kind = Fonts.rightToLeft(tag) ? "style:language-complex" : "fo:language";
        String where = Fonts.rightToLeft(tag) ? "style:country-complex" : "fo:country";
        return " " + kind + "=\"" + language + "\" " + where + "=\"" + country + "\"";
    }

    private static String way(String language) {
        return Fonts.rightToLeft(language)
                ? " style:writing-mode=\"rl-tb\" fo:text-align=\"start\""
                : " style:writing-mode=\"lr-tb\"";
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The first entry stands unpacked, so that the file says what it is. */
    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
