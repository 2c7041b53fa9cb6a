package org.holdfast.requests;

import java.util.UUID;
import org.holdfast.audit.Ledger;
import org.holdfast.mail.TestPost;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Tokens;
import org.holdfast.sharing.Sharing;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The door to guests as the program has it, but for its mail: that goes to a mail server of a test. */
@Component
class PostedGuests {
    private final Ledger ledger;
    private final Sharing sharing;
    private final Returns returns;
    private final RequestStore requests;
    private final GuestStore store;
    private final Tokens tokens;
    private final PasswordEncoder hashes;
    private final Texts texts;

    PostedGuests(
            Ledger ledger,
            Sharing sharing,
            Returns returns,
            RequestStore requests,
            GuestStore store,
            Tokens tokens,
            PasswordEncoder hashes,
            Texts texts) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.returns = returns;
        this.requests = requests;
        this.store = store;
        this.tokens = tokens;
        this.hashes = hashes;
        this.texts = texts;
    }

    /** Guests who are written to through a server at that port of this machine. */
    Guests through(int port) {
        return new Guests(
                ledger, sharing, returns, requests, store, TestPost.to(port, texts), tokens, hashes, UUID::randomUUID);
    }
}
