package org.holdfast.administration;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Whether an address belongs to the open internet. Everything else is closed: this machine, networks of one's own, link-local addresses
 * (where clouds keep the keys of a machine), and blocks set aside for other ends (IANA special-purpose registries, RFC 6890).
 */
final class PublicAddress {

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff);
            case Inet6Address _ -> isPublic(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int a, int b, int c, int d) {
        boolean closed = a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && b >= 64 && b <= 127
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b <= 31
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19)
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113
                // where Azure tells a machine about itself
                || a == 168 && b == 63 && c == 129 && d == 16;
        return !closed;
    }

    /** Of version 6 only what is given out to networks, 2000::/3, without the blocks in it that lead to an address of version 4 or nowhere. */
    private static boolean isPublic(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return (first & 0xe000) == 0x2000
                && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
                && first != 0x2002
                && !(first == 0x3fff && second < 0x1000);
    }
}
