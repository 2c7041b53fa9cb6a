package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.people.ChildId;
import org.junit.jupiter.api.Test;

/** REF-4: what is said of children who may be the same. */
class SameChildTest {

    private static final ChildId CANDIDATE = new ChildId(new UUID(0, 1));
    private static final ChildId SOMEBODY_ELSE = new ChildId(new UUID(0, 2));
    private static final SameChild SAME = new SameChild(SameChild.Verdict.SAME, "");

    @Test
    void nobodyHangsAReferralOnAChildTheyWereNotAskedAbout() {
        Map<ChildId, SameChild> forged = Map.of(SOMEBODY_ELSE, SAME);
        assertThat(SameChild.same(SameChild.judge(List.of(), forged).orThrow())).isNull();
        assertThat(SameChild.same(SameChild.judge(
                                List.of(CANDIDATE),
                                Map.of(
                                        CANDIDATE,
                                        new SameChild(SameChild.Verdict.CANNOT_TELL, ""),
                                        SOMEBODY_ELSE,
                                        SAME))
                        .orThrow()))
                .isNull();
        assertThat(SameChild.same(SameChild.judge(List.of(CANDIDATE), Map.of(CANDIDATE, SAME))
                        .orThrow()))
                .isEqualTo(CANDIDATE);
    }
}
