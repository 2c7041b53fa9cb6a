package org.holdfast.partnership;

import java.util.Locale;

/**
 * A number that whoever runs the installation may settle: how much a program or a person may do, and for how long something counts. Each
 * is the setting of that name, its usual value where nothing is set, and stays within its range (docs/running/sign-in.md, programs.md).
 */
public enum Limit {
    /** For how many minutes a program's token opens anything. */
    TOKEN_MINUTES("holdfast.token-minutes", 15, 1, 60),
    /** For how many days a new secret of a program is good at most, and unless somebody says less. */
    SECRET_DAYS("holdfast.secret-days", 365, 1, 730),
    /** For how many days a secret still opens beside its successor. */
    SECRET_OVERLAP_DAYS("holdfast.secret-overlap-days", 14, 1, 90),
    /** How many requests a minute a new program may make unless somebody says otherwise. */
    REQUESTS_A_MINUTE("holdfast.requests-a-minute", 120, 1, 60_000),
    /** The most requests a minute that a program can be allowed. */
    MOST_REQUESTS_A_MINUTE("holdfast.most-requests-a-minute", 6000, 1, 60_000),
    /** For how many hours what a program is told is tried, where it does not answer. */
    TOLD_HOURS("holdfast.told-hours", 24, 1, 168),
    /** For how many minutes somebody may be on their way to link themselves with the provider of their agency. */
    LINKING_MINUTES("holdfast.linking-minutes", 15, 5, 60),
    /** For how many minutes somebody who proved themselves is not asked again before a grave step. */
    PROVED_MINUTES("holdfast.proved-minutes", 10, 1, 60),
    /** How many papers and files one person may take away within an hour. */
    PAPERS_AN_HOUR("holdfast.papers-an-hour", 200, 1, 100_000),
    /** How many cases one person may open within an hour. */
    CASES_AN_HOUR("holdfast.cases-an-hour", 600, 1, 100_000);

    private final String setting;
    private final int usual;
    private final int least;
    private final int most;

    Limit(String setting, int usual, int least, int most) {
        this.setting = setting;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** The name of the setting, such as {@code holdfast.token-minutes}. */
    public String setting() {
        return setting;
    }

    /** The same as a variable of the environment, such as {@code HOLDFAST_TOKEN_MINUTES}. */
    public String variable() {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What it is where nothing is set. */
    public int usual() {
        return usual;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
