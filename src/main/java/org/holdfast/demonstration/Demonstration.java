package org.holdfast.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.audit.Role;
import org.holdfast.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Makes the partnerships that a first start begins with. */
@Component
public class Demonstration {

    private final Partnerships partnerships;

    Demonstration(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /** The made-up partnership with its people and children. */
    public SignIns load(Instant now) {
        return signIns(new Cast(partnerships, now));
    }

    /** A partnership with nobody in it but an administrator, who makes the rest. */
    public SignIns administratorOnly(Instant now) {
        Cast.Player administrator = Cast.administratorOnly(partnerships, now);
        return new SignIns(List.of(user(administrator)), "");
    }

    private static SignIns signIns(Cast cast) {
        return new SignIns(cast.players().stream().map(Demonstration::user).toList(), cast.apiToken);
    }

    private static SignIns.User user(Cast.Player player) {
        return new SignIns.User(
                player.member().name(),
                player.member().agency().name(),
                player.member().roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")),
                player.username(),
                player.password());
    }
}
