package org.holdfast.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.audit.Actor;
import org.jspecify.annotations.Nullable;

/** Who is asking, as the security filter knows it. A bean of {@code app}. */
@FunctionalInterface
public interface SignedIn {

    /** The person signed in, or null on a public page. */
    @Nullable
    Actor actor(HttpServletRequest request);
}
