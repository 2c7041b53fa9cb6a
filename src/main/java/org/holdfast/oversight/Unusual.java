package org.holdfast.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Activity;
import org.holdfast.partnership.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at in what a person did on a day; not a verdict (GOV-7).
 *
 * @param count how many cases, lines or refusals; 1 for a name
 * @param caseId the case whose child bears the same name; null for the other kinds
 */
public record Unusual(
        UUID member,
        String name,
        UUID agency,
        LocalDate day,
        UnusualKind kind,
        int count,
        @Nullable UUID caseId) {

    /** Whether a note is about this. */
    public boolean meantBy(Note note) {
        return note.member().equals(member)
                && note.day().equals(day)
                && note.kind() == kind
                && (caseId == null ? note.caseId() == null : caseId.equals(note.caseId()));
    }

    /**
     * What is out of the ordinary, the newest day first.
     *
     * @param names the family names of the children of cases, by case
     */
    public static List<Unusual> of(
            Watch watch, List<Activity> activities, List<Activity.Look> looks, Map<UUID, String> names) {
        List<Unusual> found = new ArrayList<>();
        for (Activity activity : activities) {
            over(found, activity, UnusualKind.MANY_CASES, activity.cases(), watch.casesInADay());
            over(found, activity, UnusualKind.OUTSIDE_HOURS, activity.outside(), watch.linesOutsideHours());
            over(found, activity, UnusualKind.REPEATED_REFUSALS, activity.refused(), watch.refusalsInADay());
            over(found, activity, UnusualKind.STOPPED, activity.stopped(), 0);
            for (Activity.Look look : looks) {
                if (look.member().equals(activity.member())
                        && look.day().equals(activity.day())
                        && sameFamilyName(activity.name(), names.getOrDefault(look.caseId(), ""))) {
                    found.add(about(activity, UnusualKind.OWN_NAME, 1, look.caseId()));
                }
            }
        }
        found.sort(Comparator.comparing(Unusual::day)
                .reversed()
                .thenComparing(Unusual::kind)
                .thenComparing(Unusual::name)
                .thenComparing(Unusual::member));
        return List.copyOf(found);
    }

    /** Whether somebody's last name is the child's family name, however it is written; a child without one shares it with nobody. */
    static boolean sameFamilyName(String name, String familyName) {
        String family = plain(familyName);
        return !family.isEmpty() && (" " + plain(name)).endsWith(" " + family);
    }

    private static String plain(String name) {
        return java.text.Normalizer.normalize(name.strip(), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\p{Pd}]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static void over(List<Unusual> found, Activity activity, UnusualKind kind, int count, int usual) {
        if (count > usual) {
            found.add(about(activity, kind, count, null));
        }
    }

    private static Unusual about(Activity activity, UnusualKind kind, int count, @Nullable UUID caseId) {
        return new Unusual(activity.member(), activity.name(), activity.agency(), activity.day(), kind, count, caseId);
    }
}
