package org.holdfast.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.law.Outcome;
import org.junit.jupiter.api.Test;

/** NRM-11 and NRM-14: every command in every state leads on, or is refused by the name of the state. */
class AssuranceLivesTest {

    @Test
    void theLifeOfAnAssurance() {
        Map<String, String> leads = new TreeMap<>();
        for (AssuranceState state : AssuranceState.values()) {
            for (AssuranceCommand command : AssuranceCommand.values()) {
                switch (AssuranceLife.after(state, command)) {
                    case Outcome.Done<AssuranceState>(AssuranceState next) ->
                        leads.put(state + " " + command, next.name());
                    case Outcome.Refused<AssuranceState> refused ->
                        assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(why -> assertThat(why.key())
                                        .isEqualTo("assurance.refused."
                                                + state.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-')));
                }
            }
        }
        assertThat(leads)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("WAITING AGREE", "AGREED"),
                        Map.entry("WAITING RETURN", "RETURNED"),
                        Map.entry("WAITING PASS_OVER", "NOT_CHOSEN"),
                        Map.entry("WAITING REPLACE", "REPLACED"),
                        Map.entry("AGREED PLAN_ACTIONS", "AGREED"),
                        Map.entry("AGREED REPLACE", "REPLACED"),
                        Map.entry("RETURNED AGREE", "AGREED"),
                        Map.entry("RETURNED RETURN", "RETURNED"),
                        Map.entry("RETURNED SHARE_OUT", "RETURNED"),
                        Map.entry("RETURNED ANSWER_POINT", "RETURNED"),
                        Map.entry("RETURNED ACCEPT_POINT", "RETURNED"),
                        Map.entry("RETURNED SEND_POINT_BACK", "RETURNED"),
                        Map.entry("RETURNED DECIDE_AGAIN", "DECIDING_AGAIN"),
                        Map.entry("RETURNED PLAN_ACTIONS", "RETURNED"),
                        Map.entry("RETURNED REPLACE", "REPLACED"),
                        Map.entry("DECIDING_AGAIN SHARE_OUT", "DECIDING_AGAIN"),
                        Map.entry("DECIDING_AGAIN ANSWER_POINT", "DECIDING_AGAIN"),
                        Map.entry("DECIDING_AGAIN ACCEPT_POINT", "DECIDING_AGAIN"),
                        Map.entry("DECIDING_AGAIN SEND_POINT_BACK", "DECIDING_AGAIN"),
                        Map.entry("DECIDING_AGAIN DECIDE_AGAIN", "DECIDING_AGAIN"),
                        Map.entry("DECIDING_AGAIN LET_STAND", "RETURNED"),
                        Map.entry("DECIDING_AGAIN REPLACE", "REPLACED"),
                        Map.entry("NOT_CHOSEN PLAN_ACTIONS", "NOT_CHOSEN"),
                        Map.entry("NOT_CHOSEN REPLACE", "REPLACED"))));
    }

    @Test
    void theLifeOfAPoint() {
        List<String> leads = new ArrayList<>();
        for (PointState state : PointState.values()) {
            for (PointCommand command : PointCommand.values()) {
                switch (PointLife.after(state, command)) {
                    case Outcome.Done<PointState>(PointState next) -> leads.add(state + " " + command + " " + next);
                    case Outcome.Refused<PointState> refused ->
                        assertThat(refused.reasons().getFirst().key()).startsWith("assurance.point.refused.");
                }
            }
        }
        assertThat(leads)
                .containsExactlyInAnyOrder(
                        "OPEN SHARE_OUT OPEN",
                        "OPEN ANSWER ANSWERED",
                        "ANSWERED ACCEPT ACCEPTED",
                        "ANSWERED SEND_BACK SENT_BACK",
                        "SENT_BACK SHARE_OUT SENT_BACK",
                        "SENT_BACK ANSWER ANSWERED");
    }

    @Test
    void theLifeOfARequestForReconsideration() {
        Map<String, Set<ReconsiderationState>> leads = new TreeMap<>();
        for (ReconsiderationState state : ReconsiderationState.values()) {
            for (ReconsiderationCommand command : ReconsiderationCommand.values()) {
                switch (ReconsiderationLife.after(state, command)) {
                    case Outcome.Done<Set<ReconsiderationState>>(Set<ReconsiderationState> next) ->
                        leads.put(state + " " + command, next);
                    case Outcome.Refused<Set<ReconsiderationState>> refused ->
                        assertThat(refused.reasons().getFirst().rule()).isEqualTo("NRM-14");
                }
            }
        }
        assertThat(leads)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("ASKED LIST", Set.of(ReconsiderationState.LISTED)),
                        Map.entry("ASKED READMIT", Set.of(ReconsiderationState.ASKED)),
                        Map.entry("ASKED SEND_ON", Set.of(ReconsiderationState.SENT_ON)),
                        Map.entry("ASKED REPLACE", Set.of(ReconsiderationState.REPLACED)),
                        Map.entry("ASKED DECLINE", Set.of(ReconsiderationState.DECLINED)),
                        Map.entry("ASKED WITHDRAW", Set.of(ReconsiderationState.WITHDRAWN)),
                        Map.entry("LISTED LIST", Set.of(ReconsiderationState.LISTED)),
                        Map.entry("LISTED READMIT", Set.of(ReconsiderationState.LISTED)),
                        Map.entry("LISTED LET_STAND", Set.of(ReconsiderationState.STANDS)),
                        Map.entry("LISTED REPLACE", Set.of(ReconsiderationState.REPLACED)),
                        Map.entry("LISTED WITHDRAW", Set.of(ReconsiderationState.WITHDRAWN)),
                        Map.entry(
                                "SENT_ON RECORD_ANSWER",
                                Set.of(ReconsiderationState.STANDS, ReconsiderationState.REPLACED)),
                        Map.entry("SENT_ON REPLACE", Set.of(ReconsiderationState.REPLACED)),
                        Map.entry("SENT_ON WITHDRAW", Set.of(ReconsiderationState.WITHDRAWN)))));
    }
}
