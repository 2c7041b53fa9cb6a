package org.holdfast.pages;

import java.io.Serializable;
import java.util.List;

/** What was just done, said once on the page that follows. */
record Notice(String textKey, List<String> values) implements Serializable {
    static final String SESSION_ATTRIBUTE = "holdfast.notice";
}
