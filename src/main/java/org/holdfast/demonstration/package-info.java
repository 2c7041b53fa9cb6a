/**
 * A made-up partnership with made-up children at every stage, loaded through the same doors that people use, so that every screen has
 * something to show.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "law",
            "audit",
            "pages",
            "partnership",
            "sharing",
            "people",
            "clocks",
            "casework",
            "voice",
            "referrals",
            "meetings",
            "requests",
            "decisions",
            "packs",
            "room",
            "assurance",
            "letters",
            "records",
            "transfers"
        })
package org.holdfast.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
