package org.holdfast.app;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Holdfast, or does the one command it is called with: {@code serve}, {@code check-ledger} or {@code rehearse}. */
@SpringBootApplication(
        scanBasePackages = "org.holdfast",
        // two modules may use one word, each for its own
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class Holdfast {

    public static void main(String[] arguments) {
        SpringApplication program = new SpringApplication(Holdfast.class);
        program.setDefaultProperties(Map.of("holdfast.command", "serve"));
        ConfigurableApplicationContext context = program.run(arguments);
        switch (context.getEnvironment().getProperty("holdfast.command", "serve")) {
            case "check-ledger" ->
                System.exit(SpringApplication.exit(
                        context, () -> context.getBean(CheckLedger.class).run()));
            case "rehearse" -> System.exit(SpringApplication.exit(context, () -> 0));
            default -> {}
        }
    }
}
