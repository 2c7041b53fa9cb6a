package org.holdfast.app;

import java.io.Serializable;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;

/**
 * That it was the provider of an agency that proved who this is. Kept in the session, so that the provider can end it.
 *
 * @param signIn by which this sign-in is known when the provider ends it
 */
record Through(PartnershipId partnership, UUID signIn) implements Serializable {}
