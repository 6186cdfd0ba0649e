// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.main;

import org.apache.camel.main.Main;

/** Camel with the routes of this example. Those in YAML and XML are named in {@code application.properties}. */
public final class PersonalizeMain {

    private PersonalizeMain() {}

    /** Runs until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        camel().run(arguments);
    }

    static Main camel() {
        Main camel = new Main();
        camel.configure().addRoutesBuilder(JavaRoute.class, EndpointDslRoute.class);
        return camel;
    }
}
