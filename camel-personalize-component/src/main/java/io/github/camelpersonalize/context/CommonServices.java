// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import io.github.camelpersonalize.credentials.OAuthCredentialsCache;
import io.github.camelpersonalize.project.Projects;
import io.github.camelpersonalize.time.SystemTime;
import io.github.camelpersonalize.transport.HttpClients;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * What all components of one CamelContext share: what is known of projects and the locks on their definitions, states in memory, and OAuth tokens.
 * With one of each for a component, two components would write one definition at a time, and use one refresh token twice. Thread-safe.
 */
final class CommonServices extends ServiceSupport {

    private final HttpClients clients;
    private final Projects projects = new Projects();
    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final OAuthCredentialsCache oauth;

    private CommonServices(CamelContext context) {
        this.clients = new HttpClients(context);
        this.oauth = new OAuthCredentialsCache(clients, new SystemTime());
    }

    /** The services of the context; all components share them. */
    static CommonServices of(CamelContext context) {
        return ContextServices.of(context, CommonServices.class, () -> new CommonServices(context));
    }

    Projects projects() {
        return projects;
    }

    StateRepository<String, String> memory() {
        return memory;
    }

    /** Credentials for OAuth; equal settings get the same. */
    OAuthCredentialsCache oauth() {
        return oauth;
    }

    @Override
    protected void doStart() {
        ServiceHelper.startService(clients);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(clients);
    }
}
