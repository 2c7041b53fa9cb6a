package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.audit.Role;
import org.jspecify.annotations.Nullable;

/** What {@code partnership} puts on the ledger. */
sealed interface PartnershipEvent extends LedgerEvent {

    record PartnershipFounded(String profile) implements PartnershipEvent {}

    record AgencyJoined(UUID subjectId, AgencyKind kind) implements PartnershipEvent {}

    /** An agency works from now on for one authority, or with null for all (MTG-7). */
    record AgencyWorksFor(UUID subjectId, @Nullable String authority) implements PartnershipEvent {}

    record MemberJoined(UUID subjectId, UUID agency, List<Role> roles) implements PartnershipEvent {}

    record MemberLeft(UUID subjectId, LocalDate leftOn) implements PartnershipEvent {}

    record AddressKept(UUID subjectId) implements PartnershipEvent {}

    record LeadNamed(UUID subjectId, UUID member) implements PartnershipEvent {}

    record TrainingRecorded(
            UUID subjectId,
            Training training,
            LocalDate completedOn,
            @Nullable LocalDate expiresOn) implements PartnershipEvent {}

    record ApiClientAdmitted(UUID subjectId, List<Role> roles, List<String> scopes, LocalDate lastDay)
            implements PartnershipEvent {}

    /** A program got another secret; where they overlap, the one before still opens for some days. */
    record ApiClientSecretReplaced(UUID subjectId, LocalDate lastDay, boolean overlaps) implements PartnershipEvent {}

    record ApiClientSecretTakenBack(UUID subjectId, int number) implements PartnershipEvent {}

    /** A program asked for a token with a secret whose last day has passed. */
    record EndedSecretRefused(UUID subjectId, int number, LocalDate lastDay) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    /** Something that a program sent, or somebody in its name, was refused: not what its administrator allowed, or not its own. */
    record ProgramRefused(UUID subjectId, ApiClient.Fault fault) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    /** The key under what a program is told has a successor, which signs beside it until its last day. */
    record WebhookKeyReplaced(UUID subjectId, LocalDate lastDay) implements PartnershipEvent {}

    record ApiClientEnded(UUID subjectId) implements PartnershipEvent {}

    /** A program is told from now on what happens, at an address on that host. */
    record WebhookSet(UUID subjectId, String host, List<WebhookKind> kinds, LocalDate lastDay)
            implements PartnershipEvent {}

    record WebhookEnded(UUID subjectId) implements PartnershipEvent {}

    record WebhookGivenUp(UUID subjectId, UUID delivery, int attempts) implements PartnershipEvent {}

    record WebhookTriedAgain(UUID subjectId, int deliveries) implements PartnershipEvent {}

    /** A program was sent the ids of something that happened in a case (SHR-2). */
    record ProgramTold(UUID subjectId, UUID caseId, String what, int attempt) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** A program got a token for its secret. */
    record TokenGiven(UUID subjectId, List<String> scopes) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody signed in proved once more who they are, before a grave step. */
    record ProvedAgain(UUID subjectId) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record SignedIn(UUID subjectId) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** A member is known from now on by the provider of their agency too. */
    record IdentityLinked(UUID subjectId, String issuer) implements PartnershipEvent {}

    /** A provider told us that it has signed somebody out: what they had opened through it ended here too. */
    record SignedOutByProvider(UUID subjectId, String issuer, int sessions) implements PartnershipEvent {}

    /** A provider proved somebody who is not a member of its agency here. */
    record IdentityRefused(String issuer) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record SignInRefused(UUID subjectId) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record CodeRefused(UUID subjectId) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    /** Somebody signed in with a passkey; the line that they signed in stands beside it. */
    record PasskeyUsed(UUID subjectId) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record PasskeyRefused(UUID subjectId, PasskeyFault fault) implements PartnershipEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record PasskeyAdded(UUID subjectId, UUID passkey) implements PartnershipEvent {}

    record PasskeyRemoved(UUID subjectId, UUID passkey) implements PartnershipEvent {}

    /** All of somebody's passkeys, with their app: an administrator says that the device is lost. */
    record PasskeysRemoved(UUID subjectId, int passkeys) implements PartnershipEvent {}

    record SecondFactorSetUp(UUID subjectId) implements PartnershipEvent {}

    record RecoveryCodesMade(UUID subjectId) implements PartnershipEvent {}

    record RecoveryCodeSpent(UUID subjectId, int left) implements PartnershipEvent {}

    record MadeUpPersonNamed(UUID subjectId) implements PartnershipEvent {}

    record PasswordChanged(UUID subjectId) implements PartnershipEvent {}

    record PasswordLinkGiven(UUID subjectId, boolean clearsFactor) implements PartnershipEvent {}

    record PasswordSetByLink(UUID subjectId, boolean clearedFactor) implements PartnershipEvent {}

    record SessionsEnded(UUID subjectId, int sessions) implements PartnershipEvent {}

    record MemberChanged(UUID subjectId, UUID agency, List<Role> roles) implements PartnershipEvent {}

    record MemberCalledElsewhere(UUID subjectId) implements PartnershipEvent {}

    record MemberCameBack(UUID subjectId) implements PartnershipEvent {}

    record DeputyNamed(UUID subjectId, UUID deputy, LocalDate from, LocalDate until) implements PartnershipEvent {}

    record AgencyRenamed(UUID subjectId) implements PartnershipEvent {}

    record AgencyEnded(UUID subjectId, LocalDate on) implements PartnershipEvent {}

    record TeamMade(UUID subjectId, UUID agency) implements PartnershipEvent {}

    record TeamChanged(UUID subjectId, @Nullable UUID lead) implements PartnershipEvent {}

    record TeamEnded(UUID subjectId, LocalDate until) implements PartnershipEvent {}

    record TeamJoined(UUID subjectId, UUID member) implements PartnershipEvent {}

    record TeamLeft(UUID subjectId, UUID member) implements PartnershipEvent {}

    /** A team answers from now on what its agency is asked, or with null those who answer for the agency (MTG-3). */
    record TeamAnswers(UUID subjectId, @Nullable UUID team) implements PartnershipEvent {}
}
