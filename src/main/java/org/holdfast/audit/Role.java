package org.holdfast.audit;

/** In which capacity a person acts. A member may hold several. What each may do is decided in {@code sharing}. */
public enum Role {
    /** Refers children: social worker, police officer, youth justice, charity (REF-1). */
    FIRST_RESPONDER,
    /** Holds children's cases as allocated social worker. */
    SOCIAL_WORKER,
    /** Builds agendas and packs, runs the meeting, sends the outcome (NRM-10). */
    PANEL_COORDINATOR,
    /** Leads the panel; no tie-breaker (NRM-4). */
    PANEL_CHAIR,
    /** Votes for an agency, once trained (NRM-4, NRM-5). */
    PANEL_MEMBER,
    /** Attends and advises without a vote, for example the guardian service (NRM-4, NRM-23). */
    ADVISER,
    /** Answers for a partner agency. */
    AGENCY_CONTACT,
    /** Watches time, workload and quality for a team. */
    MANAGER,
    /** Agreements, disclosures, who looked at what (GOV-7). */
    INFORMATION_GOVERNANCE,
    /** Assures decisions for the competent authority: sees outcome forms that were sent, and nothing else of any case (NRM-11, SHR-5). */
    ASSURER,
    /** Agencies, people, roles and the profile; sees no child. */
    ADMINISTRATOR
}
