package org.holdfast;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request go all its way and keeps nothing of what it did: its transactions are undone where they would be committed. So one record
 * serves to try who may change it, as often as there is somebody to try.
 */
final class Rehearsal {

    /** The header of a request of which nothing is kept. */
    static final String HEADER = "Rehearsal";

    private static final ThreadLocal<Boolean> REHEARSES = ThreadLocal.withInitial(() -> false);

    private Rehearsal() {}

    /** Knows such requests. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Requests extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            REHEARSES.set(request.getHeader(HEADER) != null);
            try {
                chain.doFilter(request, response);
            } finally {
                REHEARSES.remove();
            }
        }
    }

    /** Undoes what they did. */
    static final class Transactions implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof TransactionTemplate template && template.getTransactionManager() != null
                    ? new Undone(template.getTransactionManager())
                    : bean;
        }
    }

    private static final class Undone extends TransactionTemplate {
        Undone(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public <T> T execute(TransactionCallback<T> work) {
            return super.execute(status -> {
                if (REHEARSES.get()) {
                    status.setRollbackOnly();
                }
                return work.doInTransaction(status);
            });
        }
    }
}
