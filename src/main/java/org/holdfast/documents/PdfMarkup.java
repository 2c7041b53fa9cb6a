package org.holdfast.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.documents.Document.Block;

/** A paper as the page from which its PDF is set. */
final class PdfMarkup {

    private static final String STYLE = """
            @page { size: A4; margin: 22mm 20mm 24mm 20mm;
              @bottom-left { content: "FOOTER"; font-family: FAMILIES; font-size: 8.5pt; color: #484949; vertical-align: top; padding-top: 5mm; width: 80%; }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: FAMILIES; font-size: 8.5pt; color: #484949; vertical-align: top; padding-top: 5mm; width: 20%; } }
            body { margin: 0; font-family: FAMILIES; font-size: 10.5pt; line-height: 1.45; color: #0b0c0c; }
            h1 { font-size: 19pt; line-height: 1.25; margin: 0 0 5mm 0; }
            h2 { font-size: 14.5pt; line-height: 1.3; margin: 7mm 0 2mm 0; page-break-after: avoid; }
            h3 { font-size: 12pt; line-height: 1.3; margin: 5mm 0 1.5mm 0; page-break-after: avoid; }
            h4 { font-size: 10.5pt; margin: 4mm 0 1mm 0; page-break-after: avoid; }
            p { margin: 0 0 2.5mm 0; }
            ul { margin: 0 0 2.5mm 0; padding: 0 6mm; }
            li { margin: 0 0 1mm 0; }
            blockquote { margin: 0 0 2.5mm 0; padding: 1mm 4mm; border-left: 1mm solid #b1b4b6; }
            .rtl blockquote { border-left: 0; border-right: 1mm solid #b1b4b6; }
            .notice { margin: 0 0 3mm 0; padding: 2mm 4mm; border: 0.7mm solid #0b0c0c; font-weight: 700; }
            table { width: 100%; border-collapse: collapse; margin: 0 0 4mm 0; }
            caption { text-align: left; font-weight: 700; margin: 0 0 1.5mm 0; }
            tr { page-break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.2mm solid #b1b4b6; font-weight: 400; }
            th { font-weight: 700; }
            .facts th { width: 32%; }
            .ltr, .ltr th, .ltr td, .ltr caption { direction: ltr; text-align: left; }
            .rtl, .rtl th, .rtl td, .rtl caption { direction: rtl; text-align: right; }
            .rtl th, .rtl td { padding: 1.2mm 0 1.2mm 3mm; }
            .rtl .ltr, .rtl .ltr th, .rtl .ltr td, .rtl .ltr caption { direction: ltr; text-align: left; }
            .turned { direction: rtl !important; text-align: right !important; }
            blockquote.turned { border-left: 0; border-right: 1mm solid #b1b4b6; }
            .page { page-break-before: always; }
            """;

    private final Document document;
    private final JoinedLetters joined;
    private final Directions directions = new Directions();
    private final Markup markup = new Markup();
    private final StringBuilder out = new StringBuilder();
    private boolean turn;

    PdfMarkup(Document document, JoinedLetters joined) {
        this.document = document;
        this.joined = joined;
    }

    String page() {
        String title = Markup.text(document.title());
        String heading = heavy(document.title());
        blocks(document.blocks());
        String body = out.toString();
        out.setLength(0);
        out.append("<html lang=\"")
                .append(tag(document.language()))
                .append("\"><head><title>")
                .append(title)
                .append("</title><meta name=\"subject\" content=\"")
                .append(title)
                .append("\"/><meta name=\"description\" content=\"")
                .append(title)
                .append("\"/><style>")
                .append(STYLE.replace("FOOTER", quoted(directions.seen(joined.write(document.footer(), false))))
                        .replace("FAMILIES", families()))
                .append("</style></head><body");
        out.append(" class=\"")
                .append(way(document.language()))
                .append("\" dir=\"")
                .append(way(document.language()));
        out.append("\"><h1>").append(heading).append("</h1>").append(body);
        return out.append("</body></html>").toString();
    }

