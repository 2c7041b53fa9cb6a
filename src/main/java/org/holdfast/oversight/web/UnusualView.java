package org.holdfast.oversight.web;

import java.time.LocalDate;
import org.holdfast.oversight.Unusual;
import org.holdfast.oversight.UnusualLooks.Report;
import org.holdfast.pages.Form;

/** Access that is out of the ordinary, and the form of a note where one is being written. */
public record UnusualView(Report report, Form asked) {

    /** The one about which a note is being written. */
    public boolean open(Unusual unusual) {
        return unusual.member().toString().equals(asked.value("who"))
                && unusual.day().toString().equals(asked.value("day"))
                && unusual.kind().name().equals(asked.value("kind"))
                && (unusual.caseId() == null ? "" : unusual.caseId().toString()).equals(asked.value("case"));
    }

    /** Where the note about it is written. */
    public static String path(Unusual unusual) {
        return "/ledger/unusual?who=" + unusual.member() + "&day=" + unusual.day() + "&kind=" + unusual.kind()
                + (unusual.caseId() == null ? "" : "&case=" + unusual.caseId()) + "#note";
    }

    /** The lines of that person on that day. */
    public static String lines(Unusual unusual) {
        LocalDate day = unusual.day();
        String date = "-day=" + day.getDayOfMonth();
        StringBuilder path = new StringBuilder("/ledger?who=" + unusual.member());
        for (String end : new String[] {"from", "to"}) {
            path.append('&')
                    .append(end)
                    .append(date)
                    .append('&')
                    .append(end)
                    .append("-month=")
                    .append(day.getMonthValue())
                    .append('&')
                    .append(end)
                    .append("-year=")
                    .append(day.getYear());
        }
        if (unusual.caseId() != null) {
            path.append("&case=").append(unusual.caseId());
        }
        return path.toString();
    }
}
