package org.holdfast.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Holdfast. */
@SpringBootApplication(scanBasePackages = "org.holdfast")
public class Holdfast {
    public static void main(String[] arguments) {
        SpringApplication.run(Holdfast.class, arguments);
    }
}
