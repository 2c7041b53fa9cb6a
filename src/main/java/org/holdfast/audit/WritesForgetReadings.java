package org.holdfast.audit;

import java.util.Locale;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.springframework.stereotype.Component;

/**
 * Sees every statement, so that no transaction goes on with what it {@linkplain Readings read} before it wrote, or before it
 * waited for a lock behind which somebody else wrote.
 */
@Component
class WritesForgetReadings implements ExecuteListener {

    @Override
    public void executeStart(ExecuteContext statement) {
        if (statement.type() != ExecuteType.READ || locks(statement.sql())) {
            Readings.forget();
        }
    }

    private static boolean locks(String sql) {
        String written = sql.toLowerCase(Locale.ROOT);
        return written.contains(" for update")
                || written.contains(" for no key update")
                || written.contains(" for share")
                || written.contains("advisory");
    }
}
