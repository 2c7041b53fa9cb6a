package org.holdfast.decisions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The seal on an issued decision: a hash over one canonical form of everything in it, so that a changed word shows (NRM-9).
 *
 * <p>The form is a sequence of fields, each written as its name, the length of its value in bytes, and the value, so that no two
 * decisions can be written alike.
 */
public final class Seal {
    private Seal() {}

    /** The canonical form of the decision issued so. What comes after, its superseding and the sending of its outcome, is not in it. */
    public static String canonical(Decision decision, Determination determination, Instant at, String by) {
        StringBuilder form = new StringBuilder();
        field(form, "form", "1");
        field(form, "decision", decision.id().value());
        field(form, "case", decision.caseId().value());
        field(form, "meeting", decision.meeting().value());
        field(form, "item", decision.item().value());
        field(form, "on", decision.on());
        field(
                form,
                "continues",
                decision.continues() == null ? null : decision.continues().value());
        Decision.Replacement supersedes = decision.supersedes();
        field(
                form,
                "supersedes",
                supersedes == null ? null : supersedes.decision().value());
        field(form, "because", supersedes == null ? null : supersedes.because());
        field(form, "determination", determination);
        field(form, "issued-at", at);
        field(form, "issued-by", by);
        field(form, "child", decision.assessments().child());
        decision.assessments().all().forEach(one -> assessment(form, one));
        account(form, decision.account());
        decision.ballots().stream()
                .sorted(Comparator.comparing(Ballot::ground))
                .forEach(ballot -> ballot(form, ballot));
        decision.votes().stream()
                .sorted(Comparator.comparing(Vote::ground)
                        .thenComparing(Vote::castAt)
                        .thenComparing(Vote::id))
                .forEach(vote -> vote(form, vote));
        decision.present().stream()
                .sorted(Comparator.comparing(one -> one.member().value()))
                .forEach(one -> present(form, one));
        return form.toString();
    }

    /** SHA-256 over the canonical form, in hexadecimal. */
    public static String of(Decision decision, Determination determination, Instant at, String by) {
        return sha256(canonical(decision, determination, at, by).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in hexadecimal. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an issued decision still is what was sealed. */
    public static boolean whole(Decision decision) {
        Decision.Issue issue = decision.issue();
        return issue != null
                && of(decision, issue.determination(), issue.at(), issue.by()).equals(issue.seal());
    }

    private static void assessment(StringBuilder form, Assessment one) {
        field(form, "definition", one.definition());
        field(form, "element", one.element());
        field(form, "finding", one.finding());
        field(form, "reasoning", one.reasoning());
        field(form, "missing", one.missing());
        one.evidence().stream().sorted(Comparator.comparing(Evidence::id)).forEach(item -> {
            field(form, "evidence", item.id());
            field(form, "side", item.side());
            field(form, "what", item.what());
            field(form, "source", item.source());
            field(form, "weight", item.weight());
        });
    }

    private static void account(StringBuilder form, Account account) {
        field(form, "childs-view", account.childsView());
        field(form, "credibility", account.credibility());
        field(form, "best-interests", account.bestInterests());
        field(form, "reasons", account.reasoning());
        field(form, "exploitation", account.exploitation());
        field(form, "county-lines", account.countyLines());
        field(form, "negative-reasons", account.negativeReasons());
        Account.Plan plan = account.plan();
        if (plan != null) {
            field(form, "plan", plan.id());
            field(form, "aim", plan.aim());
            field(form, "held-where", plan.heldWhere());
            field(form, "agreed-on", plan.agreedOn());
            field(form, "review-on", plan.reviewOn());
        }
    }

    private static void ballot(StringBuilder form, Ballot ballot) {
        field(form, "ballot", ballot.ground());
        field(form, "threshold", ballot.threshold().text());
        field(form, "since", ballot.threshold().since());
        field(form, "threshold-source", ballot.threshold().source());
        field(form, "opened-at", ballot.openedAt());
        Ballot.Count count = ballot.count();
        if (count != null) {
            field(form, "result", count.result());
            field(form, "for", count.votesFor());
            field(form, "against", count.votesAgainst());
            field(form, "counted-at", count.at());
            field(form, "counted-by", count.by());
        }
    }

    private static void vote(StringBuilder form, Vote vote) {
        field(form, "vote", vote.id());
        field(form, "ground", vote.ground());
        field(form, "member", vote.member().value());
        field(form, "member-name", vote.memberName());
        field(form, "agency", vote.agency().value());
        field(form, "agency-name", vote.agencyName());
        field(form, "position", vote.position());
        field(form, "vote-reasons", vote.reasons());
        field(form, "standing", vote.standing());
        field(form, "cast-at", vote.castAt());
        field(form, "recorded-by", vote.recordedBy());
        field(form, "answered-at", vote.answeredAt());
    }

    private static void present(StringBuilder form, Present one) {
        field(form, "present", one.member().value());
        field(form, "name", one.name());
        field(form, "of-agency", one.agency().value());
        field(form, "of-agency-name", one.agencyName());
        field(form, "capacity", one.capacity());
    }

    private static void field(StringBuilder form, String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        form.append(name)
                .append(' ')
                .append(text.getBytes(StandardCharsets.UTF_8).length)
                .append(' ')
                .append(text)
                .append('\n');
    }
}
