package org.holdfast.referrals;

import java.util.List;
import java.util.Optional;

/** The parts of the task list of a referral written by hand, in the Home Office form's order, our own questions last. */
public enum FormSection {
    REFERRAL("verify", "reference", "organisation", "fr-location"),
    AGE("pv-under-age", "pv-under-age-at-time-of-exploitation", "local-authority-contacted-about-child"),
    BACKGROUND("what-is-their-background"),
    WHAT_HAPPENED(
            "potential-victim-exploitative-situation-multiple",
            "when-did-the-exploitation-take-place",
            "when-did-the-exploitation-take-place-multiple",
            "how-did-the-exploitation-start",
            "were-they-taken-somewhere-by-their-exploiter",
            "how-they-were-treated",
            "is-the-potential-victim-still-in-an-exploitative-situation",
            "reasons-preventing-potential-victim-from-leaving",
            "how-why-did-they-leave-the-situation",
            "when-last-contact",
            "details-last-contact"),
    HOW_IT_IS_KNOWN(
            "is-this-the-first-chance-to-report",
            "why-report-now",
            "modern-slavery-indicators",
            "where-how-interview-carried-out",
            "professional-insight",
            "evidence-of-dishonesty",
            "are-others-involved"),
    WHERE(
            "where-exploitation-happened",
            "where-exploitation-happened-uk",
            "where-exploitation-happened-overseas",
            "current-pv-location"),
    BY_WHOM(
            "who-exploited-pv",
            "exploiters-location",
            "are-exploiters-in-the-uk",
            "exploiters-current-location-details"),
    KIND_AND_RISK(
            "types-of-exploitation",
            "any-other-pvs",
            "future-exploitation",
            "concerns-future-exploitation",
            "reported-to-police",
            "authorities-cooperation"),
    THE_CHILD(
            "pv-name-referral",
            "pv-dob",
            "pv-gender-referral",
            "does-pv-have-children",
            "pv-nationality-referral",
            "pv-interpreter-requirements",
            "pv-other-help-with-communication",
            "pv-ho-reference"),
    REFERRER("fr-details", "fr-alternative-contact"),
    EVIDENCE("upload-evidence", "what-evidence-you-will-submit"),
    BEFORE_SUBMITTING("safety", "child-told", "court", "who-decides");

    private final List<String> pages;

    FormSection(String... pages) {
        this.pages = List.of(pages);
    }

    /** The names of its pages, in form order. */
    public List<String> pages() {
        return pages;
    }

    /** Message key of its name. */
    public String key() {
        return "referrals.section." + ReferralCommand.code(this);
    }

    /** The section a page lies in; empty for a page that is not put to anybody. */
    public static Optional<FormSection> of(String page) {
        for (FormSection section : values()) {
            if (section.pages.contains(page)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
