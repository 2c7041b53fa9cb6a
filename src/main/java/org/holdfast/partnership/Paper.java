package org.holdfast.partnership;

/** What must lie before a meeting can take an item (MTG-1). */
public enum Paper {
    NRM_REFERRAL,
    CASE_PACK,
    CHILDS_VIEWS,
    SOCIAL_WORK_ASSESSMENT,
    RISK_INDICATOR_TOOL,
    RETURN_HOME_INTERVIEW,
    AGENCY_RETURNS,
    SAFETY_PLAN
}
