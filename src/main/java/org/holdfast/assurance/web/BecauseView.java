package org.holdfast.assurance.web;

import java.util.List;
import org.holdfast.pages.Option;

/**
 * A step that needs a reason, and sometimes a meeting.
 *
 * @param key beginning of its message keys: {@code .title}, {@code .text}, {@code .because-label}, {@code .button}
 * @param meetings of which one is chosen; empty where none is needed or none is planned
 * @param none message key of what it means that no meeting is planned; empty where none is needed
 * @param verdict whether it is also asked if the decision stands
 */
public record BecauseView(
        String key, String child, String action, String back, List<Option> meetings, String none, boolean verdict) {
    public BecauseView {
        meetings = List.copyOf(meetings);
    }
}
