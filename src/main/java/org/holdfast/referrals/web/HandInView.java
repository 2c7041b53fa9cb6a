package org.holdfast.referrals.web;

import java.util.List;
import java.util.Optional;
import org.holdfast.law.Reason;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.referrals.Finding;
import org.holdfast.referrals.HandwrittenForm;
import org.holdfast.referrals.HandwrittenReferrals.Ready;
import org.holdfast.referrals.ReferralId;
import org.holdfast.referrals.SameChild;

/** The last page before a referral is handed in: what stands in the way, what is weak, who decides, who may be the same child. */
public record HandInView(ReferralId id, Ready ready) {

    public String path() {
        return "/referrals/drafts/" + id.value();
    }

    public boolean possible() {
        return ready.obstacles().isEmpty();
    }

    /** Where what stands in the way is put right. */
    public Optional<String> pathOf(Reason obstacle) {
        return Optional.ofNullable(obstacle.field())
                .flatMap(HandwrittenForm::pageOf)
                .map(page -> path() + "/questions/" + page);
    }

    /** Where a finding is put right. */
    public Optional<String> pathOf(Finding finding) {
        return ready.form().pageOf(finding).map(page -> path() + "/questions/" + page);
    }

    public List<Option> verdicts(Page page) {
        return List.of(SameChild.Verdict.values()).stream()
                .map(verdict -> Option.of(verdict.name(), page.text("referrals.likeness." + verdict.code())))
                .toList();
    }
}
