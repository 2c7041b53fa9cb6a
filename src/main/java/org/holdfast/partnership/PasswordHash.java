package org.holdfast.partnership;

/** A password as it is kept: its Argon2id hash with salt and costs, slow to make on purpose. */
public record PasswordHash(String value) {}
