package org.holdfast.records;

/** What can be done about a request. */
public enum RequestCommand {
    /** Record how it was proved who asks and by what right. */
    PROVE,
    /** Take the further time that the law allows. */
    EXTEND,
    /** Gather what is held, or gather it anew. */
    GATHER,
    /** Settle about parts whether they are given. */
    CHECK,
    /** Release what may be given. */
    RELEASE,
    /** Answer a request that something be put right. */
    ANSWER,
    REFUSE,
    WITHDRAW
}
