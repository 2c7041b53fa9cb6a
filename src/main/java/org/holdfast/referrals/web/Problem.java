package org.holdfast.referrals.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a request of the interface was not met (RFC 9457), with every fault at once.
 *
 * @param errors every fault; empty where there is nothing but the title to say
 * @param rejected id under which the co-ordinator finds what was sent; null where nothing was kept
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Fault> errors,
        @Nullable UUID rejected) {

    /**
     * One fault, or one thing to know.
     *
     * @param key payload key it is about; null where it is about the whole
     */
    record Fault(@Nullable String key, String code, String message) {

        static Fault of(Reason reason, Texts texts) {
            return new Fault(
                    reason.field(),
                    reason.key().substring(reason.key().lastIndexOf('.') + 1),
                    texts.text(Language.ENGLISH, reason));
        }

        static List<Fault> of(List<Reason> reasons, Texts texts) {
            return reasons.stream().map(reason -> of(reason, texts)).toList();
        }
    }

    static ResponseEntity<Problem> answer(
            int status, String title, String detail, List<Fault> errors, @Nullable UUID rejected) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem("about:blank", title, status, detail, errors, rejected));
    }
}
