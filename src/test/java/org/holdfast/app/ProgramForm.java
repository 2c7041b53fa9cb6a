package org.holdfast.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Role;
import org.holdfast.partnership.ClientScope;

/** The form with which an administrator admits a program of the council, as it is filled in. */
final class ProgramForm {

    static final String PATH = "/administration/clients/new";

    private ProgramForm() {}

    /** A program that reads meetings and cases as a co-ordinator does. */
    static String[] of(TestPartnership us, String name, LocalDate until) {
        return of(us, name, Role.PANEL_COORDINATOR, List.of(ClientScope.MEETINGS_READ, ClientScope.CASES_READ), until);
    }

    static String[] of(TestPartnership us, String name, Role role, List<ClientScope> scopes, LocalDate until) {
        List<String> sent = new ArrayList<>(List.of(
                "name",
                name,
                "agency",
                us.council.id().value().toString(),
                "roles",
                role.name(),
                "a-minute",
                "60",
                "until-day",
                "" + until.getDayOfMonth(),
                "until-month",
                "" + until.getMonthValue(),
                "until-year",
                "" + until.getYear()));
        scopes.forEach(scope -> sent.addAll(List.of("scopes", scope.name())));
        return sent.toArray(String[]::new);
    }
}
