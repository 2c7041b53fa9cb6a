package org.holdfast.people;

/** Ethnicity in the codes of the Department for Education; the constant is the code. */
public enum Ethnicity {
    /** White British. */
    WBRI,
    /** White Irish. */
    WIRI,
    /** Traveller of Irish heritage. */
    WIRT,
    /** Gypsy or Roma. */
    WROM,
    /** Any other White background. */
    WOTH,
    /** White and Black Caribbean. */
    MWBC,
    /** White and Black African. */
    MWBA,
    /** White and Asian. */
    MWAS,
    /** Any other mixed background. */
    MOTH,
    /** Indian. */
    AIND,
    /** Pakistani. */
    APKN,
    /** Bangladeshi. */
    ABAN,
    /** Any other Asian background. */
    AOTH,
    /** Black Caribbean. */
    BCRB,
    /** Black African. */
    BAFR,
    /** Any other Black background. */
    BOTH,
    /** Chinese. */
    CHNE,
    /** Any other ethnic group. */
    OOTH,
    /** Refused. */
    REFU,
    /** Not yet obtained. */
    NOBT
}
