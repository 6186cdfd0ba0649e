// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.changes;

import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;

/** Somebody who edits the project in the meantime. */
final class Editor implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();

    /**
     * Ready to work.
     *
     * @param service
     *            where the project is, as properties of the Personalize component
     */
    Editor(Map<String, String> service) {
        service.forEach((name, value) -> camel.getPropertiesComponent().addInitialProperty(name, value));
        camel.start();
    }

    void create(String resource, String definition) {
        send(resource + "?operation=create", definition);
    }

    /** Puts a definition in the place of the one with that key, or name. */
    void replace(String resource, String key, String definition) {
        send(resource + "?operation=update&key=RAW(" + key + ")", definition);
    }

    void delete(String resource, String key) {
        send(resource + "?operation=delete&key=RAW(" + key + ")", null);
    }

    @Override
    public void close() {
        camel.stop();
    }

    private void send(String target, String definition) {
        camel.createProducerTemplate().sendBody("personalize:" + target + "&baseUrl={{camel.component.personalize.base-url}}"
                + "&authtoken={{camel.component.personalize.authtoken}}&projectUid={{camel.component.personalize.project-uid}}",
                definition);
    }
}
