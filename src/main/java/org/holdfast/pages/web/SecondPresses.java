package org.holdfast.pages.web;

import org.holdfast.audit.PressedBefore;
import org.holdfast.pages.Pages;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/** The second press of a form leads where the first led; where that answered with a page, which shows some things once only, it is said that it was taken. */
@ControllerAdvice
class SecondPresses {

    private final Pages pages;

    SecondPresses(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(PressedBefore.class)
    View again(PressedBefore before) {
        return before.answer().map(pages::redirect).orElseGet(() -> pages.show("pages/pressedBefore", ""));
    }
}
