package org.holdfast.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.audit.Actor;
import org.jspecify.annotations.Nullable;

/** Who is asking, as the security filter knows it. A bean of {@code app}. */
public interface SignedIn {

    /** The person signed in, or null on a public page. */
    @Nullable
    Actor actor(HttpServletRequest request);

    /**
     * The person signed in with the session of a request that goes on, with their roles as they stand at this moment; null once they have
     * signed out, their session has ended or their membership has.
     */
    @Nullable
    Actor stillSignedIn(HttpServletRequest request);

    /** After how many seconds the session of a request ends if nobody does anything; 0 where there is none. */
    int secondsLeft(HttpServletRequest request);
}
