// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.credentials.OAuthCredentialsCache;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.project.Projects;
import io.github.camelpersonalize.state.StateKey;
import io.github.camelpersonalize.state.StateStore;
import io.github.camelpersonalize.time.SystemTime;
import io.github.camelpersonalize.time.Time;
import io.github.camelpersonalize.transport.HttpClients;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;

/** Manages the definitions of a Contentstack Personalize project. Owns the HTTP clients that its endpoints share. */
@Component("personalize")
public class PersonalizeComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(description = "The component configuration: defaults for all endpoints.")
    private PersonalizeConfiguration configuration = new PersonalizeConfiguration();
    @Metadata(label = "security", defaultValue = "false", description = "Whether to use the global SSL context parameters of the CamelContext where an endpoint has none of its own.")
    private boolean useGlobalSslContextParameters;

    private final Projects projects = new Projects();
    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final CallStats stats = CallStats.whole();
    private HttpClients clients;
    private OAuthCredentialsCache authorizations;
    private Time time = new SystemTime();

    public PersonalizeComponent() {}

    public PersonalizeComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        PersonalizeConfiguration copy = configuration.copy();
        if (Authentication.OPTIONS.stream().anyMatch(parameters::containsKey)) {
            Authentication.clear(copy);
        }
        copy.setResource(secretFree(remaining));
        PersonalizeEndpoint endpoint = new PersonalizeEndpoint(secretFree(uri), this, copy);
        setProperties(endpoint, parameters);
        requireNoneLeft(copy.getResource(), parameters.keySet());
        return endpoint;
    }

    private String secretFree(String uri) {
        return new SecretFreeUri(uriFactory().secretPropertyNames()).of(uri);
    }

    /** Camel would tell the values too, and one of them may be a secret whose name was mistyped. */
    private void requireNoneLeft(String resource, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new OptionErrors(resource).wrong("there is no option " + String.join(", ", new TreeSet<>(unknown)) + "; the options are "
                    + String.join(", ", new TreeSet<>(uriFactory().propertyNames())));
        }
    }

    private EndpointUriFactory uriFactory() {
        return getCamelContext().getCamelContextExtension().getEndpointUriFactory("personalize");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        time.start();
        ServiceHelper.startService(clients());
    }

    @Override
    protected void doStop() throws Exception {
        time.stop();
        ServiceHelper.stopService(clients);
        super.doStop();
    }

    synchronized HttpClients clients() {
        if (clients == null) {
            clients = new HttpClients(getCamelContext());
        }
        return clients;
    }

    /** Time for calls under way: nobody waits any longer once the component stops. */
    public Time time() {
        return time;
    }

    /** For tests, in which time passes as they like. */
    void setTime(Time time) {
        this.time = time;
    }

    /** What went over the wire for all endpoints. */
    CallStats stats() {
        return stats;
    }

    synchronized OAuthCredentialsCache authorizations() {
        if (authorizations == null) {
            authorizations = new OAuthCredentialsCache(clients(), time);
        }
        return authorizations;
    }

    /** A project as one exchange sees it; what is known of it is shared by all endpoints. */
    public Project project(EndpointSettings settings, ProjectClient projectClient, Optional<BodyCheck> check) {
        return projects.open(settings.baseUrl(), settings.dialect(), projectClient, check, settings.policy());
    }

    /**
     * Where something about a project outlives an exchange, and a restart where the endpoint has a state repository.
     *
     * @param purpose what is kept
     */
    StateStore state(EndpointSettings settings, String projectUid, String purpose) {
        return new RepositoryStore(Optional.ofNullable(settings.stateRepository()).orElse(memory),
                new StateKey(settings.baseUrl(), projectUid, purpose).toString());
    }

    /** The context's TLS settings where the component is told to use them, else {@code null}. */
    SSLContextParameters globalSslContextParameters() {
        return retrieveGlobalSslContextParameters();
    }

    public PersonalizeConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PersonalizeConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
