package org.holdfast.assurance.web;

import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Verdict;

/**
 * The form on which the competent authority's answer is given, or recorded.
 *
 * @param slots how many points can be filled in
 */
public record AnswerView(Assurances.Seen seen, List<Verdict> verdicts, int slots) {

    public AnswerView {
        verdicts = List.copyOf(verdicts);
    }

    public boolean recorded() {
        return !seen.assurer();
    }

    public String path() {
        return "/assurance/" + seen.assurance().id().value();
    }

    /** 1, 2, 3 … */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, slots).boxed().toList();
    }
}
