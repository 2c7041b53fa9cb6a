package org.holdfast.referrals;

/**
 * One page of the Home Office form: one topic.
 *
 * @param part where in the form it lies
 * @param number its place within the part, in the order in which a first responder meets it, from 0
 * @param name the last piece of its address on the public service, and of its message keys
 */
public record FormPage(Part part, int number, String name) {

    /** Which journey through the form a page belongs to. */
    public enum Part {
        /** What is asked about a child, and about somebody whose age is in doubt: 51 pages behind the sign-in page. */
        CHILD_ROUTE,
        /** What is asked about adults only; a child's payload has none of it but three keys that are always empty. */
        ADULTS_ONLY,
        /** Our own questions beside the form, to a referral written here; the answers are never sent. */
        ASKED_HERE,
        /** Questions that the form has dropped; older referrals can still carry the answers. */
        NO_LONGER_ASKED
    }
}
