package org.holdfast.referrals;

import java.util.Map;
import java.util.Set;

/** When the Home Office form puts a question: always, or by the answer to an earlier one. */
public sealed interface ShownWhen {

    /** Whether the question is put to someone who has answered so far as given (field name to answer). */
    boolean holds(Map<String, String> answers);

    /** The question is always put. */
    record Always() implements ShownWhen {
        @Override
        public boolean holds(Map<String, String> answers) {
            return true;
        }
    }

    /** The question is put when an earlier one was answered in one of these ways. */
    record Answered(String field, Set<String> with) implements ShownWhen {
        public Answered {
            with = Set.copyOf(with);
        }

        @Override
        public boolean holds(Map<String, String> answers) {
            String answer = answers.get(field);
            return answer != null && with.contains(answer);
        }
    }

    /** The question is put unless an earlier one was answered in this way; also when it was not answered at all. */
    record Unless(String field, String answered) implements ShownWhen {
        @Override
        public boolean holds(Map<String, String> answers) {
            return !answered.equals(answers.get(field));
        }
    }
}
