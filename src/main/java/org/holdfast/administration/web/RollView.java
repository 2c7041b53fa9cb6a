package org.holdfast.administration.web;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.administration.Staff;
import org.holdfast.audit.Role;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.MemberFile;
import org.holdfast.partnership.Training;

/**
 * Everybody, by agency.
 *
 * @param left whether those who left are shown, instead of those who are here
 */
public record RollView(Staff.Roll roll, boolean left, LocalDate today) {

    /** The members of an agency that are shown. */
    public List<MemberFile> of(Agency agency) {
        return roll.files().stream()
                .filter(file -> file.member().agency().equals(agency))
                .filter(file -> left != here(file))
                .toList();
    }

    /** The names of the teams they are in. */
    public String teams(MemberFile file) {
        return String.join(", ", roll.teams().names(file.member().id()));
    }

    /** Whether they are a member now, or will be. */
    public boolean here(MemberFile file) {
        LocalDate leftOn = file.member().leftOn();
        return leftOn == null || leftOn.isAfter(today);
    }

    /** Whether they are to vote and cannot, for want of a current training record (NRM-5). */
    public boolean votesNot(MemberFile file) {
        return file.member().is(Role.PANEL_MEMBER)
                && roll.training().stream()
                        .noneMatch(
                                record -> record.member().equals(file.member().id())
                                        && record.training() == Training.PANEL_MEMBER
                                        && record.currentOn(today));
    }
}
