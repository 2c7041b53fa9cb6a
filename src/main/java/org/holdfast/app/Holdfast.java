package org.holdfast.app;

import java.nio.file.Path;
import java.util.Map;
import org.holdfast.partnership.CannotStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * Starts Holdfast, or does the one command it is called with: {@code serve}, {@code check-ledger}, {@code backup}, {@code restore} or
 * {@code rehearse}.
 */
@SpringBootApplication(
        scanBasePackages = "org.holdfast",
        // two modules may use one word, each for its own
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Holdfast {

    public static void main(String[] arguments) {
        SimpleCommandLinePropertySource asked = new SimpleCommandLinePropertySource(arguments);
        if (Boolean.parseBoolean(asked.getProperty("holdfast.fresh"))) {
            try {
                EmbeddedDatabase.throwAway(Path.of(String.valueOf(asked.getProperty("holdfast.data"))));
            } catch (CannotStart e) {
                System.err.println(e.getMessage());
                System.exit(2);
            }
        }
        // these two come before the program: its database is another's, or is not there yet
        switch (String.valueOf(asked.getProperty("holdfast.command"))) {
            case "backup" -> {
                try (ConfigurableApplicationContext settings = settings(Backup.class, arguments)) {
                    System.exit(settings.getBean(Backup.class).run(System.out));
                }
            }
            case "restore" -> {
                try (ConfigurableApplicationContext settings = settings(Restore.class, arguments)) {
                    int status = settings.getBean(Restore.class).run(System.out);
                    if (status != 0) {
                        System.exit(status);
                    }
                }
            }
            default -> {}
        }
        SpringApplication program = new SpringApplication(Holdfast.class);
        program.setDefaultProperties(Map.of("holdfast.command", "serve"));
        ConfigurableApplicationContext context = program.run(arguments);
        switch (context.getEnvironment().getProperty("holdfast.command", "serve")) {
            case "check-ledger", "restore" ->
                System.exit(SpringApplication.exit(
                        context, () -> context.getBean(CheckLedger.class).run()));
            case "rehearse" -> System.exit(SpringApplication.exit(context, () -> 0));
            default -> {}
        }
    }

    /** The settings and nothing else of the program. */
    static ConfigurableApplicationContext settings(Class<?> command, String... arguments) {
        return new SpringApplicationBuilder(command)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments);
    }
}
