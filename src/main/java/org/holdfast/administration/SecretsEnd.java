package org.holdfast.administration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.holdfast.partnership.SecretEnding;
import org.holdfast.partnership.Webhooks;
import org.springframework.stereotype.Component;

/** The round that tells administrators of secrets of programs that end: 30 and 7 days before, and once they have ended with none in their place. */
@Component
class SecretsEnd implements Round {

    private final Ledger ledger;
    private final Webhooks webhooks;
    private final Partnerships partnerships;
    private final Outbox outbox;

    SecretsEnd(Ledger ledger, Webhooks webhooks, Partnerships partnerships, Outbox outbox) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.partnerships = partnerships;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "secrets-end";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void make(Actor program, Instant now) {
        ledger.within(program, () -> {
            for (SecretEnding ending : webhooks.endings(program, now)) {
                Integer days = ending.notice(now);
                if (days != null && webhooks.endNoticed(program, ending, days)) {
                    outbox.post(program, messages(program, ending, now), now);
                    if (days == 0) {
                        ledger.record(
                                program,
                                now,
                                new AdministrationEvent.ProgramSecretEnded(
                                        ending.client(), ending.signs(), ending.lastDay()));
                    }
                }
            }
            return program;
        });
    }

    private List<Message> messages(Actor program, SecretEnding ending, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        String key = "administration." + (ending.signs() ? "signing-secret" : "secret")
                + (ending.over(now) ? "-ended" : "-ends");
        return partnerships.members(program).stream()
                .filter(member -> member.is(Role.ADMINISTRATOR) && member.memberOn(today))
                .map(member -> Message.of(
                        member.id(),
                        key,
                        "/administration/clients/" + ending.client(),
                        ending.name(),
                        Dates.date(Language.ENGLISH, ending.lastDay())))
                .toList();
    }
}
