package org.holdfast.app;

import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The sign-in page, and the way in. */
@Controller
class SignInController {

    private final Pages pages;

    SignInController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    View home() {
        return pages.redirect("/work");
    }

    @GetMapping("/sign-in")
    View signIn(@RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
        return page(pages, KeptForm.NONE, false, signedOut != null);
    }

    static View page(Pages pages, KeptForm kept, boolean refused, boolean signedOut) {
        SignInView view = new SignInView(kept, signedOut);
        return refused
                ? pages.show(
                        "app/signIn", view, Form.empty().with(List.of(Reason.about("username", "app.sign-in.refused"))))
                : pages.show("app/signIn", view);
    }
}
