package org.holdfast.packs.web;

import java.util.List;
import java.util.Optional;
import org.holdfast.packs.PackPart;
import org.holdfast.packs.PackSection;
import org.holdfast.packs.Packs;

/** One child's pack as its reader reads it. */
public record PackReadingView(Packs.Reading reading) {

    public String back() {
        return Paths.pack(reading.front().meeting());
    }

    public String path(String page) {
        return Paths.pack(reading.front().meeting(), reading.item().item() + "/" + page);
    }

    public String draft() {
        return Paths.draft(reading.item().item());
    }

    /** The parts as they are read; what is missing is what is missing now. */
    public List<PackPart> parts() {
        return reading.item().parts().stream()
                .map(part -> part.section() == PackSection.MISSING
                        ? new PackPart(PackSection.MISSING, reading.missing())
                        : part)
                .toList();
    }

    /** What came after the cut-off in a section; nothing where nothing did. */
    public Optional<PackPart> after(PackSection section) {
        return reading.after().stream()
                .flatMap(it -> it.parts().stream())
                .filter(part -> part.section() == section && !part.lines().isEmpty())
                .findFirst();
    }

    public Optional<Packs.Listed> next() {
        return beside(1);
    }

    public Optional<Packs.Listed> previous() {
        return beside(-1);
    }

    public String path(Packs.Listed child) {
        return Paths.pack(reading.front().meeting(), child.item().toString());
    }

    private Optional<Packs.Listed> beside(int way) {
        List<Packs.Listed> mine =
                reading.front().items().stream().filter(Packs.Listed::reads).toList();
        for (int at = 0; at < mine.size(); at++) {
            if (mine.get(at).item().equals(reading.item().item())) {
                int other = at + way;
                return other >= 0 && other < mine.size() ? Optional.of(mine.get(other)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
