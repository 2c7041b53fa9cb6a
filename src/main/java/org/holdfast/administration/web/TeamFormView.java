package org.holdfast.administration.web;

import org.holdfast.partnership.Agency;

/** A new team of an agency. */
public record TeamFormView(Agency agency) {

    public String path() {
        return "/administration/agencies/" + agency.id().value();
    }
}
