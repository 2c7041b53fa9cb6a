package org.holdfast.records;

import org.holdfast.sharing.Given;

/** As whom somebody asks for what is held about a child. */
public enum AskerCapacity {
    /** The child or young person. */
    CHILD,
    /** With parental responsibility, on the child's behalf. */
    PARENT_OR_CARER,
    LEGAL_REPRESENTATIVE;

    /** To whom it then goes, on the register of disclosures. */
    Given.Recipient recipient() {
        return switch (this) {
            case CHILD -> Given.Recipient.CHILD;
            case PARENT_OR_CARER -> Given.Recipient.PARENT_OR_CARER;
            case LEGAL_REPRESENTATIVE -> Given.Recipient.LEGAL_REPRESENTATIVE;
        };
    }
}
