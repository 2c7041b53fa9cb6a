package org.holdfast.transfers.web;

import java.util.stream.Collectors;
import org.holdfast.pages.Page;
import org.holdfast.transfers.Alike;
import org.holdfast.transfers.Transfer;
import org.holdfast.transfers.TransferCommand;
import org.holdfast.transfers.TransferState;
import org.holdfast.transfers.Transfers;

/**
 * One transfer, for either side.
 *
 * @param alike children known here who may be the same child
 */
public record TransferView(Transfers.Seen seen, Alike alike) {

    public Transfer transfer() {
        return seen.transfer();
    }

    public String path() {
        return "/transfers/" + transfer().id();
    }

    public boolean may(TransferCommand command) {
        return seen.available().contains(command);
    }

    /** What goes along, in words. */
    public String goes(Page page) {
        return transfer().goes().stream().sorted().map(page::label).collect(Collectors.joining("; "));
    }

    /** Where it stands, as a colour. */
    public static String tag(TransferState state) {
        return switch (state) {
            case OFFERED -> "waiting";
            case ACCEPTED -> "done";
            case DECLINED, WITHDRAWN -> "quiet";
        };
    }
}
