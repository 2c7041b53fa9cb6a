package org.holdfast.referrals.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Page;
import org.holdfast.referrals.FormField;
import org.holdfast.referrals.FormPage;
import org.holdfast.referrals.HomeOfficeDocument;
import org.holdfast.referrals.Manner;
import org.holdfast.referrals.Referral;
import org.holdfast.referrals.ReferralChange;
import org.holdfast.referrals.ReferralField;
import org.holdfast.referrals.Sending;

/**
 * A referral as its page shows it.
 *
 * @param caseOpen whether the reader may open the child's page
 * @param coordinator whether the reader handles referrals
 */
public record ReferralView(Referral referral, boolean caseOpen, boolean coordinator) {

    /**
     * One page of the form with what was said on it.
     *
     * @param said answers that were given, what updates say beside them, and answers that are missing
     * @param unsaid questions that were left open, not ticked, not put or not sent
     */
    public record Topic(FormPage page, List<ReferralField> said, List<FormField> unsaid) {}

    /** An update with what it changed. */
    public record Update(Sending sending, List<ReferralChange> changes) {}

    public String path() {
        return "/referrals/" + referral.id().value();
    }

    public String casePath() {
        return "/cases/" + referral.caseId().value();
    }

    public String stateKey() {
        return "referrals.state." + referral.state().code();
    }

    public List<Update> updates() {
        return referral.sendings().stream()
                .filter(sending -> sending.number() > 1)
                .map(sending -> new Update(sending, referral.changes(sending.number())))
                .toList();
    }

    public List<Reason> warnings(LocalDate today) {
        Instant referred = referral.referredAt();
        LocalDate counts = referred == null ? today : UnitedKingdom.day(referred);
        return referral.newest().payload().warnings(today, counts).stream()
                .filter(reason -> !reason.key().equals("referrals.payload.unknown-key"))
                .toList();
    }

    /** The question that a warning is about, in the words of the page. */
    public String about(Reason warning, Page page) {
        return referral.fields().stream()
                .filter(field -> Objects.equals(field.key(), warning.field()))
                .map(ReferralField::field)
                .filter(Objects::nonNull)
                .findFirst()
                .map(field -> page.text(field.label()))
                .orElse(String.valueOf(warning.field()));
    }

    /** The pages of the form in their order; of those outside the child route only the ones with an answer. */
    public List<Topic> topics() {
        Map<FormPage, Topic> topics = new LinkedHashMap<>();
        List<ReferralField> fields = referral.fields();
        for (ReferralField field : fields) {
            FormField question = field.field();
            if (question == null || repeats(question, field, fields)) {
                continue;
            }
            Topic topic = topics.computeIfAbsent(
                    question.page(), page -> new Topic(page, new ArrayList<>(), new ArrayList<>()));
            if (field.given() || field.origin() > 1 || field.missing() || field.heldBack()) {
                topic.said().add(field);
            } else {
                topic.unsaid().add(question);
            }
        }
        return topics.values().stream()
                .filter(topic -> topic.page().part() == FormPage.Part.CHILD_ROUTE
                        || !topic.said().isEmpty())
                .toList();
    }

    /** Some answers are written to several keys; once is enough to read, unless they contradict each other. */
    private static boolean repeats(FormField question, ReferralField field, List<ReferralField> fields) {
        if (question.keys().size() < 2 || question.keys().getFirst().equals(field.key())) {
            return false;
        }
        return fields.stream()
                .filter(other -> question.keys().getFirst().equals(other.key()))
                .anyMatch(other -> Objects.equals(other.meaning(), field.meaning()));
    }

    public List<HomeOfficeDocument> documents() {
        return referral.newest().payload().documents();
    }

    /** Whether the files themselves came along, as they do with a referral written here. */
    public boolean documentsHere() {
        return referral.newest().manner() == Manner.BY_HAND;
    }

    /** Keys that the form does not have, as they came. */
    public List<ReferralField> unknown() {
        return referral.fields().stream()
                .filter(field -> field.field() == null)
                .filter(field -> referral.sendings().stream()
                        .anyMatch(sending -> sending.payload().unknown().containsKey(field.key())))
                .toList();
    }
}
