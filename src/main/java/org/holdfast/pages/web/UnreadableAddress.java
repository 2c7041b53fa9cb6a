package org.holdfast.pages.web;

import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.View;

/** An address with something in it that is no id leads nowhere, as an id that nobody has. */
@ControllerAdvice(annotations = Controller.class)
class UnreadableAddress {
    private final Pages pages;

    UnreadableAddress(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    View unreadable() {
        return pages.notFound();
    }
}
