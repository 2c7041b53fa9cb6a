package org.holdfast.law;

import java.util.List;

/** The organisations that may make an NRM referral (REF-1), in alphabetical order. */
public record FirstResponders(List<String> organisations) {

    public FirstResponders {
        organisations = organisations.stream().sorted().toList();
    }
}
