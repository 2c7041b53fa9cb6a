package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Looks.Look;

/** Who has looked at a case, the newest first. */
public record LooksView(CaseFrame frame, List<Look> looks) {

    /** What happened, in words as the ledger has them. */
    public static String event(Look look) {
        return look.line().event().replace('-', ' ');
    }
}
