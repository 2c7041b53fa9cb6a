package org.holdfast.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door to the register of disclosures: what of whom has gone to whom, read from the ledger (SHR-2). */
@Component
public final class Disclosures {

    /** As many as one reading of the register answers. */
    static final int LONGEST = 5000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final JsonMapper json;

    Disclosures(Ledger ledger, Sharing sharing, Partnerships partnerships, JsonMapper json) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.json = json;
    }

    /**
     * Which disclosures are asked for.
     *
     * @param from the first day
     * @param until the last day
     * @param agency of the recipient, by name; empty for any
     */
    public record Filter(
            LocalDate from,
            LocalDate until,
            String agency,
            @Nullable Purpose purpose) {}

    /**
     * One line of the register.
     *
     * @param given null where a line older than the register, or an answer to an interface client, names nothing further
     * @param recipient who it went to, by name; empty where {@link Given#recipient} says it
     * @param agency of the recipient, by name; empty where there is none
     */
    public record Entry(LedgerLine line, @Nullable Given given, String recipient, String agency) {}

    /** The register, newest first, without cases from which the actor is kept out; the look goes on the ledger. */
    public Outcome<List<Entry>> register(Actor actor, Filter filter, Instant now) {
        return reading(actor, filter, new SharingEvent.RegisterSeen(filter.from(), filter.until()), now);
    }

    /** The register to be taken out of the program; that is on the ledger as such. */
    public Outcome<List<Entry>> taken(Actor actor, Filter filter, Instant now) {
        return reading(actor, filter, new SharingEvent.RegisterTaken(filter.from(), filter.until()), now);
    }

    private Outcome<List<Entry>> reading(Actor actor, Filter filter, SharingEvent look, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_DISCLOSURES, now).map(_ -> {
                    ledger.record(actor, now, look);
                    List<LedgerLine> lines = ledger.given(
                            actor,
                            null,
                            UnitedKingdom.startOf(filter.from()),
                            UnitedKingdom.endOf(filter.until()),
                            LONGEST);
                    Set<CaseId> out = sharing.keptOutOf(
                            actor, lines.stream().map(Disclosures::about).collect(Collectors.toSet()));
                    return entries(
                                    actor,
                                    lines.stream()
                                            .filter(it -> !out.contains(about(it)))
                                            .toList())
                            .stream()
                            .filter(it ->
                                    filter.agency().isEmpty() || it.agency().equals(filter.agency()))
                            .filter(it -> filter.purpose() == null
                                    || it.given() != null && it.given().purpose() == filter.purpose())
                            .toList();
                }));
    }

    private static CaseId about(LedgerLine line) {
        return new CaseId(Objects.requireNonNull(line.caseId()));
    }

    /** What of one child has gone to whom, newest first. The caller has asked for the case. */
    public List<Entry> of(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> entries(actor, ledger.given(actor, caseId.value(), Instant.EPOCH, now.plusSeconds(1), LONGEST)));
    }

    private List<Entry> entries(Actor actor, List<LedgerLine> lines) {
        Map<UUID, String> agencies = new HashMap<>();
        for (Agency agency : partnerships.agencies(actor)) {
            agencies.put(agency.id().value(), agency.name());
        }
        Map<UUID, Member> members = new HashMap<>();
        for (Member member : partnerships.members(actor)) {
            members.put(member.id().value(), member);
        }
        return lines.stream().map(it -> entry(it, agencies, members)).toList();
    }

    private Entry entry(LedgerLine line, Map<UUID, String> agencies, Map<UUID, Member> members) {
        Given given = given(line).orElse(null);
        if (given == null || given.recipient() == Given.Recipient.READER) {
            return new Entry(line, given, line.actorName(), agencies.getOrDefault(line.agency(), ""));
        }
        Member member = given.member() == null ? null : members.get(given.member());
        return member == null
                ? new Entry(line, given, "", "")
                : new Entry(line, given, member.name(), member.agency().name());
    }

    private Optional<Given> given(LedgerLine line) {
        JsonNode given = json.readTree(line.detail()).path("given");
        return given.isObject() ? Optional.of(json.treeToValue(given, Given.class)) : Optional.empty();
    }
}
