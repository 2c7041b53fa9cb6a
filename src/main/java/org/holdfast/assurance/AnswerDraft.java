package org.holdfast.assurance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.law.Reason;
import org.holdfast.partnership.Assuring;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the competent authority as it would be given or recorded.
 *
 * @param words beside the points; may be empty where it agrees
 * @param mustDecideAgain whether it requires that the panel decides again
 * @param by who answered, as recorded; empty for the assurer's own answer
 * @param channel null for the assurer's own answer
 * @param at when it came; null for the assurer's own answer
 */
public record AnswerDraft(
        @Nullable Verdict verdict,
        String words,
        List<PointDraft> points,
        boolean mustDecideAgain,
        String by,
        @Nullable Channel channel,
        @Nullable Instant at) {

    private static final int LONGEST = 5_000;

    public AnswerDraft {
        points = points.stream().filter(point -> !point.blank()).toList();
    }

    /** The assurer's own answer. */
    public static AnswerDraft own(
            @Nullable Verdict verdict, String words, List<PointDraft> points, boolean mustDecide) {
        return new AnswerDraft(verdict, words, points, mustDecide, "", null, null);
    }

    /** What keeps it from being given. */
    List<Reason> faults(Assuring agreed, Instant sentAt, Instant now, boolean recorded) {
        List<Reason> faults = new ArrayList<>();
        if (verdict == null) {
            faults.add(Reason.about("verdict", "assurance.answer.verdict"));
        }
        if (verdict == Verdict.RETURNED && points.isEmpty()) {
            faults.add(Reason.about("point-1-text", "assurance.answer.points"));
        }
        if (verdict != null && verdict != Verdict.RETURNED && !points.isEmpty()) {
            faults.add(Reason.about("verdict", "assurance.answer.points-agreed"));
        }
        if (verdict == Verdict.NOT_CHOSEN && !agreed.samples()) {
            faults.add(Reason.about("verdict", "assurance.answer.no-sample"));
        }
        if (mustDecideAgain && !agreed.mayRequire()) {
            faults.add(Reason.about("mustDecideAgain", "assurance.answer.may-not-require"));
        }
        if (mustDecideAgain && verdict != null && verdict != Verdict.RETURNED) {
            faults.add(Reason.about("mustDecideAgain", "assurance.answer.again-only-returned"));
        }
        for (int at = 0; at < points.size(); at++) {
            PointDraft point = points.get(at);
            if (point.kind() == null) {
                faults.add(Reason.about("point-" + (at + 1) + "-kind", "assurance.answer.point-kind"));
            }
            if (point.text().isBlank()) {
                faults.add(Reason.about("point-" + (at + 1) + "-text", "assurance.answer.point-text"));
            }
            if (point.text().length() > LONGEST) {
                faults.add(Reason.about("point-" + (at + 1) + "-text", "assurance.too-long", String.valueOf(LONGEST)));
            }
        }
        if (words.length() > LONGEST) {
            faults.add(Reason.about("words", "assurance.too-long", String.valueOf(LONGEST)));
        }
        if (recorded) {
            recorded(faults, sentAt, now);
        }
        return faults;
    }

    private void recorded(List<Reason> faults, Instant sentAt, Instant now) {
        if (by.isBlank()) {
            faults.add(Reason.about("by", "assurance.answer.by"));
        }
        if (channel == null || channel == Channel.HERE) {
            faults.add(Reason.about("channel", "assurance.answer.channel"));
        }
        if (at == null) {
            faults.add(Reason.about("at", "assurance.answer.at"));
        } else if (at.isAfter(now)) {
            faults.add(Reason.about("at", "assurance.answer.at-future"));
        } else if (at.isBefore(sentAt)) {
            faults.add(Reason.about("at", "assurance.answer.at-before"));
        }
    }

    /**
     * Whether the last answer says the very same and nobody has answered its points since: the button was pressed twice, and nothing is
     * returned twice.
     */
    boolean saidAlready(Assurance assurance, String saidBy, Channel saidOn) {
        List<Point> last = assurance.points()
                .subList(
                        Math.max(0, assurance.points().size() - points.size()),
                        assurance.points().size());
        return assurance
                        .answer()
                        .filter(it -> it.verdict() == verdict
                                && it.words().equals(words.strip())
                                && it.by().equals(saidBy)
                                && it.channel() == saidOn
                                && (at == null || it.at().equals(at)))
                        .isPresent()
                && last.stream().allMatch(it -> it.steps().isEmpty())
                && last.stream()
                        .map(it -> new PointDraft(it.kind(), it.section(), it.text()))
                        .toList()
                        .equals(points.stream()
                                .map(it -> new PointDraft(
                                        it.kind(), it.section().strip(), it.text().strip()))
                                .toList());
    }

    Instant when(Instant now) {
        return Objects.requireNonNullElse(at, now);
    }
}
