package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.casework.HomeDraft;
import org.holdfast.casework.Homes;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A panel of two authorities: the administrator says which agency works for which, and everybody sees whose child it is (MTG-7). */
@HoldfastTest
class AuthoritiesPagesTest {

    private static final String PAGE = "/agencies/authorities";

    private final PanelDay day;
    private final Homes homes;
    private final Partnerships partnerships;
    private final TestPartnership.Founder founder;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @LocalServerPort
    private int port;

    AuthoritiesPagesTest(
            PanelDay day, Homes homes, Partnerships partnerships, TestClock clock, TestPartnership.Founder founder) {
        clock.set(now);
        this.day = day;
        this.homes = homes;
        this.partnerships = partnerships;
        this.founder = founder;
    }

    @Test
    void theAdministratorSaysForWhichAuthorityAnAgencyWorksAndNobodyElseDoes() {
        TestPartnership us = founder.found("islington-camden", now);
        Authority camden = camden(us);
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        assertThat(administrator.get("/work").body()).contains(PAGE);
        assertThat(administrator.get(PAGE).body()).contains("Testshire Health Trust", camden.name());

        String health = Authorities.field(us.health.id());
        assertThat(administrator
                        .post(PAGE, "seen-" + health, "", health, camden.code())
                        .status())
                .isEqualTo(303);
        assertThat(agency(us, us.health).serves(camden)).isTrue();
        assertThat(agency(us, us.health).authority()).isEqualTo(camden.code());

        Visitor.Answer late = administrator.post(PAGE, "seen-" + health, "", health, "E00000000");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Choose one of the authorities of this partnership");
        late = administrator.post(
                PAGE,
                "seen-" + health,
                "",
                health,
                partnerships
                        .profile(us.partnership.id())
                        .authorities()
                        .getFirst()
                        .code());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else has changed Testshire Health Trust meanwhile");
        assertThat(administrator
                        .post(PAGE, "seen-" + health, camden.code(), health, "")
                        .status())
                .isEqualTo(303);
        assertThat(agency(us, us.health).authority()).isNull();

        assertThat(Visitor.signedIn(port, us.coordinator).get(PAGE).status()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, us.coordinator)
                        .post(PAGE, "seen-" + health, "", health, camden.code())
                        .status())
                .isEqualTo(404);
        Visitor alone = Visitor.signedIn(port, founder.found(now).administrator);
        assertThat(alone.get("/work").body()).doesNotContain(PAGE);
        assertThat(alone.get(PAGE).body()).contains("This partnership serves one authority");
    }

    @Test
    void agendaAndItemSayWhoseChildItIs() {
        TestPartnership us = founder.found("islington-camden", now);
        CaseId ann = day.waiting(us, "Ann Testchild", 10, now);
        day.waiting(us, "Bea Testchild", 5, now);
        homes.record(
                        us.coordinator.actor(),
                        ann,
                        new HomeDraft(camden(us).code(), Set.of(first(us).code()), "Lives there"),
                        0,
                        now)
                .orThrow();
        LocalDate today = UnitedKingdom.day(now);
        MeetingId panel = day.planned(us, today, now);
        String page = Visitor.signedIn(port, us.coordinator)
                .get("/meetings/" + panel.value())
                .body();
        assertThat(page)
                .contains(
                        "Home authority: " + camden(us).name(),
                        "Also concerns " + first(us).name())
                .contains("Home authority not recorded");
        AgendaItemId item = day.agenda(us.chair, panel, now).entries().stream()
                .map(Meetings.Entry::item)
                .filter(it -> it.caseId().equals(ann))
                .findFirst()
                .orElseThrow()
                .id();
        Visitor chair = Visitor.signedIn(port, us.chair);
        String home = "Home authority: " + camden(us).name();
        assertThat(chair.get("/meetings/" + panel.value() + "/items/" + item.value())
                        .body())
                .contains(home);
        day.open(us, panel, now, us.chair);
        assertThat(chair.get("/meetings/" + panel.value() + "/room?item=" + item.value())
                        .body())
                .contains(home);
    }

    private Authority camden(TestPartnership us) {
        return partnerships.profile(us.partnership.id()).authorities().getLast();
    }

    private Authority first(TestPartnership us) {
        return partnerships.profile(us.partnership.id()).authorities().getFirst();
    }

    private Agency agency(TestPartnership us, Agency agency) {
        return partnerships.agencies(us.program).stream()
                .filter(it -> it.id().equals(agency.id()))
                .findFirst()
                .orElseThrow();
    }
}
