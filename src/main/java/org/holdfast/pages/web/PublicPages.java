package org.holdfast.pages.web;

import org.holdfast.pages.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Help and the accessibility statement: open to everybody, about nobody. */
@Controller
class PublicPages {
    private final Pages pages;
    private final String contact;

    /** @param contact e-mail address or telephone number of whoever runs this installation */
    PublicPages(Pages pages, @Value("${holdfast.contact:}") String contact) {
        this.pages = pages;
        this.contact = contact;
    }

    @GetMapping("/help")
    View help() {
        return pages.show("pages/help", contact);
    }

    @GetMapping("/accessibility")
    View accessibility() {
        return pages.show("pages/accessibility", contact);
    }
}
