package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.pages.Option;

/**
 * Bringing somebody to the child's side.
 *
 * @param action where the form is sent
 * @param members people with an account, by name and agency
 * @param agencies agencies of the partnership
 */
public record PartyView(CaseFrame frame, String action, List<Option> members, List<Option> agencies) {}
