package org.holdfast.referrals.web;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.casework.Attachments;
import org.holdfast.law.Reason;
import org.holdfast.pages.DraftFile;
import org.holdfast.referrals.ReferralId;

/**
 * The page of the form on which files are added.
 *
 * @param check whether it leads back to the page that shows all answers
 */
public record FilesView(ReferralId id, List<DraftFile> files, boolean check) {

    /** The name of the page in the form. */
    static final String PAGE = "upload-evidence";

    public String path() {
        return "/referrals/drafts/" + id.value() + "/questions/" + PAGE + back("?back=check");
    }

    public String back() {
        return "/referrals/drafts/" + id.value() + back("/check");
    }

    public String path(DraftFile file) {
        return "/referrals/drafts/" + id.value() + "/files/" + file.id();
    }

    public String removePath(DraftFile file) {
        return path(file) + "/remove" + back("?back=check");
    }

    public String titleKey() {
        return "referrals.form.page." + PAGE;
    }

    /** How many files the form takes. */
    public int most() {
        return Attachments.MOST;
    }

    /** Why a file is not taken, said with its name, since several come at once. */
    static Reason ofFile(Reason reason, String name) {
        List<String> details = new ArrayList<>(List.of(name));
        details.addAll(reason.details());
        return Reason.about(
                "file", reason.key().replace("casework.file.", "referrals.file."), details.toArray(String[]::new));
    }

    private String back(String where) {
        return check ? where : "";
    }
}
