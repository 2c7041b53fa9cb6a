package org.holdfast.requests;

/** Why a link was refused to whoever opened it; the ledger is told, and the person is not. */
enum GuestRefusal {
    OVER,
    WRONG_CODE,
    NO_CODE,
    ANOTHER_BROWSER,
    TOO_MANY_CODES
}
