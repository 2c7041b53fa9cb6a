package org.holdfast.app;

/**
 * Setting a password.
 *
 * @param action where it is sent
 * @param own whether somebody signed in changes theirs, and so gives the old one; else a link stands for it
 * @param name whose it is, where a link stands for it
 */
public record NewPasswordView(String action, boolean own, String name, String username) {

    static final NewPasswordView OWN = new NewPasswordView("/account/password", true, "", "");
}
