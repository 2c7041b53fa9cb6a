package org.holdfast.partnership;

import java.util.Set;
import java.util.UUID;

/** The sessions in which an account is signed in now, wherever they are kept. */
public interface OpenSessions {

    /** Ends all of them but the one that asks for it, if that is one of them. Answers how many. */
    int endOthers(UUID account);

    /** Ends those of an account that were begun with one of these sign-ins through a provider. Answers how many. */
    int end(UUID account, Set<UUID> signIns);
}
