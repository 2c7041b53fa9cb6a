package org.holdfast.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * An action as somebody would agree it: who of which agency does what, why and by when (MTG-5).
 *
 * @param ownerMember the owner's account; null for an owner without one, who then is named
 * @param ownerName the owner's name
 * @param ownerAgency the owner's agency, if it is one of the partnership
 * @param ownerAgencyName the owner's agency in words
 * @param ownerTeam the team of that agency to which it is given; null for none
 */
public record ActionDraft(
        String what,
        String why,
        @Nullable MemberId ownerMember,
        String ownerName,
        @Nullable AgencyId ownerAgency,
        String ownerAgencyName,
        @Nullable TeamId ownerTeam,
        @Nullable LocalDate dueOn) {

    /** One that is given to a person, to an agency as such, or to somebody outside. */
    public ActionDraft(
            String what,
            String why,
            @Nullable MemberId ownerMember,
            String ownerName,
            @Nullable AgencyId ownerAgency,
            String ownerAgencyName,
            @Nullable LocalDate dueOn) {
        this(what, why, ownerMember, ownerName, ownerAgency, ownerAgencyName, null, dueOn);
    }

    /** What keeps it from being agreed on a day. */
    public List<Reason> faults(LocalDate agreedOn) {
        List<Reason> faults = new ArrayList<>(new Faults()
                .words("what", what, "casework.action.needs-what")
                .words("why", why, "casework.action.needs-why")
                .line("ownerName", ownerName, "casework.action.needs-owner")
                .line("ownerAgencyName", ownerAgencyName, "casework.action.needs-agency")
                .found());
        faults.addAll(dueOnFaults(dueOn, agreedOn));
        return faults;
    }

    /** What is wrong with the day by which something is to be done, for an action as for the proposal of one. */
    public static List<Reason> dueOnFaults(@Nullable LocalDate dueOn, LocalDate agreedOn) {
        return new Faults()
                .given("dueOn", dueOn, "casework.action.needs-due-on")
                .foreseeable("dueOn", dueOn, agreedOn)
                .unless(dueOn == null || !dueOn.isBefore(agreedOn), "dueOn", "casework.action.due-before-agreed")
                .found();
    }

    List<String> differs(Action action) {
        List<String> fields = new ArrayList<>();
        if (!what.equals(action.what())) {
            fields.add("what");
        }
        if (!why.equals(action.why())) {
            fields.add("why");
        }
        if (!ownerName.equals(action.ownerName()) || !ownerAgencyName.equals(action.ownerAgencyName())) {
            fields.add("owner");
        }
        if (!action.dueOn().equals(dueOn)) {
            fields.add("dueOn");
        }
        return fields;
    }
}
