package org.holdfast.audit;

import java.util.List;

/** The key with which heads of the ledger are signed. It is kept outside the database, so that whoever owns that cannot sign. */
public interface HeadKey {

    /** The public half, as Base64 of its X.509 form: it may be given to anybody. */
    String publicKey();

    /** Signs a text; Base64. */
    String sign(byte[] text);

    /** Keeps a signed head beside the key, outside the database. */
    void keep(SignedHead head);

    /** The heads of a partnership that were kept beside the key, oldest first. */
    List<SignedHead> kept(PartnershipId partnership);
}
