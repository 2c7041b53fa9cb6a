package org.holdfast.pages;

import java.time.Instant;
import java.util.UUID;

/**
 * A file added to a form that is not sent yet.
 *
 * @param name safe to show and to save under
 * @param mediaType as found in the content
 * @param bytes its size
 * @param sha256 of the content, in hexadecimal
 */
public record DraftFile(UUID id, String name, String mediaType, int bytes, String sha256, Instant keptAt) {}
