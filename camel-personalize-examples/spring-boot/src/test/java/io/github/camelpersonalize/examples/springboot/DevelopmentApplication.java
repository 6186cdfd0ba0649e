// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.springboot;

import io.github.camelpersonalize.springboot.test.WithPersonalizeEmulator;
import org.springframework.boot.SpringApplication;

// tag::development[]
/** The application with an emulator of the service: {@code mvn spring-boot:test-run}, or a start of this class from an IDE. */
@WithPersonalizeEmulator
class DevelopmentApplication {

    public static void main(String[] arguments) {
        SpringApplication.from(PersonalizeApplication::main).with(DevelopmentApplication.class).run(arguments);
    }
}
// end::development[]
