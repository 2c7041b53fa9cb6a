package org.holdfast.sharing.web;

import java.util.List;
import org.holdfast.pages.Option;

/**
 * The form of an agreement.
 *
 * @param path where it is sent
 * @param back where one goes without saving
 * @param changes whether an earlier version is changed
 */
public record AgreementFormView(String path, String back, boolean changes, List<Option> agencies) {}
