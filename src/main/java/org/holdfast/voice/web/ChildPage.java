package org.holdfast.voice.web;

import java.util.List;
import java.util.Map;
import org.holdfast.pages.Phrases;
import org.holdfast.pages.Tongue;
import org.holdfast.voice.Question;

/**
 * One of the child's pages: nothing of the case, of the partnership or of this program.
 *
 * @param path of the link, beginning with a slash
 * @param exit where the way out leads
 * @param worded whether the word agreed is asked for
 * @param wrong whether a wrong word was given, or nothing was written yet
 * @param press the key of the buttons on this page: by it a second press is known
 * @param question the question of this page; the first where the page is none of a question
 */
public record ChildPage(
        Phrases phrases,
        Tongue tongue,
        List<Tongue> tongues,
        String path,
        String exit,
        boolean worded,
        boolean wrong,
        String press,
        Question question,
        Map<Question, String> answers) {

    public ChildPage {
        tongues = List.copyOf(tongues);
        answers = Map.copyOf(answers);
    }

    public String say(String key, Object... values) {
        return phrases.say(tongue, key, values);
    }

    /** The same in each language, for a page that must not know any. */
    public String say(Tongue in, String key) {
        return phrases.say(in, key);
    }

    public String answer(Question asked) {
        return answers.getOrDefault(asked, "");
    }

    public String questionPath(Question asked) {
        return path + "/q/" + asked.number();
    }

    /** Where back leads from this question. */
    public String before() {
        return question.ordinal() == 0 ? path : path + "/q/" + question.ordinal();
    }

    public List<Question> questions() {
        return List.of(Question.values());
    }
}
