package org.holdfast.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TrueType typeface to which signs are added that draw glyphs of its own, each at its place (OpenType 1.9: the composite glyphs of
 * {@code glyf}). Of its tables those stay that draw; those that join are done with.
 */
final class JoinedTypeface {

    /** Units to the em of the typefaces that come with Holdfast. */
    static final int UNITS = 1000;

    private static final short IN_WORDS = 0x0001;
    private static final short FROM_THE_ORIGIN = 0x0002;
    private static final short MORE_FOLLOW = 0x0020;

    private final Map<String, byte[]> tables = new TreeMap<>();
    private final int glyphs;

    JoinedTypeface(byte[] typeface, String name) {
        ByteBuffer in = ByteBuffer.wrap(typeface);
        for (int i = 0; i < in.getShort(4); i++) {
            int entry = 12 + 16 * i;
            String tag = new String(typeface, entry, 4, StandardCharsets.US_ASCII);
            byte[] table = new byte[in.getInt(entry + 12)];
            in.get(in.getInt(entry + 8), table);
            tables.put(tag, table);
        }
        tables.keySet().retainAll(List.of("OS/2", "glyf", "hhea", "head", "loca", "hmtx", "maxp", "post"));
        if (table("head").getShort(18) != UNITS) {
            throw new IllegalStateException("units of another size");
        }
        glyphs = table("maxp").getShort(4);
        tables.put("name", named(name));
    }

    private ByteBuffer table(String tag) {
        return ByteBuffer.wrap(tables.get(tag));
    }

    /** The typeface with these signs as its last glyphs, found by the letters from {@code first} on. */
    byte[] with(List<JoinedFace.Sign> signs, char first) {
        ByteBuffer shapes = grown(
                "glyf",
                signs.stream().mapToInt(it -> 12 + 8 * it.pieces().size()).sum() + 4);
        ByteBuffer widths = grown("hmtx", 4 * signs.size());
        ByteBuffer places = ByteBuffer.allocate(4 * (glyphs + signs.size() + 1));
        boolean small = table("head").getShort(50) == 0;
        for (int i = 0; i < glyphs; i++) {
            places.putInt(place(i, small));
        }
        shapes.position(place(glyphs, small));
        for (JoinedFace.Sign sign : signs) {
            places.putInt(shapes.position());
            Box box = new Box();
            if (!sign.pieces().isEmpty()) {
                draw(shapes, sign.pieces(), box, small);
            }
            widths.putShort((short) sign.width()).putShort((short) (box.empty() ? 0 : box.left));
        }
        places.putInt(shapes.position());
        tables.put("glyf", Arrays.copyOf(shapes.array(), shapes.position()));
        tables.put("loca", places.array());
        tables.put("hmtx", widths.array());
        table("head").putShort(50, (short) 1);
        table("maxp")
                .putShort(4, (short) (glyphs + signs.size()))
                .putShort(28, (short) 64)
                .putShort(30, (short) 8);
        table("hhea").putShort(34, (short) (glyphs + signs.size()));
        tables.put("cmap", found(first, signs.size()));
        return written();
    }

    private ByteBuffer grown(String tag, int by) {
        byte[] old = tables.get(tag);
        return ByteBuffer.allocate(old.length + by).put(old);
    }

    private int place(int glyph, boolean small) {
        return small
                ? 2 * (table("loca").getShort(2 * glyph) & 0xFFFF)
                : table("loca").getInt(4 * glyph);
    }

    /** The smallest frame around what is drawn. */
    private static final class Box {
        private int left = Short.MAX_VALUE;
        private int bottom = Short.MAX_VALUE;
        private int right = Short.MIN_VALUE;
        private int top = Short.MIN_VALUE;

        boolean empty() {
            return left > right;
        }

        void around(ByteBuffer glyph, JoinedFace.Piece piece) {
            left = Math.min(left, glyph.getShort(2) + piece.x());
            bottom = Math.min(bottom, glyph.getShort(4) + piece.y());
            right = Math.max(right, glyph.getShort(6) + piece.x());
            top = Math.max(top, glyph.getShort(8) + piece.y());
        }
    }

    private void draw(ByteBuffer shapes, List<JoinedFace.Piece> pieces, Box box, boolean small) {
        ByteBuffer drawn = table("glyf");
        for (JoinedFace.Piece piece : pieces) {
            int place = place(piece.glyph(), small);
            if (place < place(piece.glyph() + 1, small)) {
                box.around(drawn.slice(place, 10), piece);
            }
        }
        if (box.empty()) {
            return;
        }
        shapes.putShort((short) -1)
                .putShort((short) box.left)
                .putShort((short) box.bottom)
                .putShort((short) box.right)
                .putShort((short) box.top);
        for (int i = 0; i < pieces.size(); i++) {
            JoinedFace.Piece piece = pieces.get(i);
            int flags = IN_WORDS | FROM_THE_ORIGIN | (i + 1 < pieces.size() ? MORE_FOLLOW : 0);
            shapes.putShort((short) flags)
                    .putShort((short) piece.glyph())
                    .putShort((short) piece.x())
                    .putShort((short) piece.y());
        }
        if (shapes.position() % 4 != 0) {
            shapes.putShort((short) 0);
        }
    }

    /** A table of letters with one stretch: from the first on, glyph after glyph. */
    private byte[] found(char first, int count) {
        return ByteBuffer.allocate(44)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 1)
                .putInt(12)
                // format 4: two stretches, the second of which ends the table
                .putShort((short) 4)
                .putShort((short) 32)
                .putShort((short) 0)
                .putShort((short) 4)
                .putShort((short) 4)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) (first + count - 1))
                .putShort((short) 0xFFFF)
                .putShort((short) 0)
                .putShort((short) first)
                .putShort((short) 0xFFFF)
                .putShort((short) (glyphs - first))
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 0)
                .array();
    }

    private static byte[] named(String name) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(18 + letters.length)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 18)
                // the name for PostScript, on Windows, in Unicode, in English
                .putShort((short) 3)
                .putShort((short) 1)
                .putShort((short) 0x0409)
                .putShort((short) 6)
                .putShort((short) letters.length)
                .putShort((short) 0)
                .put(letters)
                .array();
    }

    private byte[] written() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int start = 12 + 16 * tables.size();
        ByteBuffer head = ByteBuffer.allocate(start)
                .putInt(0x00010000)
                .putShort((short) tables.size())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        tables.forEach((tag, table) -> {
            head.put(tag.getBytes(StandardCharsets.US_ASCII))
                    .putInt(0)
                    .putInt(start + body.size())
                    .putInt(table.length);
            body.writeBytes(table);
            body.writeBytes(new byte[-table.length & 3]);
        });
        return ByteBuffer.allocate(start + body.size())
                .put(head.array())
                .put(body.toByteArray())
                .array();
    }

    /** How many glyphs stand before the signs. */
    int glyphs() {
        return glyphs;
    }
}
