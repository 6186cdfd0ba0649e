// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.Service;

/** What all components of one CamelContext share: the context keeps it, and stops it with itself. */
final class ContextServices {

    private ContextServices() {}

    static <T extends Service> T of(CamelContext context, Class<T> type, Supplier<T> supplier) {
        synchronized (context) {
            T known = context.hasService(type);
            return known == null ? add(context, supplier.get()) : known;
        }
    }

    private static <T extends Service> T add(CamelContext context, T service) {
        try {
            context.addService(service);
            return service;
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        }
    }
}
