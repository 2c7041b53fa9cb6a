package org.holdfast.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.holdfast.demonstration.Demonstration;
import org.holdfast.demonstration.Founding;
import org.holdfast.demonstration.SignIns;
import org.holdfast.partnership.CannotStart;
import org.holdfast.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the first partnership when there is none, and says where Holdfast is and how to sign in. */
@Component
class FirstStart implements ApplicationRunner {

    private final Partnerships partnerships;
    private final Demonstration demonstration;
    private final InstantSource clock;
    private final Path file;
    private final boolean made;
    private final boolean asked;
    private final Founding founding;
    private final boolean quiet;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private volatile int port;

    FirstStart(
            Partnerships partnerships,
            Demonstration demonstration,
            InstantSource clock,
            @Value("${holdfast.data}") Path data,
            @Value("${holdfast.demonstration:false}") boolean made,
            @Value("${holdfast.database.url:}") String server,
            @Value("${holdfast.database.takes-demonstration:false}") boolean asked,
            @Value("${holdfast.founding.profile:}") String profile,
            @Value("${holdfast.founding.partnership:}") String partnership,
            @Value("${holdfast.founding.agency:}") String agency,
            @Value("${holdfast.command:none}") String command) {
        this.partnerships = partnerships;
        this.demonstration = demonstration;
        this.clock = clock;
        this.file = data.resolve("sign-ins.json");
        this.made = made;
        this.asked = asked || server.isEmpty();
        this.founding = new Founding(profile, partnership, agency);
        this.quiet = !command.equals("serve");
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            port = event.getWebServer().getPort();
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (quiet && !made) {
            return;
        }
        if (!partnerships.any()) {
            if (made && !asked) {
                throw new CannotStart(
                        "The demonstration is for trying out, and its passwords lie in a file: it is not put into"
                                + " a server's database unasked. Start with --empty, or set HOLDFAST_DB_TAKES_DEMONSTRATION=true.");
            }
            write(
                    made
                            ? demonstration.load(clock.instant())
                            : demonstration.administratorOnly(founding, clock.instant()));
        }
        if (!quiet) {
            say();
        }
    }

    private void write(SignIns signIns) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json.writeValueAsString(signIns));
        } catch (IOException e) {
            throw new UncheckedIOException("the sign-ins could not be written to " + file, e);
        }
    }

    private void say() {
        StringBuilder text = new StringBuilder("\nHoldfast is ready: ")
                .append(URI.create("http://localhost:" + port + "/"))
                .append("\n\n");
        if (Files.isReadable(file)) {
            SignIns signIns = json.readValue(file, SignIns.class);
            List<SignIns.User> users = signIns.users();
            int name =
                    users.stream().mapToInt(user -> user.name().length()).max().orElse(0);
            int username = users.stream()
                    .mapToInt(user -> user.username().length())
                    .max()
                    .orElse(0);
            for (SignIns.User user : users) {
                text.append(String.format(
                        "  %-" + name + "s  %-" + username + "s  %s  %s%n",
                        user.name(),
                        user.username(),
                        user.password(),
                        user.role()));
            }
            text.append("\nThe same, and the token of the interface, stand in ")
                    .append(file)
                    .append('\n');
        }
        text.append("Stop with Ctrl-C.");
        System.out.println(text);
    }
}
