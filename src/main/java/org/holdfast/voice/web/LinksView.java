package org.holdfast.voice.web;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.pages.Tongue;
import org.holdfast.voice.LinkCommand;
import org.holdfast.voice.LinkLife;
import org.holdfast.voice.ViewsLink;
import org.holdfast.voice.ViewsLinks;
import org.jspecify.annotations.Nullable;

/**
 * The links of one child.
 *
 * @param address of the link just given: shown this once; null otherwise
 */
public record LinksView(ViewsLinks.OfCase links, @Nullable String address) {

    public String casePath() {
        return "/cases/" + links.caseId().value();
    }

    public String path() {
        return casePath() + "/views";
    }

    public List<Option> tongues(Page page) {
        return Stream.of(Tongue.values())
                .map(tongue -> Option.of(tongue.tag(), page.label(tongue)))
                .toList();
    }

    public boolean may(ViewsLink link, LinkCommand command) {
        return LinkLife.available(link.state()).contains(command);
    }
}
