package org.holdfast.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the panel says beside its findings and votes (NRM-9).
 *
 * @param childsView what the child wants and feels, as it was put to the panel, or why it is not known
 * @param credibility how credibility was weighed with trauma in mind
 * @param bestInterests why the decision, and what follows from it, is in the child's best interests
 * @param reasoning the panel's reasons in its own words
 * @param exploitation the kinds of exploitation found
 * @param countyLines a mark on criminal exploitation
 * @param negativeReasons the categories of a negative decision
 * @param plan the plan the decision is tied to, as it stood then
 * @param version counts changes; an update names the one it saw
 */
public record Account(
        String childsView,
        String credibility,
        String bestInterests,
        String reasoning,
        Set<Exploitation> exploitation,
        boolean countyLines,
        Set<NegativeReason> negativeReasons,
        @Nullable Plan plan,
        int version) {

    /**
     * The child's plan as it stood when the decision was tied to it.
     *
     * @param id of the plan in casework
     * @param heldWhere where the plan itself is kept
     */
    public record Plan(UUID id, String aim, String heldWhere, LocalDate agreedOn, LocalDate reviewOn) {}

    public Account {
        exploitation = Collections.unmodifiableSet(new TreeSet<>(exploitation));
        negativeReasons = Collections.unmodifiableSet(new TreeSet<>(negativeReasons));
    }

    /** Nothing said yet. */
    public static Account empty() {
        return new Account("", "", "", "", Set.of(), false, Set.of(), null, 0);
    }

    /** The same account, tied to this plan. */
    Account tiedTo(@Nullable Plan tied) {
        return new Account(
                childsView,
                credibility,
                bestInterests,
                reasoning,
                exploitation,
                countyLines,
                negativeReasons,
                tied,
                version);
    }

    /** The names of the parts in which this account differs from another. */
    List<String> differsFrom(Account other) {
        List<String> different = new ArrayList<>();
        add(different, "childs-view", childsView, other.childsView);
        add(different, "credibility", credibility, other.credibility);
        add(different, "best-interests", bestInterests, other.bestInterests);
        add(different, "reasoning", reasoning, other.reasoning);
        add(different, "exploitation", exploitation, other.exploitation);
        add(different, "county-lines", countyLines, other.countyLines);
        add(different, "negative-reasons", negativeReasons, other.negativeReasons);
        add(different, "plan", plan, other.plan);
        return List.copyOf(different);
    }

    private static void add(List<String> different, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            different.add(name);
        }
    }
}
