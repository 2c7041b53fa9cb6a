package org.holdfast.assurance.web;

import java.util.List;
import java.util.Set;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Point;
import org.holdfast.assurance.PointCommand;
import org.holdfast.pages.Option;

/**
 * One point with what the reader may do about it.
 *
 * @param owners whom the co-ordinator can name: people, and agencies as a whole
 */
public record PointView(Assurances.Seen seen, Point point, Set<PointCommand> available, List<Option> owners) {

    public PointView {
        available = Set.copyOf(available);
        owners = List.copyOf(owners);
    }

    public boolean may(PointCommand command) {
        return available.contains(command);
    }

    public String assurancePath() {
        return "/assurance/" + seen.assurance().id().value();
    }

    public String path() {
        return assurancePath() + "/points/" + point.id();
    }
}
