package org.holdfast;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A file as it comes when somebody means harm or a disk is broken: parts changed, doubled, cut out, moved, or replaced by what parsers stumble over. */
public final class Damage {

    private static final List<String> STUMBLING = List.of(
            "\u0000",
            "\uFEFF",
            "\uFFFF",
            "\"",
            "'",
            "\\",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            "[".repeat(3_000),
            "{a: ".repeat(3_000),
            "&a [*a]",
            "<<: *a",
            "!!javax.script.ScriptEngineManager [x]",
            "? ",
            "- ",
            ": ",
            "#",
            "\t",
            "\n\n",
            "\r",
            ",",
            ";",
            "-1",
            "0",
            "1e999",
            "99999999999999999999",
            "null",
            "true",
            "\u202e",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "PK\u0003\u0004",
            "%PDF-1.4",
            "x".repeat(5_000));

    private Damage() {}

    /** The file with one to eight of such things done to it; the same for the same number. */
    public static byte[] done(byte[] whole, long number) {
        Random dice = new Random(number);
        byte[] file = whole;
        for (int times = 1 + dice.nextInt(8); times > 0; times--) {
            int from = dice.nextInt(file.length + 1);
            int length = Math.min(dice.nextInt(64), file.length - from);
            ByteArrayOutputStream damaged = new ByteArrayOutputStream();
            damaged.write(file, 0, from);
            switch (dice.nextInt(6)) {
                case 0 ->
                    damaged.writeBytes(
                            STUMBLING.get(dice.nextInt(STUMBLING.size())).getBytes(StandardCharsets.UTF_8));
                case 1 -> {
                    damaged.write(file, from, length);
                    damaged.write(file, from, length);
                }
                case 2 -> damaged.write(dice.nextInt(256));
                case 3 -> {
                    int other = dice.nextInt(file.length + 1);
                    damaged.write(file, other, Math.min(length, file.length - other));
                }
                default -> {
                    // cut out
                }
            }
            damaged.write(file, from + length, file.length - from - length);
            file = damaged.toByteArray();
        }
        return file;
    }
}
