// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.ascode;

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.main.Main;

/** Camel with the routes of {@code camel/project-as-code.camel.yaml}, for one command. */
final class Routes implements AutoCloseable {

    private final Main camel = new Main();

    /**
     * Starts them.
     *
     * @param overrides
     *            properties that win over all others
     */
    Routes(Map<String, String> overrides) {
        overrides.forEach(camel::addOverrideProperty);
        camel.start();
    }

    /** What a route makes of a body. */
    <T> T ask(String route, Object body, Class<T> answer) throws Exception {
        Exchange exchange = camel.getCamelTemplate().send(route, message -> message.getMessage().setBody(body));
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getMandatoryBody(answer);
    }

    /** The same in another form, as Camel converts it. */
    <T> T as(Class<T> form, Object body) throws Exception {
        return camel.getCamelContext().getTypeConverter().mandatoryConvertTo(form, body);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
