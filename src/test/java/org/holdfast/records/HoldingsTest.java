package org.holdfast.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.HoldfastTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SHR-8: every table is known to be about one child or not, so that nothing is forgotten when records are told, destroyed or handed over. */
@HoldfastTest
class HoldingsTest {

    /** Tables that are not about one child, and what they are about. */
    private static final Map<String, String> NOT_ABOUT_ONE_CHILD = Map.ofEntries(
            Map.entry("administration", "people who work in the partnership"),
            Map.entry("audit", "who did what; ids and codes, kept for as long as the partnership works"),
            Map.entry("partnership", "agencies, members, accounts"),
            Map.entry("sharing.agreement", "agencies"),
            Map.entry("mail", "messages to members: a link and no child's story"),
            Map.entry("oversight", "members whose looking was out of the ordinary"),
            Map.entry("meetings.meeting", "a meeting; what it says of a child is in its items"),
            Map.entry("meetings.attendee", "members"),
            Map.entry("meetings.presence", "members"),
            Map.entry("meetings.invitation_sent", "members"),
            Map.entry("meetings.sending", "members"),
            Map.entry("meetings.recipient", "members; fingerprints"),
            Map.entry("meetings.arrangement", "a meeting"),
            Map.entry("meetings.confirmation", "members"),
            Map.entry(
                    "meetings.minutes", "several children together: each child's part is told and taken out by itself"),
            Map.entry("packs.version", "several children together: each child's part is taken out by itself"),
            Map.entry(
                    "referrals.rejected",
                    "what could not be read, so of whom is not known; the co-ordinator settles it"),
            Map.entry("referrals.rejected_fault", "what could not be read"),
            Map.entry("requests.request", "an agency and a meeting"),
            Map.entry("requests.reminder", "an agency"),
            Map.entry("requests.guest", "a mailbox"),
            Map.entry("requests.guest_door", "a mailbox"),
            Map.entry("room.progress", "a meeting"),
            Map.entry("room.onlooker", "members"),
            Map.entry("app.press", "that a form was sent, without what was in it"),
            Map.entry("records.disposal", "the certificate that stays"),
            Map.entry("records.disposed", "the certificate that stays"));

    private final JdbcClient sql;

    HoldingsTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void everyTableIsHeldAboutOneChildOrSaidNotToBe() {
        Set<String> held = new TreeSet<>(sql.sql("select holding from records.holding")
                .query(String.class)
                .list());
        List<String> tables = sql.sql("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
                        where c.relkind in ('r', 'p') order by 1""").query(String.class).list();
        assertThat(tables).allSatisfy(table -> {
            boolean said = NOT_ABOUT_ONE_CHILD.containsKey(table)
                    || NOT_ABOUT_ONE_CHILD.containsKey(table.substring(0, table.indexOf('.')));
            assertThat(held.contains(table) ^ said)
                    .as(table + " stands in records.holding, or here with the reason, and not in both")
                    .isTrue();
        });
        assertThat(tables).containsAll(held);
    }

    @Test
    void whatIsToldHasAName() throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/records.properties"))) {
            words.load(reader);
        }
        assertThat(sql.sql("select holding from records.holding where tells")
                        .query(String.class)
                        .list())
                .allSatisfy(holding -> {
                    assertThat(words).containsKey("records.holding." + holding);
                    assertThat(words).containsKey("records.section." + holding.substring(0, holding.indexOf('.')));
                });
    }
}
