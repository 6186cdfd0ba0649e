// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.Service;

/** What all components of one CamelContext share: the context keeps these services, and stops them when it stops. */
final class ContextServices {

    private ContextServices() {}

    static <T extends Service> T of(CamelContext context, Class<T> type, Supplier<T> supplier) {
        synchronized (context) {
            T existing = context.hasService(type);
            return existing == null ? add(context, supplier.get()) : existing;
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
