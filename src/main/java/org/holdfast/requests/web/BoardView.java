package org.holdfast.requests.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Meeting;
import org.holdfast.pages.Option;
import org.holdfast.pages.Page;
import org.holdfast.requests.Guest;
import org.holdfast.requests.QuestionCommand;
import org.holdfast.requests.QuestionLife;
import org.holdfast.requests.QuestionState;
import org.holdfast.requests.Requests;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/** Who has answered for a meeting: agencies by children. */
public record BoardView(Requests.Board board, List<Guest> guests) {
    public BoardView {
        guests = List.copyOf(guests);
    }

    /** Whether a link still leads somewhere; by the day, as the page does not know the moment. */
    public boolean open(Page page, Guest guest) {
        return guest.open(UnitedKingdom.startOf(page.today()));
    }

    /** The links sent for one request. */
    public List<Guest> guests(Requests.Row row) {
        return guests.stream()
                .filter(it -> it.request().equals(row.request().id()))
                .toList();
    }

    public Meeting meeting() {
        return board.roll().meeting();
    }

    public String path() {
        return Paths.board(meeting().id());
    }

    public String path(String page) {
        return path() + "/" + page;
    }

    public String back() {
        return "/meetings/" + meeting().id().value();
    }

    public List<Map.Entry<CaseId, String>> children() {
        return List.copyOf(board.children().entrySet());
    }

    public Requests.@Nullable Cell cell(Requests.Row row, CaseId caseId) {
        return row.cells().get(caseId);
    }

    public static boolean may(Requests.Cell cell, QuestionCommand command) {
        return QuestionLife.available(cell.question().state()).contains(command);
    }

    /** Whether the agency can be reminded by hand: something waits and the meeting is still to come. */
    public boolean mayChase(Requests.Row row) {
        return row.waits() && row.request().closedAt() == null;
    }

    /** How many children an agency has answered about, of how many it is asked. */
    public static String answered(Page page, Requests.Row row) {
        long asked = row.cells().values().stream()
                .filter(it -> it.question().state() != QuestionState.WITHDRAWN)
                .count();
        long answered = row.cells().values().stream()
                .filter(it -> it.question().state().settled())
                .count();
        return page.text("requests.answered-of", page.number(answered), page.number(asked));
    }

    /** A mail that was sent, in words. */
    public static String sent(Page page, Requests.Sent sent) {
        String what = sent.step().replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
        return page.text("requests.sent." + what, page.date(sent.at()), sent.told());
    }

    public List<Option> others() {
        return board.others().stream()
                .map(it -> Option.of(it.id().value().toString(), it.name()))
                .toList();
    }

    /** Kinds of agency that the meeting needs and of which nobody is asked, in words. */
    public String notInvited(Page page) {
        return String.join(
                ", ",
                board.notInvited().stream()
                        .map(it -> page.text("requests.kind."
                                + it.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .toList());
    }
}
