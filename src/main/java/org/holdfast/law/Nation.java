package org.holdfast.law;

/** The four nations, which differ in bank holidays and in part of their law. */
public enum Nation {
    ENGLAND,
    WALES,
    SCOTLAND,
    NORTHERN_IRELAND
}
