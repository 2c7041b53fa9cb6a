package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.LedgerCheck.End;
import org.holdfast.audit.LedgerCheck.Fault;
import org.holdfast.audit.LedgerCheck.Found;
import org.holdfast.audit.LedgerCheck.Unmet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** GOV-7: every way of tampering with a chain is found, and found where it was done. */
class LedgerCheckTest {

    private record Line(long seq, byte[] @Nullable [] content, byte[] previous, byte[] hash) {}

    private static final PartnershipId US = new PartnershipId(new UUID(1, 1));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final List<Line> lines = chain(US, 5, "as it was");

    @Test
    void anEmptyLedgerIsWhole() {
        assertThat(checked(List.of(), null, null).whole()).isTrue();
        assertThat(checked(List.of(), new End(0, sha256("x")), new End(0, sha256("x")))
                        .whole())
                .isTrue();
    }

    @Test
    void aChainAsItWasWrittenIsWholeAndItsLinesAreCounted() {
        LedgerCheck.Report report = checked(lines, end(5), end(5));
        assertThat(report.whole()).isTrue();
        assertThat(report.lines()).isEqualTo(5);
        assertThat(report.partnership()).isEqualTo(US);
    }

    @Test
    void theFirstLineFollowsThePartnershipItself() {
        LedgerCheck check = new LedgerCheck(new PartnershipId(new UUID(1, 2)), end(5), List.of());
        lines.forEach(line -> check.line(line.seq(), line.content(), line.previous(), line.hash()));
        assertThat(check.end(end(5)).faults())
                .as("a chain of another partnership")
                .containsExactly(new Found(1, Fault.REORDERED));
    }

    @Test
    void everyFieldOfALineIsHeld() {
        for (int field = 0; field < 11; field++) {
            List<Line> changed = new ArrayList<>(lines);
            byte[] @Nullable [] content = lines.get(2).content().clone();
            content[field] = "other".getBytes(StandardCharsets.UTF_8);
            changed.set(
                    2,
                    new Line(3, content, lines.get(2).previous(), lines.get(2).hash()));
            assertThat(checked(changed, end(5), end(5)).faults())
                    .as("field " + field)
                    .containsExactly(new Found(3, Fault.CHANGED));
        }
    }

    @Test
    void whatMovesFromOneFieldToTheNextIsAChange() {
        List<Line> changed = new ArrayList<>(lines);
        byte[] @Nullable [] content = lines.get(1).content().clone();
        content[6] = bytes("LOOKEDs");
        content[7] = bytes("een");
        changed.set(
                1, new Line(2, content, lines.get(1).previous(), lines.get(1).hash()));
        assertThat(checked(changed, end(5), end(5)).faults()).containsExactly(new Found(2, Fault.CHANGED));
    }

    @Test
    void nothingAndAnEmptyWordAreHashedAlikeAsTheDatabaseDoes() {
        List<Line> changed = new ArrayList<>(lines);
        byte[] @Nullable [] content = lines.get(1).content().clone();
        content[9] = bytes("");
        changed.set(
                1, new Line(2, content, lines.get(1).previous(), lines.get(1).hash()));
        assertThat(checked(changed, end(5), end(5)).whole()).isTrue();
    }

    @Test
    void aDroppedLineShowsAtTheNext() {
        assertThat(checked(without(2), end(5), end(5)).faults()).containsExactly(new Found(3, Fault.DROPPED));
        assertThat(checked(without(1), end(5), end(5)).faults()).containsExactly(new Found(2, Fault.DROPPED));
    }

    @Test
    void aDoubledLineShowsAtItsPlace() {
        List<Line> doubled = new ArrayList<>(lines);
        doubled.add(3, lines.get(2));
        assertThat(checked(doubled, end(5), end(5)).faults()).containsExactly(new Found(3, Fault.DOUBLED));
    }

