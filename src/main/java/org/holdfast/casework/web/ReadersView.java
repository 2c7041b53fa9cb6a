package org.holdfast.casework.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.casework.AccessChallenges;
import org.holdfast.casework.AccessLife;
import org.holdfast.casework.AccessRequest;
import org.holdfast.casework.AccessRequests;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Challenge;

/**
 * Who can see this child's case, and why.
 *
 * @param decidable requests about which the reader may say something
 * @param challenges of somebody's access, and whose could be challenged
 * @param reader who reads this
 */
public record ReadersView(
        CaseFrame frame,
        AccessRequests.Readers readers,
        Set<UUID> decidable,
        AccessChallenges.Seen challenges,
        MemberId reader) {
    public ReadersView {
        decidable = Set.copyOf(decidable);
    }

    public boolean decides(AccessRequest request) {
        return decidable.contains(request.id());
    }

    public boolean reviews(Challenge challenge) {
        return challenge.reviewableBy(reader);
    }

    public List<Option> challengeable() {
        return challenges.candidates().stream()
                .map(it -> Option.of(
                        it.id().value().toString(),
                        it.name() + ", " + it.agency().name()))
                .toList();
    }

    public static List<Option> reviews(Page page) {
        return page.options(AccessChallenges.answers());
    }

    public static List<Option> meanwhile(Page page) {
        return List.of(
                Option.of("true", page.text("casework.challenge.rests")),
                Option.of("false", page.text("casework.challenge.stands")));
    }

    public static List<Option> answers(Page page, AccessRequest request) {
        return page.options(AccessLife.available(request.state()));
    }
}
