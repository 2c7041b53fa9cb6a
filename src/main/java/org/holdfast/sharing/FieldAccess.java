package org.holdfast.sharing;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.audit.Role;
import org.holdfast.partnership.AgencyKind;

/**
 * May this person read this class of field of a case, and why: the decision beside {@link Access}, which has let them to the case at all
 * (SHR-1, SHR-3, SHR-4). The first that applies counts:
 *
 * <ol>
 *   <li>Whoever is kept out of the case reads none of it (NRM-22), and whoever reads no cases reads no fields.
 *   <li>What its owner restricted or took back is read by those alone whom the owner lets (SHR-4).
 *   <li>Where a child's address is protected, where the child lives and is read the co-ordinator's office, those assigned to the child, and
 *       the agencies named for it. Nobody else, neither by emergency access nor because their own agency once gave it.
 *   <li>The co-ordinator's office reads the rest, and every agency what is its own.
 *   <li>Police intelligence is shared under an agreement that names it, or not: with police, with whoever decides on the panel, and with
 *       those assigned to the child.
 *   <li>Those assigned to the child, and whoever came in by an emergency, read everything else.
 *   <li>An agency at the child's side, whoever is invited to an item and whoever was let in read what the agreements of their agency in
 *       force name. Of that, health is for health and social care, for whoever decides on the panel and for whoever was let in; where the
 *       child lives, and what the child is said to have done, is not for whoever only advises.
 *   <li>Whose agency was asked reads who the child is. A referral, an action or a point opens no field of others.
 * </ol>
 */
public sealed interface FieldAccess {

    /** Yes, on this ground. */
    record Readable(Ground ground) implements FieldAccess {}

    /** No, for this reason; on a page the field says that it is held back and whom to ask. */
    record HeldBack(Why why) implements FieldAccess {}

    /** Why somebody reads it. */
    enum Ground {
        /** The co-ordinator's office. */
        OFFICE,
        /** Assigned to the child. */
        ASSIGNED,
        /** Of an agency that was named for a protected address. */
        NAMED,
        /** The reader's own agency gave it and remains its owner (SHR-4). */
        OWN,
        /** An agreement of the reader's agency in force covers it (SHR-1). */
        AGREEMENT,
        /** Emergency access (SHR-3). */
        EMERGENCY
    }

    /** Why somebody does not. */
    enum Why {
        /** Kept out of the case by name (NRM-22). */
        EXCLUDED,
        /** No role that reads cases. */
        ROLE,
        /** Its owner restricted it or took it back (SHR-4). */
        OWNER,
        /** The address is protected, and the reader is none of those who need it. */
        PROTECTED,
        /** The reader's agency is party to no agreement in force that covers it (SHR-1). */
        AGREEMENT,
        /** What ties the reader to the case opens other fields and not this. */
        NEED_TO_KNOW
    }

    /** Whose information it is. */
    enum Owner {
        /** That of the reader's agency. */
        OWN,
        /** Somebody else's, or of nobody in particular. */
        OTHERS,
        /** Somebody else's who restricted it to a circle without the reader, or took it back. */
        CLOSED
    }

    /** Whether the child's address is protected. */
    enum Protection {
        OPEN,
        /** For those assigned to the child and the co-ordinator's office. */
        PROTECTED,
        /** As before, and the reader's agency is named besides. */
        NAMED
    }

    /**
     * What is known when a field is to be read.
     *
     * @param agency what kind of agency the reader's is
     * @param ties on which bases the reader or the reader's agency needs to know of the case now
     * @param agreed what the agreements in force cover to which the reader's agency is party
     */
    record Question(
            DataClass field,
            Set<Role> roles,
            AgencyKind agency,
            boolean excluded,
            Set<Basis> ties,
            Set<DataClass> agreed,
            Owner owner,
            Protection address) {

        Question about(DataClass other) {
            return new Question(other, roles, agency, excluded, ties, agreed, owner, address);
        }

        Question by(Owner other) {
            return new Question(field, roles, agency, excluded, ties, agreed, other, address);
        }

        boolean is(Role role) {
            return roles.contains(role);
        }

        boolean agrees() {
            return agreed.contains(field);
        }

        /** Whether the reader holds a role that reads whole cases, and not referrals or single items alone. */
        boolean readsCases() {
            return Access.holds(Permission.SEE_CASE, roles);
        }

        boolean judges() {
            return is(Role.PANEL_CHAIR) || is(Role.PANEL_MEMBER);
        }
    }

