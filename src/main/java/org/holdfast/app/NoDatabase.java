package org.holdfast.app;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that the server's database does not let us in, as it says it itself: nobody there, a wrong password, no such database. */
final class NoDatabase extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        // the classes of states (SQL:2023): connection, authorisation, catalogue
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? new FailureAnalysis(
                        "The database does not let Holdfast in: " + cause.getMessage(),
                        "Look at HOLDFAST_DB_URL, the users and passwords, and whether the server runs (docs/running/database.md).",
                        cause)
                : null;
    }
}
