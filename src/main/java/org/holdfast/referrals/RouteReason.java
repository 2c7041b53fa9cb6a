package org.holdfast.referrals;

import org.jspecify.annotations.Nullable;

/** Why a child goes to the central route or comes back from it (NRM-20). */
public enum RouteReason {
    NEARLY_EIGHTEEN(Scope.Because.NEARLY_EIGHTEEN),
    AGE_DISPUTED(Scope.Because.AGE_DISPUTED),
    PUBLIC_ORDER_DISQUALIFICATION(Scope.Because.PUBLIC_ORDER_DISQUALIFICATION),
    NO_LOCAL_PANEL(Scope.Because.NO_LOCAL_PANEL),
    /** The child now lives where there is no local panel, or another one. */
    LIVES_ELSEWHERE(null),
    /** What stood against local decision no longer does. */
    IN_SCOPE_AFTER_ALL(null),
    OTHER(null);

    private final Scope.@Nullable Because because;

    RouteReason(Scope.@Nullable Because because) {
        this.because = because;
    }

    /** The scope that goes with it; null where scope is not what decides. */
    @Nullable
    Scope scope() {
        return because == null ? null : new Scope.Central(because);
    }

    public boolean leadsToCentral() {
        return this != IN_SCOPE_AFTER_ALL;
    }

    public boolean leadsToLocal() {
        return this == LIVES_ELSEWHERE || this == IN_SCOPE_AFTER_ALL || this == OTHER;
    }

    public String code() {
        return ReferralCommand.code(this);
    }

    /** Message key of its words. */
    public String key() {
        return "referrals.route-reason." + code();
    }
}