    @Test
    void aLineInAnothersPlaceShowsThereAndWhereTheChainGoesOn() {
        List<Line> swapped = new ArrayList<>(lines);
        swapped.set(
                1,
                new Line(
                        2,
                        lines.get(2).content(),
                        lines.get(2).previous(),
                        lines.get(2).hash()));
        swapped.set(
                2,
                new Line(
                        3,
                        lines.get(1).content(),
                        lines.get(1).previous(),
                        lines.get(1).hash()));
        assertThat(checked(swapped, end(5), end(5)).faults())
                .containsExactly(
                        new Found(2, Fault.REORDERED), new Found(3, Fault.REORDERED), new Found(4, Fault.REORDERED));
    }

    @Test
    void aCutEndShowsAtTheFirstLineThatIsGone() {
        assertThat(checked(lines.subList(0, 3), end(5), end(5)).faults())
                .containsExactly(new Found(4, Fault.TRUNCATED));
        assertThat(checked(List.of(), end(5), end(5)).faults()).containsExactly(new Found(1, Fault.TRUNCATED));
        assertThat(checked(lines, end(5), null).faults())
                .as("the end itself is gone")
                .containsExactly(new Found(6, Fault.TRUNCATED));
        assertThat(checked(lines, null, null).faults())
                .as("there never was one")
                .containsExactly(new Found(6, Fault.TRUNCATED));
    }

    @Test
    void aLineAfterTheEndWasNotPutThereByTheProgram() {
        assertThat(checked(lines, end(4), end(4)).faults()).containsExactly(new Found(5, Fault.ADDED));
    }

    @Test
    void linesThatCameWhileTheyWereReadAreNoFault() {
        assertThat(checked(lines, end(3), end(5)).whole()).isTrue();
        assertThat(checked(lines.subList(0, 4), end(3), end(5)).whole()).isTrue();
        assertThat(checked(lines, null, end(5)).whole()).as("the first of all").isTrue();
    }

    @Test
    void anEndThatIsNotTheLastLinesOwnHashIsFound() {
        assertThat(checked(lines, new End(5, sha256("x")), new End(5, sha256("x")))
                        .faults())
                .containsExactly(new Found(5, Fault.REPLACED));
    }

    @Test
    void aChainThatMeetsItsKeptHeadsIsWhole() {
        assertThat(checked(lines, end(5), end(5), head(2, 0), head(2, 1), head(5, 2))
                        .whole())
                .isTrue();
    }

    @Test
    void aChainThatWasRewrittenIsWholeInItselfAndFoundByTheFirstHeadAfterIt() {
        List<Line> rewritten = chain(US, 5, "as somebody wants it");
        End end = new End(5, rewritten.getLast().hash());
        List<Line> fork = new ArrayList<>(lines.subList(0, 2));
        for (int at = 2; at < 5; at++) {
            fork.add(next(fork.getLast().hash(), at + 1, "as somebody wants it"));
        }
        End forked = new End(5, fork.getLast().hash());
        assertThat(checked(fork, forked, forked).whole()).isTrue();
        LedgerCheck.Report report = checked(fork, forked, forked, head(4, 2), head(2, 0), head(3, 1));
        assertThat(report.faults()).containsExactly(new Found(3, Fault.REPLACED));
        assertThat(report.unmet()).containsExactly(new Unmet(head(3, 1), 2), new Unmet(head(4, 2), 2));
        assertThat(checked(rewritten, end, end, head(1, 0)).unmet()).containsExactly(new Unmet(head(1, 0), 0));
    }

    @Test
    void anOlderCopyThatWasPutBackIsFoundByAHeadBeyondItsEnd() {
        LedgerCheck.Report report = checked(lines.subList(0, 3), end(3), end(3), head(2, 0), head(3, 1), head(5, 2));
        assertThat(report.faults()).containsExactly(new Found(4, Fault.CUT));
        assertThat(report.unmet()).containsExactly(new Unmet(head(5, 2), 3));
    }

    @Test
    void aHeadWhoseLineIsGoneIsNotMet() {
        LedgerCheck.Report report = checked(without(3), end(5), end(5), head(3, 0));
        assertThat(report.faults()).containsExactly(new Found(4, Fault.DROPPED), new Found(3, Fault.REPLACED));
        assertThat(report.unmet()).containsExactly(new Unmet(head(3, 0), 0));
    }