    static FieldAccess decide(Question asked) {
        if (asked.excluded()) {
            return new HeldBack(Why.EXCLUDED);
        }
        if (!asked.readsCases() && !asked.is(Role.FIRST_RESPONDER) && !asked.is(Role.ADVISER)) {
            return new HeldBack(Why.ROLE);
        }
        if (asked.owner() == Owner.CLOSED) {
            return new HeldBack(Why.OWNER);
        }
        if (asked.field() == DataClass.HOME_AND_WHEREABOUTS && asked.address() != Protection.OPEN) {
            return protectedAddress(asked);
        }
        if (asked.is(Role.PANEL_COORDINATOR)) {
            return new Readable(Ground.OFFICE);
        }
        if (asked.owner() == Owner.OWN) {
            return new Readable(Ground.OWN);
        }
        Set<Why> refused = EnumSet.noneOf(Why.class);
        for (Basis tie : Basis.values()) {
            if (asked.ties().contains(tie)) {
                switch (by(tie, asked)) {
                    case Readable readable -> {
                        return readable;
                    }
                    case HeldBack(Why why) -> refused.add(why);
                }
            }
        }
        return new HeldBack(refused.contains(Why.AGREEMENT) ? Why.AGREEMENT : Why.NEED_TO_KNOW);
    }

    private static FieldAccess protectedAddress(Question asked) {
        if (asked.is(Role.PANEL_COORDINATOR)) {
            return new Readable(Ground.OFFICE);
        }
        if (asked.readsCases() && asked.ties().contains(Basis.ASSIGNED)) {
            return new Readable(Ground.ASSIGNED);
        }
        boolean there = asked.ties().contains(Basis.AGENCY) || asked.ties().contains(Basis.AGENDA_ITEM);
        if (asked.address() != Protection.NAMED || !asked.readsCases() || !there) {
            return new HeldBack(Why.PROTECTED);
        }
        return asked.agrees() ? new Readable(Ground.NAMED) : new HeldBack(Why.AGREEMENT);
    }

    /** What one tie to the case opens. */
    private static FieldAccess by(Basis tie, Question asked) {
        return switch (tie) {
            case ASSIGNED, OFFICE ->
                asked.field() == DataClass.POLICE_INTELLIGENCE
                        ? underAgreement(true, asked)
                        : new Readable(tie == Basis.OFFICE ? Ground.OFFICE : Ground.ASSIGNED);
            case EMERGENCY ->
                asked.field() == DataClass.POLICE_INTELLIGENCE
                        ? new HeldBack(Why.NEED_TO_KNOW)
                        : new Readable(Ground.EMERGENCY);
            case AGENCY, AGENDA_ITEM, ALLOWED -> underAgreement(needed(tie, asked), asked);
            case REQUEST -> underAgreement(asked.field() == DataClass.IDENTITY_AND_CONTACT, asked);
            case REFERRER, ACTION, POINT -> new HeldBack(Why.NEED_TO_KNOW);
        };
    }

    private static FieldAccess underAgreement(boolean needed, Question asked) {
        if (!needed) {
            return new HeldBack(Why.NEED_TO_KNOW);
        }
        return asked.agrees() ? new Readable(Ground.AGREEMENT) : new HeldBack(Why.AGREEMENT);
    }

    /** Whether somebody with such a tie needs such a field for what they do. */
    private static boolean needed(Basis tie, Question asked) {
        boolean judging = tie == Basis.AGENDA_ITEM && asked.judges();
        return switch (asked.field()) {
            case IDENTITY_AND_CONTACT, SAFEGUARDING, POLICE_RECORDS, EDUCATION, IMMIGRATION -> true;
            case HOME_AND_WHEREABOUTS -> asked.readsCases();
            case OFFENCES -> judging || asked.readsCases();
            case HEALTH ->
                judging
                        || asked.readsCases()
                                && (tie == Basis.ALLOWED
                                        || asked.agency() == AgencyKind.HEALTH
                                        || asked.agency() == AgencyKind.LOCAL_AUTHORITY);
            case POLICE_INTELLIGENCE -> judging || asked.readsCases() && asked.agency() == AgencyKind.POLICE;
        };
    }
}
