package org.holdfast.mail;

import java.time.Instant;
import java.util.Locale;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.AccountNews;
import org.holdfast.partnership.AccountPost;
import org.holdfast.partnership.MemberId;
import org.springframework.stereotype.Component;

/** Tells people about their own account as they are told everything else: by a message that leads to a page of theirs. */
@Component
class AccountMail implements AccountPost {

    private final Outbox outbox;

    AccountMail(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void tell(Actor by, MemberId member, AccountNews news, Instant now) {
        String key = "mail.account." + news.name().toLowerCase(Locale.ROOT).replace('_', '-');
        outbox.post(by, Message.of(member, key, "/account"), now);
    }
}