    private void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(int level, String text) -> {
                    String name = "h" + markup.level(level);
                    out.append(element(name, turned() + towards(text), heavy(text)));
                }
                case Block.Paragraph(String text) -> out.append(paragraphs(turned(), text));
                case Block.Quote(String text) ->
                    out.append(element("blockquote", turned() + towards(text), paragraphs("", text)));
                case Block.Bullets(List<String> lines) -> {
                    if (!lines.isEmpty()) {
                        out.append(element(
                                "ul",
                                turned(),
                                lines.stream()
                                        .map(line -> element("li", towards(line), broken(line)))
                                        .collect(Collectors.joining())));
                    }
                }
                case Block.Facts(List<Document.Fact> facts) -> {
                    if (!facts.isEmpty()) {
                        out.append(element(
                                "table",
                                "facts" + turned(),
                                facts.stream()
                                        .map(fact -> "<tr><th scope=\"row\">" + heavy(fact.label()) + "</th>"
                                                + element("td", towards(fact.value()), broken(fact.value())) + "</tr>")
                                        .collect(Collectors.joining("", "<tbody>", "</tbody>"))));
                    }
                }
                case Block.Table table -> table(table);
                case Block.Notice(String text) ->
                    out.append(element("p", "notice" + turned() + towards(text), heavy(text)));
                case Block.NewPage() -> turn = true;
                case Block.InLanguage(String language, List<Block> inner) -> {
                    out.append("<div lang=\"")
                            .append(tag(language))
                            .append("\" dir=\"")
                            .append(way(language))
                            .append("\" class=\"")
                            .append(way(language))
                            .append(turned())
                            .append("\">");
                    blocks(inner);
                    out.append("</div>");
                }
            }
        }
    }

    private void table(Block.Table table) {
        StringBuilder inner = new StringBuilder();
        if (!table.caption().isBlank()) {
            inner.append("<caption>").append(heavy(table.caption())).append("</caption>");
        }
        inner.append("<thead><tr>");
        table.header()
                .forEach(head ->
                        inner.append("<th scope=\"col\">").append(heavy(head)).append("</th>"));
        inner.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            inner.append("<tr>");
            row.forEach(cell -> inner.append(element("td", towards(cell), broken(cell))));
            inner.append("</tr>");
        }
        out.append(element("table", turned(), inner.append("</tbody>").toString()));
    }

    /** A text as paragraphs: a new one where its lines begin to run the other way. */
    private String paragraphs(String classes, String text) {
        List<StringBuilder> parts = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (parts.isEmpty()
                    || !line.isBlank()
                            && directions.turned(line)
                                    != directions.turned(parts.getLast().toString())) {
                parts.add(new StringBuilder(line));
            } else {
                parts.getLast().append('\n').append(line);
            }
        }
        StringBuilder paragraphs = new StringBuilder();
        for (StringBuilder part : parts) {
            paragraphs.append(element(
                    "p", (paragraphs.isEmpty() ? classes : "") + towards(part.toString()), broken(part.toString())));
        }
        return paragraphs.toString();
    }

    private static String element(String name, String classes, String inner) {
        String attribute = classes.isEmpty() ? "" : " class=\"" + classes.strip() + "\"";
        return "<" + name + attribute + ">" + inner + "</" + name + ">";
    }

    /** Words that begin from right to left run from right to left, in whatever paper they stand. */
    private String towards(String words) {
        return directions.turned(words) ? " turned" : "";
    }

    private String turned() {
        String now = turn ? " page" : "";
        turn = false;
        return now;
    }

    private String broken(String words) {
        return lines(joined.write(words, false));
    }

    /** What the style sheet sets in bold. */
    private String heavy(String words) {
        return lines(joined.write(words, true));
    }

    private static String lines(String words) {
        return String.join("<br/>", Markup.lines(words));
    }

    private String families() {
        return Stream.concat(
                        Fonts.FAMILIES.stream().map(Fonts.Family::name),
                        joined.faces().stream().map(JoinedFace::name))
                .map(it -> "'" + it + "'")
                .collect(Collectors.joining(", "));
    }

    private static String way(String language) {
        return Fonts.rightToLeft(language) ? "rtl" : "ltr";
    }

    private static String tag(String language) {
        return Markup.text(Locale.forLanguageTag(language).toLanguageTag());
    }

    /** The footer as a string of a style sheet. */
    private static String quoted(String footer) {
        return Markup.text(footer.replaceAll("[\\r\\n\\t]+", " "))
                .replace("\\", "\\\\")
                .replace("&quot;", "\\\"")
                .replace("&lt;", "\\3C ")
                .replace("&gt;", "\\3E ");
    }
}
