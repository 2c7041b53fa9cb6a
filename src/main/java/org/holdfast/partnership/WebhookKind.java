package org.holdfast.partnership;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a program can be told of as it happens: lines of the ledger about cases, under the scope that lets it read what they tell of. */
public enum WebhookKind {
    REFERRALS(
            ClientScope.REFERRALS_READ,
            "referral-received",
            "referral-handed-in",
            "referral-updated",
            "referral-step-taken"),
    CASES(
            ClientScope.CASES_READ,
            "case-opened",
            "milestone-reached",
            "clock-started",
            "clock-restarted",
            "clock-paused",
            "clock-resumed",
            "clock-extended",
            "clock-stopped"),
    MEETINGS(
            ClientScope.MEETINGS_READ,
            "item-listed",
            "item-withdrawn",
            "item-adjourned",
            "item-decided",
            "item-concluded"),
    REQUESTS(ClientScope.REQUESTS_WRITE, "child-asked-about", "child-withdrawn"),
    DECISIONS(ClientScope.DECISIONS_READ, "decision-issued", "decision-adjourned", "decision-superseded"),
    ASSURANCE(ClientScope.ASSURANCE_READ, "assurance-opened", "assurance-replaced");

    private final ClientScope scope;
    private final Set<String> events;

    WebhookKind(ClientScope scope, String... events) {
        this.scope = scope;
        this.events = Set.of(events);
    }

    /** Without it a program is not told. */
    public ClientScope scope() {
        return scope;
    }

    /** The lines of the ledger, by their names there. */
    public Set<String> events() {
        return events;
    }

    /** Under which a line of the ledger is told; empty where it is told to no program. */
    public static Optional<WebhookKind> of(String event) {
        return Arrays.stream(values())
                .filter(kind -> kind.events.contains(event))
                .findFirst();
    }
}
