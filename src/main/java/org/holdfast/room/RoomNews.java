package org.holdfast.room;

import java.util.List;

/** What a window that follows the room is told: cut to its reader, and up to where it knows what happened once it has heard it. */
public sealed interface RoomNews {

    Cursor cursor();

    /** The text of a section as it stands now, and who holds it. For those only who may read that section. */
    record Typed(Section section, boolean held, Cursor cursor) implements RoomNews {}

    /** Who looks on now. */
    record Here(List<Onlooker> onlookers, Cursor cursor) implements RoomNews {
        public Here {
            onlookers = List.copyOf(onlookers);
        }
    }

    /** Something else changed that the reader may see: the window asks for its page anew. Says nothing of what it was. */
    record Changed(Cursor cursor) implements RoomNews {}
}
