package org.holdfast.app;

import io.nayuki.qrcodegen.QrCode;
import org.holdfast.partnership.SecondFactor;
import org.jspecify.annotations.Nullable;

/**
 * Setting up an authenticator app.
 *
 * @param picture the squares of the QR code as one path of an SVG, on a field of {@code side} by {@code side} squares
 * @param action where the first code is sent
 * @param wanted whether nothing can be done before it is set up
 * @param passkey a passkey that does as well; null where none is offered
 */
public record SetUpView(
        String key,
        String address,
        String picture,
        int side,
        String action,
        KeptForm kept,
        boolean wanted,
        @Nullable NewPasskeyView passkey) {

    private static final int MARGIN = 4;

    static SetUpView of(
            SecondFactor.Offer offer, String action, KeptForm kept, boolean wanted, @Nullable NewPasskeyView passkey) {
        QrCode code = QrCode.encodeText(offer.address(), QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new SetUpView(
                offer.key(), offer.address(), path.toString(), code.size + 2 * MARGIN, action, kept, wanted, passkey);
    }
}
