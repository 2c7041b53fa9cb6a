package org.holdfast.app;

import java.time.Instant;
import java.util.List;
import org.holdfast.pages.Option;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Passkey;
import org.holdfast.partnership.SecondFactor;
import org.jspecify.annotations.Nullable;

/**
 * How one's own signing in stands.
 *
 * @param passkeys the passkeys one has, the oldest first
 * @param passkeyOffered whether one can add a passkey: browsers make them for this address
 * @param partnerships those one is a member of, where there are several
 * @param toLink providers of one's agency that do not know one yet
 * @param linked providers through which one signs in
 * @param justLinked whether that was done a moment ago
 */
public record AccountView(
        String username,
        SecondFactor factor,
        List<Passkey> passkeys,
        boolean passkeyOffered,
        List<Row> sessions,
        List<Option> partnerships,
        List<Issuer> toLink,
        List<Issuer> linked,
        boolean justLinked) {

    /** The passkeys to choose from. */
    public List<Option> passkeyOptions() {
        return passkeys.stream()
                .map(passkey -> Option.of(passkey.id().toString(), passkey.name()))
                .toList();
    }

    /**
     * One session.
     *
     * @param since when it was entered; null where that is not known
     */
    public record Row(
            String handle,
            String browser,
            String system,
            String from,
            @Nullable Instant since,
            Instant lastSeen,
            boolean here) {

        static Row of(Sessions.Open open) {
            Entered entered = open.entered();
            return entered == null
                    ? new Row(open.handle(), "", "", "", null, open.lastSeen(), open.here())
                    : new Row(
                            open.handle(),
                            entered.browser(),
                            entered.system(),
                            entered.from(),
                            entered.at(),
                            open.lastSeen(),
                            open.here());
        }
    }
}
