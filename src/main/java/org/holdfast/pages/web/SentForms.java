package org.holdfast.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PressedBefore;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What was sent for good is no draft any more: once a form is taken, what was kept of it while it was typed goes. */
@Component
class SentForms implements HandlerInterceptor, WebMvcConfigurer {

    private final ObjectProvider<Drafts> drafts;
    private final ObjectProvider<SignedIn> signedIn;

    SentForms(ObjectProvider<Drafts> drafts, ObjectProvider<SignedIn> signedIn) {
        this.drafts = drafts;
        this.signedIn = signedIn;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        if (request.getMethod().equals("POST") && response.getStatus() == HttpServletResponse.SC_SEE_OTHER) {
            Actor actor = signedIn.getObject().actor(request);
            if (actor != null) {
                discard(actor, request);
            }
        }
    }

    private void discard(Actor actor, HttpServletRequest request) {
        try {
            drafts.getObject().discard(actor, Drafts.keyOf(request.getRequestURI()));
        } catch (PressedBefore _) {
            // a form that writes nothing else was pressed twice, and the first press has taken the draft with it
        }
    }
}
