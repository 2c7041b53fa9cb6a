package org.holdfast.demonstration;

import java.util.List;

/**
 * How to sign in to a partnership that was just made: written once to a file that only its owner reads, as the passwords stand nowhere
 * else.
 *
 * @param apiToken the token of an interface client
 */
public record SignIns(List<User> users, String apiToken) {

    /** One person; {@code role} holds their roles, with commas between. */
    public record User(String name, String agency, String role, String username, String password) {}
}
