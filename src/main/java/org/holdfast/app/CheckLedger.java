package org.holdfast.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Head;
import org.holdfast.audit.HeadKey;
import org.holdfast.audit.Heads;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerCheck;
import org.holdfast.audit.PartnershipId;
import org.holdfast.audit.SignedHead;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The command {@code ./run check-ledger}: reads every partnership's chain again and says what was tampered with, by itself, against the
 * heads that were signed, and against those in a file that somebody kept elsewhere (GOV-7).
 */
@Component
class CheckLedger {

    private static final int SHOWN = 20;

    private final Ledger ledger;
    private final Heads heads;
    private final HeadKey key;
    private final Partnerships partnerships;
    private final @Nullable Path file;

    CheckLedger(
            Ledger ledger,
            Heads heads,
            HeadKey key,
            Partnerships partnerships,
            @Value("${holdfast.head:}") String file) {
        this.ledger = ledger;
        this.heads = heads;
        this.key = key;
        this.partnerships = partnerships;
        this.file = file.isEmpty() ? null : Path.of(file);
    }

    /** The exit status: 0 where every chain is whole and meets its heads, 1 where one does not, 2 where nothing could be checked. */
    int run() {
        return run(file, System.out);
    }

    int run(@Nullable Path kept, PrintStream out) {
        List<SignedHead> brought = List.of();
        if (kept != null) {
            try {
                brought = SignedHead.read(Files.readString(kept));
            } catch (IOException | RuntimeException e) {
                out.printf("%s cannot be read: %s%n", kept, e.getMessage());
                return 2;
            }
            if (brought.isEmpty()) {
                out.printf("%s holds no head of a ledger.%n", kept);
                return 2;
            }
        }
        Set<PartnershipId> all = new LinkedHashSet<>(partnerships.all());
        if (all.isEmpty() && brought.isEmpty()) {
            out.println("There is no partnership here, and so no ledger.");
            return 2;
        }
        boolean sound = true;
        for (PartnershipId id : all) {
            sound &= check(id, brought, out);
        }
        for (SignedHead head : brought) {
            if (!all.contains(head.head().partnership())) {
                sound = false;
                out.printf(
                        "%s: there is no such partnership here, but the kept head of %s names it%n",
                        head.head().partnership().value(), head.head().day());
            }
        }
        return sound ? 0 : 1;
    }

    private boolean check(PartnershipId id, List<SignedHead> brought, PrintStream out) {
        Actor program = Partnerships.program(id);
        List<String> said = new ArrayList<>();
        Set<Head> met = new HashSet<>();
        Set<Head> inFile = new HashSet<>();
        List<SignedHead> signed = new ArrayList<>(brought.stream()
                .filter(head -> head.head().partnership().equals(id))
                .toList());
        signed.forEach(head -> inFile.add(head.head()));
        signed.addAll(heads.kept(program, Integer.MAX_VALUE));
        signed.addAll(key.kept(id));
        for (SignedHead head : signed) {
            if (!LedgerKey.genuine(head)) {
                said.add("the head of %s is not signed by the key it names: it proves nothing"
                        .formatted(head.head().day()));
                continue;
            }
            if (!head.key().equals(key.publicKey()) && inFile.contains(head.head())) {
                out.printf(
                        "%s: the head of %s was signed with another key than this installation's; is it one you know? %s%n",
                        id.value(), head.head().day(), head.key());
            }
            met.add(head.head());
        }
        LedgerCheck.Report report = ledger.check(program, met);
        report.faults().stream()
                .limit(SHOWN)
                .map(found -> "line %d: %s".formatted(found.seq(), words(found.fault())))
                .forEach(said::add);
        if (report.faults().size() > SHOWN) {
            said.add("and %,d more".formatted(report.faults().size() - SHOWN));
        }
        report.unmet().stream().findFirst().ifPresent(unmet -> said.add(cutOrReplaced(unmet)));
        if (said.isEmpty()) {
            out.printf("%s: %,d lines, whole; %,d signed heads met%n", id.value(), report.lines(), met.size());
            return true;
        }
        out.printf("%s: %,d lines, TAMPERED WITH%n", id.value(), report.lines());
        said.forEach(line -> out.printf("  %s%n", line));
        return false;
    }

    private static String cutOrReplaced(LedgerCheck.Unmet unmet) {
        String until = unmet.soundUntil() == 0
                ? "no earlier head bears any of it out"
                : "up to line %d it is as it was signed".formatted(unmet.soundUntil());
        return "the ledger was cut or replaced since %s, when line %d was signed; %s"
                .formatted(unmet.head().day(), unmet.head().seq(), until);
    }

    private static String words(LedgerCheck.Fault fault) {
        return switch (fault) {
            case CHANGED -> "changed after it was written";
            case DROPPED -> "lines before it are gone";
            case DOUBLED -> "stands twice";
            case REORDERED -> "does not follow the line before it";
            case ADDED -> "was not put there by the program";
            case TRUNCATED -> "gone, with all that followed";
            case REPLACED -> "not the line that stood there";
            case CUT -> "gone, though it or a later one was signed";
        };
    }
}
