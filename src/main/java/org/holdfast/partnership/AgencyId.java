package org.holdfast.partnership;

import java.util.UUID;

/** One agency of the partnership, such as the children's services of a council or a police force. */
public record AgencyId(UUID value) {}
