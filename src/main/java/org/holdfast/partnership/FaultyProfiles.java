package org.holdfast.partnership;

import java.util.List;
import java.util.stream.Collectors;

/** The profiles given to Holdfast cannot be used; it does not start. The message names every fault of every file. */
public final class FaultyProfiles extends CannotStart {
    private static final long serialVersionUID = 1L;

    private final transient List<ProfileFault> faults;

    FaultyProfiles(List<ProfileFault> faults) {
        super(faults.stream()
                .map(ProfileFault::toString)
                .collect(Collectors.joining("\n  ", "the profiles have faults:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    public List<ProfileFault> faults() {
        return faults;
    }
}
