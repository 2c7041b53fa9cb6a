package org.holdfast.sharing;

import org.holdfast.audit.Role;

/**
 * The rules about access once more, plainly and without sharing a line with the decision function: tests hold against them what the function
 * decides and what the routes answer (SHR-1, SHR-3, NRM-22).
 */
public final class PlainRules {

    private PlainRules() {}

    /** The rules, one after another, as somebody would read them out. */
    public static String said(Access.Question asked) {
        // whoever is kept out by name is kept out, whatever else is true
        if (asked.excluded()) {
            return "no EXCLUDED";
        }
        // what is not of this partnership is not there
        if (!asked.known()) {
            return "no NO_SUCH_CASE";
        }
        String what = asked.permission().name();
        boolean mayAskAtAll = false;
        boolean coordinator = false;
        boolean governance = false;
        boolean answersForTheAgency = false;
        for (Role role : asked.roles()) {
            boolean may = asked.permission().roles().contains(role);
            mayAskAtAll |= may;
            coordinator |= may && role == Role.PANEL_COORDINATOR;
            governance |= role == Role.INFORMATION_GOVERNANCE;
            // a social worker answers for the children they hold, and for no others of the council
            answersForTheAgency |= role == Role.AGENCY_CONTACT
                    || role == Role.PANEL_MEMBER
                    || role == Role.ADVISER
                    || role == Role.MANAGER;
        }
        // nobody does what is not among the things of their role
        if (!mayAskAtAll) {
            return "no ROLE";
        }
        // whose access was narrowed reads, and does nothing else
        if (asked.narrowed() && !readsWithOthers(what)) {
            return "no NARROWED";
        }
        // these things need no tie to the child, and are done for what they are asked for, or else in one's own work
        String byOffice = "yes OFFICE for " + (asked.purpose() == null ? "CASE_WORK" : asked.purpose());
        if (coordinator) {
            return byOffice;
        }
        if (what.equals("ASSURE") || what.equals("ASK_ACCESS")) {
            return byOffice;
        }
        if (what.equals("KEEP_RECORDS") || what.equals("APPROVE_DISPOSAL")) {
            return byOffice;
        }
        if (what.equals("SEE_LOOKS") && governance) {
            return byOffice;
        }
        // everything else does, and the tie has begun, has not ended, and opens this
        String withoutAgreement = null;
        for (Involvement tie : asked.involvements()) {
            if (tie.from().isAfter(asked.now())) {
                continue;
            }
            if (tie.until() != null && !tie.until().isAfter(asked.now())) {
                continue;
            }
            boolean opens;
            boolean throughAnotherAgency = false;
            if (tie.basis() == Basis.ASSIGNED || tie.basis() == Basis.OFFICE) {
                opens = !what.equals("ANSWER_ACTION");
            } else if (tie.basis() == Basis.AGENCY) {
                // an agency at the child's side reads and adds, takes part in meetings about the child, and changes
                // nothing
                opens = readsWithOthers(what) || what.equals("ADD_TO_CASE") || what.equals("TAKE_PART_IN_ITEM");
                throughAnotherAgency = true;
            } else if (tie.basis() == Basis.AGENDA_ITEM) {
                // an invitation is to read, and to do what a panel does
                opens = readsWithOthers(what)
                        || what.equals("TAKE_PART_IN_ITEM")
                        || what.equals("RUN_MEETING")
                        || what.equals("APPROVE_MINUTES")
                        || what.equals("PREPARE_DECISION")
                        || what.equals("VOTE")
                        || what.equals("ISSUE_DECISION");
                throughAnotherAgency = true;
            } else if (tie.basis() == Basis.REQUEST) {
                opens = what.equals("ANSWER_REQUEST") && answersForTheAgency;
                throughAnotherAgency = true;
            } else if (tie.basis() == Basis.ACTION) {
                opens = what.equals("ANSWER_ACTION");
            } else if (tie.basis() == Basis.POINT) {
                opens = what.equals("ANSWER_POINT") || what.equals("SEE_ASSURANCE");
            } else if (tie.basis() == Basis.REFERRER) {
                opens = what.equals("SEE_REFERRAL")
                        || what.equals("MAKE_REFERRAL")
                        || what.equals("ASK_RECONSIDERATION");
            } else if (tie.basis() == Basis.ALLOWED) {
                opens = what.equals("SEE_CASE");
                throughAnotherAgency = true;
            } else {
                opens = tie.basis() == Basis.EMERGENCY && what.equals("SEE_CASE");
            }
            if (!opens) {
                continue;
            }
            // what comes through an agency, an agenda or a request comes under an agreement for just that purpose or
            // not at all; the purpose is
            // what the asking says, and where it says nothing what the tie is for
            Purpose meant = tie.purpose();
            if (asked.purpose() != null) {
                meant = asked.purpose();
            }
            if (throughAnotherAgency && !asked.agreed().contains(meant)) {
                if (withoutAgreement == null) {
                    withoutAgreement = "no AGREEMENT for " + meant;
                }
                continue;
            }
            return "yes " + tie.basis() + " for " + meant;
        }
        return withoutAgreement == null ? "no NEED_TO_KNOW" : withoutAgreement;
    }

    private static boolean readsWithOthers(String what) {
        return switch (what) {
            case "SEE_CASE",
                    "SEE_REFERRAL",
                    "SEE_MEETINGS",
                    "SEE_AGENDA_ITEM",
                    "READ_PACK",
                    "SEE_PACK",
                    "ANSWER_REQUEST",
                    "SEE_ASSURANCE",
                    "SEE_RECONSIDERATION",
                    "ASK_RECONSIDERATION" -> true;
            default -> false;
        };
    }
}
