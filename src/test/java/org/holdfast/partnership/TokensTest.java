package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.sharing.Given;
import org.junit.jupiter.api.Test;

/** The secret of a link, and what is kept of it. */
class TokensTest {

    private final Tokens tokens = new Tokens();

    @Test
    void noTwoLinksAreAlikeAndEachHas256BitsThatAnAddressCanHold() {
        Set<String> made = IntStream.range(0, 1000).mapToObj(_ -> tokens.make()).collect(Collectors.toSet());
        assertThat(made).hasSize(1000).allMatch(it -> it.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void aLinkOpensOnlyWhatItsOwnHashIsKeptFor() {
        String secret = tokens.make();
        assertThat(Tokens.is(secret, Tokens.hash(secret))).isTrue();
        assertThat(Tokens.is(tokens.make(), Tokens.hash(secret))).isFalse();
        assertThat(Tokens.is(secret + "x", Tokens.hash(secret))).isFalse();
    }

    @Test
    void whatIsKeptIsTheSha256() {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(HexFormat.of().formatHex(Tokens.hash("abc"))).isEqualTo(abc);
        assertThat(Given.fingerprint("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(abc);
    }
}
