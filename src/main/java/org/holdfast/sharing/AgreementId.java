package org.holdfast.sharing;

import java.util.UUID;

/** An information-sharing agreement, in whatever version. */
public record AgreementId(UUID value) {}
