package org.holdfast.sharing;

import static org.holdfast.audit.Role.*;

import java.util.Set;
import org.holdfast.audit.Role;

/**
 * What can be asked of Holdfast, and which roles may ask it at all. Holding the role is not enough where the thing is about one case:
 * then need to know is asked as well (SHR-3), and an exclusion beats both (NRM-22).
 */
public enum Permission {
    /** Read the child's page and all that hangs on it. */
    SEE_CASE(SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, AGENCY_CONTACT, MANAGER),
    /** Add to the case: chronology, updates, wishes and feelings, files. */
    ADD_TO_CASE(SOCIAL_WORKER, PANEL_COORDINATOR, AGENCY_CONTACT, MANAGER),
    /** Change what stands on the case: lead professional, plan, court dates, people involved. */
    CHANGE_CASE(SOCIAL_WORKER, PANEL_COORDINATOR, MANAGER),
    /** Say what became of an action; only whoever owns it, or leads the agency that does (MTG-5). */
    ANSWER_ACTION(
            FIRST_RESPONDER,
            SOCIAL_WORKER,
            PANEL_COORDINATOR,
            PANEL_CHAIR,
            PANEL_MEMBER,
            ADVISER,
            AGENCY_CONTACT,
            MANAGER),
    /** See how the agencies keep what they agreed to do; names no child (GOV-3). */
    SEE_SCORECARD(PANEL_COORDINATOR, PANEL_CHAIR, MANAGER),
    /** Keep a person out of a case (NRM-22). */
    EXCLUDE(PANEL_COORDINATOR, MANAGER),
    /** See who has looked at a case (GOV-7). */
    SEE_LOOKS(SOCIAL_WORKER, PANEL_COORDINATOR, MANAGER, INFORMATION_GOVERNANCE),
    /** Read the ledger across cases, what is out of the ordinary in it, and its signed heads (GOV-7). */
    SEE_LEDGER(INFORMATION_GOVERNANCE),
    /** Ask to see a case without a tie to it, or take emergency access with a reason (SHR-3). */
    ASK_ACCESS(SOCIAL_WORKER, PANEL_CHAIR, PANEL_MEMBER, AGENCY_CONTACT, MANAGER),
    /** Pause, extend or resume a clock with a reason. */
    CHANGE_CLOCK(PANEL_COORDINATOR, MANAGER),
    /** Find a child by name; what is shown of each is asked again. */
    SEARCH(FIRST_RESPONDER, SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, AGENCY_CONTACT, MANAGER),
    /** Write a referral (REF-1). */
    MAKE_REFERRAL(FIRST_RESPONDER, SOCIAL_WORKER, PANEL_COORDINATOR),
    /** Hand in what the Home Office sent. */
    IMPORT_REFERRAL(PANEL_COORDINATOR, FIRST_RESPONDER),
    /** Read a referral; its author always may. */
    SEE_REFERRAL(FIRST_RESPONDER, SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, MANAGER),
    /** Accept, screen, route and match referrals (REF-4 to REF-6). */
    HANDLE_REFERRAL(PANEL_COORDINATOR),
    /** Read an item of an agenda, with its notes and minutes; only by invitation (MTG-2, NRM-23). */
    SEE_AGENDA_ITEM(SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, ADVISER, AGENCY_CONTACT, MANAGER),
    /** Do what one's part in the meeting is about an item: run it, write its notes, propose, declare a conflict, put it off (MTG-4). */
    TAKE_PART_IN_ITEM(SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, ADVISER, AGENCY_CONTACT, MANAGER),
    /** See that there are meetings; each shows only what one is invited to (MTG-2). */
    SEE_MEETINGS(SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, ADVISER, AGENCY_CONTACT, MANAGER),
    /** Plan meetings and build agendas. */
    PLAN_MEETING(PANEL_COORDINATOR),
    /** Ask agencies what they know, chase them and see who has not answered (MTG-3). */
    ASK_AGENCIES(PANEL_COORDINATOR),
    /** Answer what one's agency was asked about a child (MTG-3). */
    ANSWER_REQUEST(AGENCY_CONTACT, PANEL_MEMBER, ADVISER, SOCIAL_WORKER, MANAGER),
    /** See how many cases fall due and what the meetings can take; numbers, and no child. */
    SEE_WORKLOAD(PANEL_COORDINATOR, PANEL_CHAIR, MANAGER),
    /** Record attendance, notes and adjournments while it runs. */
    RUN_MEETING(PANEL_COORDINATOR, PANEL_CHAIR),
    /** Approve the minutes (MTG-4). */
    APPROVE_MINUTES(PANEL_CHAIR),
    /** Read evidence and findings before a decision (NRM-23). */
    SEE_PACK(PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, SOCIAL_WORKER),
    /** Read what a panel reads before it meets; that attending comes with reading is asked by person and item besides (NRM-23). */
    READ_PACK(SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, ADVISER, AGENCY_CONTACT, MANAGER),
    /** Write evidence and findings on the elements (NRM-7). */
    PREPARE_DECISION(PANEL_COORDINATOR, PANEL_CHAIR),
    /** Vote; training, agency and conflict are asked by the decision itself (NRM-4, NRM-5). */
    VOTE(PANEL_MEMBER),
    /** Record a vote for its owner to confirm. */
    RECORD_VOTE(PANEL_COORDINATOR),
    /** Seal a decision (NRM-9). */
    ISSUE_DECISION(PANEL_COORDINATOR, PANEL_CHAIR),
    /** Send the outcome form (NRM-10, SHR-5). */
    SEND_OUTCOME(PANEL_COORDINATOR),
    /** See what was written to everybody, and whether it was sent; it tells nothing of any child. */
    SEE_OUTBOX(PANEL_COORDINATOR, ADMINISTRATOR),
    /** Let a message go to an address outside the domains of secure mail, or have one tried anew. */
    RELEASE_MESSAGE(PANEL_COORDINATOR),
    /** Read outcome forms that were sent and answer on them for the competent authority; nothing else of a case (NRM-11, SHR-5). */
    ASSURE(ASSURER),
    /** Read what the competent authority answered about a decision, and its points. */
    SEE_ASSURANCE(PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, SOCIAL_WORKER, AGENCY_CONTACT, MANAGER),
    /** Record what the competent authority answered, share out its points, have it decided again (NRM-11, NRM-13). */
    HANDLE_ASSURANCE(PANEL_COORDINATOR),
    /** Answer a point of the competent authority that one owns. */
    ANSWER_POINT(PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, SOCIAL_WORKER, AGENCY_CONTACT, MANAGER),
    /** Learn from what was returned: counts, and nobody's case. */
    SEE_LEARNING(PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, MANAGER, ASSURER),
    /** Ask for a negative decision to be reconsidered (NRM-14). */
    ASK_RECONSIDERATION(PANEL_COORDINATOR, FIRST_RESPONDER, ADVISER),
    /** See requests for reconsideration and what became of them. */
    SEE_RECONSIDERATION(PANEL_COORDINATOR, PANEL_CHAIR, PANEL_MEMBER, SOCIAL_WORKER, MANAGER),
    /** List a reconsideration for a fresh panel, allow a member of the first with a reason, record what came of it (NRM-14). */
    HANDLE_RECONSIDERATION(PANEL_COORDINATOR),
    /** Read the letters about a case. */
    SEE_LETTERS(SOCIAL_WORKER, PANEL_COORDINATOR, PANEL_CHAIR, MANAGER),
    /** Write, check and explain letters (NRM-12). */
    WRITE_LETTER(SOCIAL_WORKER, PANEL_COORDINATOR),
    /** Let a letter go to the person it is for (NRM-12, SHR-2). */
    RELEASE_LETTER(SOCIAL_WORKER, PANEL_COORDINATOR),
    /** Give a child a link on which to say what they wish and feel (GRD-4). */
    ASK_ON_LINK(SOCIAL_WORKER, PANEL_COORDINATOR),
    /** Keep the agreements under which agencies share (SHR-1). */
    KEEP_AGREEMENTS(PANEL_COORDINATOR, INFORMATION_GOVERNANCE),
    /** See what was given to whom, over all cases (SHR-2). */
    SEE_DISCLOSURES(INFORMATION_GOVERNANCE, PANEL_COORDINATOR),
    /** Retention, legal holds, and requests of people for what is held about them, over all cases (SHR-8). */
    KEEP_RECORDS(INFORMATION_GOVERNANCE),
    /** Approve, as the second person, that what is held about a child is destroyed when its time is over (SHR-8). */
    APPROVE_DISPOSAL(INFORMATION_GOVERNANCE, MANAGER),
    /** Offer a case to another partnership, and answer what another offers (SHR-6). */
    TRANSFER(PANEL_COORDINATOR),
    /** Look through who has which role, and sign it off. */
    REVIEW_ACCESS(ADMINISTRATOR, INFORMATION_GOVERNANCE),
    /** Keep agencies, people, roles and training. */
    ADMINISTER(ADMINISTRATOR);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that may ask for this. */
    public Set<Role> roles() {
        return roles;
    }
}
