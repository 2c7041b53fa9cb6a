package org.holdfast.transfers.web;

import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.transfers.Transfers;

/** What an agency is asked: whether what it restricts goes along with a case. */
public record AskedView(Transfers.Asked asked) {

    public String path() {
        return "/transfers/" + asked.transfer().id() + "/word";
    }

    public static List<Option> answers(Page page) {
        return List.of(
                Option.of("true", page.text("transfers.word.goes")),
                Option.of("false", page.text("transfers.word.stays")));
    }
}
