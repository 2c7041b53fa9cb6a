package org.holdfast.pages;

import java.util.List;
import java.util.Map;

/**
 * What somebody sent when the session had ended, to be sent again after signing in.
 *
 * @param path where it was sent
 * @param fields everything typed, without the proof of the old session
 */
public record Resumed(String path, Map<String, List<String>> fields) {}
