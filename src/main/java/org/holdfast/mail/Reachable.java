package org.holdfast.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;

/**
 * Who can be written to now.
 *
 * @param secure members at an address of secure mail
 * @param elsewhere members at another usable address, to which a message goes only after it was let go there
 */
record Reachable(Set<MemberId> secure, Map<MemberId, String> elsewhere) {

    static Reachable of(Collection<Member> members, List<String> secureDomains) {
        Map<Boolean, List<Member>> parted = members.stream()
                .filter(member -> EmailAddress.usable(member.email()))
                .collect(Collectors.partitioningBy(member -> EmailAddress.within(member.email(), secureDomains)));
        return new Reachable(
                parted.getOrDefault(true, List.of()).stream().map(Member::id).collect(Collectors.toSet()),
                parted.getOrDefault(false, List.of()).stream().collect(Collectors.toMap(Member::id, Member::email)));
    }
}
