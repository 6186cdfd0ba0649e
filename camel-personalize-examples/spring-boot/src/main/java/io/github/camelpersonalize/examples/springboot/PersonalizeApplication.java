// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes definitions over HTTP and puts them into Personalize. */
@SpringBootApplication
public class PersonalizeApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(PersonalizeApplication.class, arguments);
    }
}