    @Test
    void timeIsHashedInMicrosecondsBeforeAndAfter1970() {
        assertThat(LedgerCheck.micros(Instant.parse("2026-03-02T09:00:00.123456Z")))
                .isEqualTo(1772442000123456L);
        assertThat(LedgerCheck.micros(Instant.parse("1969-12-31T23:59:59.999999Z")))
                .isEqualTo(-1);
    }

    @Test
    void aLineIsReadAsWordsWithoutIdsTimesAndHashes() {
        assertThat(words("vote-cast", "{\"ground\":\"RG\",\"member\":\"" + new UUID(1, 1) + "\",\"version\":3}"))
                .isEqualTo("vote cast, ground rg, version 3");
        assertThat(words(
                        "file-added",
                        "{\"kind\":\"AGENCY_LETTER\",\"sha256\":\"" + "a".repeat(64)
                                + "\",\"dueOn\":\"2026-03-02T09:00:00Z\",\"late\":true}"))
                .isEqualTo("file added, kind agency letter, late true");
        assertThat(words("seen", "{}")).isEqualTo("seen");
    }

    @Test
    void severalHeadsAreReadFromOneFileAndAnythingElseIsPassedOver() {
        SignedHead one = new SignedHead(head(2, 0), "a2V5", "c2ln");
        SignedHead two = new SignedHead(head(5, 1), "a2V5", "c2ln");
        assertThat(SignedHead.read("In the safe\n" + one.printed() + "\n" + two.printed()))
                .containsExactly(one, two);
        assertThat(SignedHead.read("In the safe")).isEmpty();
        assertThat(new String(one.head().signedText(), StandardCharsets.UTF_8))
                .isEqualTo("Holdfast ledger head\npartnership: " + US.value() + "\nday: 2026-03-02\nline: 2\nhash: "
                        + one.head().hash() + "\n");
    }

    private static String words(String event, String detail) {
        return new LedgerLine(
                        1,
                        Instant.EPOCH,
                        Actor.Kind.PERSON,
                        new UUID(1, 1),
                        "Corin",
                        new UUID(1, 2),
                        Act.CHANGED,
                        event,
                        null,
                        null,
                        detail)
                .words();
    }

    private static LedgerCheck.Report checked(
            List<Line> lines, @Nullable End before, @Nullable End after, Head... kept) {
        LedgerCheck check = new LedgerCheck(US, before, List.of(kept));
        lines.forEach(line -> check.line(line.seq(), line.content(), line.previous(), line.hash()));
        return check.end(after);
    }

    private End end(int seq) {
        return new End(seq, lines.get(seq - 1).hash());
    }

    private Head head(int seq, int daysLater) {
        return new Head(
                US,
                MONDAY.plusDays(daysLater),
                seq,
                HexFormat.of().formatHex(lines.get(seq - 1).hash()));
    }

    private List<Line> without(long seq) {
        return lines.stream().filter(line -> line.seq() != seq).toList();
    }

    private static List<Line> chain(PartnershipId partnership, int length, String detail) {
        List<Line> chain = new ArrayList<>();
        byte[] previous = sha256(partnership.value().toString());
        for (int seq = 1; seq <= length; seq++) {
            chain.add(next(previous, seq, detail));
            previous = chain.getLast().hash();
        }
        return chain;
    }

    private static Line next(byte[] previous, int seq, String detail) {
        String[] fields = {
            "" + seq,
            "1772442000123456",
            "PERSON",
            new UUID(2, 2).toString(),
            "Corin “C” ኣ",
            new UUID(3, 3).toString(),
            "LOOKED",
            "seen",
            new UUID(4, 4).toString(),
            null,
            detail
        };
        byte[] @Nullable [] content = new byte[fields.length][];
        StringBuilder framed = new StringBuilder();
        for (int field = 0; field < fields.length; field++) {
            content[field] = fields[field] == null ? null : bytes(fields[field]);
            framed.append(fields[field] == null ? 0 : bytes(fields[field]).length)
                    .append(':')
                    .append(fields[field] == null ? "" : fields[field]);
        }
        byte[] words = bytes(framed.toString());
        byte[] all = java.util.Arrays.copyOf(previous, previous.length + words.length);
        System.arraycopy(words, 0, all, previous.length, words.length);
        return new Line(seq, content, previous, digest(all));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        return digest(bytes(text));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
