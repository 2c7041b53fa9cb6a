package org.holdfast.letters;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.people.SafeContact;
import org.jspecify.annotations.Nullable;

/** Whether a letter may go to the child in a way, from what is known of reaching them without putting them at risk. */
public final class SafeToSend {

    private SafeToSend() {}

    /**
     * What keeps a letter from going. Who is suspected, and what the child wishes, is asked of {@link CarerAnswers} besides.
     *
     * @param contact what is known of reaching the child safely
     * @param translation the less sure of wording and free words: what a machine made goes from hand to hand only, with somebody who explains
     * @param asked whether somebody asked again that it is safe to send it so
     */
    public static List<Reason> faults(
            LetterKind kind, SafeContact contact, @Nullable Way way, Translation translation, boolean asked) {
        List<Reason> faults = new ArrayList<>();
        if (way == null) {
            faults.add(Reason.about("way", "letters.fault.way"));
            return faults;
        }
        if (!kind.explained()) {
            return faults;
        }
        // how the child is reached is no rule for somebody else, unless nobody there must hear anything
        SafeContact.Way rule = kind.carers() && contact.way() != SafeContact.Way.DO_NOT_CONTACT
                ? SafeContact.Way.DIRECTLY
                : contact.way();
        switch (rule) {
            case DO_NOT_CONTACT -> faults.add(Reason.about("way", "letters.safe.do-not-contact"));
            case NOT_KNOWN -> {
                if (way != Way.HANDED_OVER) {
                    faults.add(Reason.about("way", "letters.safe.not-known"));
                }
            }
            case THROUGH_SOMEBODY -> {
                if (way == Way.POST || way == Way.SECURE_MAIL) {
                    faults.add(Reason.about("way", "letters.safe.through-somebody"));
                }
            }
            case DIRECTLY -> {}
        }
        if (faults.isEmpty() && translation.machine() && way != Way.HANDED_OVER) {
            faults.add(Reason.about("way", "letters.safe.machine"));
        }
        if (faults.isEmpty() && way != Way.HANDED_OVER && !asked) {
            faults.add(Reason.about("asked", "letters.safe.ask"));
        }
        return faults;
    }
}
