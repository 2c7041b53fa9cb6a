package org.holdfast.requests.web;

/**
 * The pages before a guest is in, and after: nothing of any child, agency or partnership.
 *
 * @param path of the link; empty where there is none
 * @param sent whether a code is in the mailbox
 * @param press the key of the buttons on this page: by it a second press is known
 */
public record GuestDoorView(String path, boolean sent, String press) {}
