package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Defence;
import org.holdfast.casework.Offence;
import org.holdfast.law.ExcludedOffences;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.jspecify.annotations.Nullable;

/**
 * Recording an offence, or a step of the section 45 defence for it.
 *
 * @param action where the form is sent
 * @param offence the offence as it stands; null for a new one
 * @param kinds the law book's kinds of offences
 * @param meanwhile whether somebody else has saved it since the reader saw it
 */
public record OffenceView(
        CaseFrame frame, String action, @Nullable Offence offence, List<Option> kinds, boolean meanwhile) {

    /** The steps of the defence that can follow. */
    public List<Defence.Step> steps() {
        return offence == null ? List.of() : List.copyOf(offence.defence().available());
    }

    /** When the offence is said to have been, in words. */
    public String when(Page page) {
        return offence == null ? "" : Typed.words(page, offence.when());
    }

    /** What Schedule 4 says of the offence. */
    public ExcludedOffences.Answer scheduleSays() {
        return offence == null ? ExcludedOffences.Answer.ASK_A_LAWYER : CourtView.scheduleSays(offence);
    }
}
