// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.binding.OptionValues;
import io.github.camelpersonalize.context.ComponentServices;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.OneLine;
import io.github.camelpersonalize.text.SecretFreeUri;
import io.github.camelpersonalize.time.SystemTime;
import io.github.camelpersonalize.time.Time;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/** Manages the definitions of a Contentstack Personalize project. */
@Component("personalize")
public class PersonalizeComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(description = "The component configuration: defaults for all endpoints.")
    private PersonalizeConfiguration configuration = new PersonalizeConfiguration();
    @Metadata(label = "security", defaultValue = "false", description = "Whether to use the global SSL context parameters of the CamelContext where an endpoint has none of its own.")
    private boolean useGlobalSslContextParameters;

    private final List<String> faults = new ArrayList<>();
    private @Nullable ComponentServices services;

    public PersonalizeComponent() {}

    public PersonalizeComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        requireConfigured();
        parameters.entrySet().removeIf(option -> OptionValues.isUnset(option.getKey(), option.getValue()));
        requireValues(secretFree(remaining), parameters);
        PersonalizeConfiguration copy = configuration.copy();
        if (Authentication.OPTIONS.stream().anyMatch(parameters::containsKey)) {
            Authentication.clear(copy);
        }
        copy.setResource(secretFree(remaining));
        requireNoExpression(copy.getResource(), parameters);
        PersonalizeEndpoint endpoint = new PersonalizeEndpoint(secretFree(uri), this, services(), copy, parameters.keySet());
        setProperties(endpoint, parameters);
        requireNoneLeft(copy.getResource(), parameters.keySet());
        requireNoExpression(copy.getResource(), options(endpoint));
        if (copy.getSslContextParameters() == null) {
            copy.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        return endpoint;
    }

    /** What the endpoint has, from wherever: the component's defaults and resolved placeholders, too. */
    private Map<String, Object> options(PersonalizeEndpoint endpoint) {
        PropertyConfigurerGetter getter = (PropertyConfigurerGetter) getEndpointPropertyConfigurer();
        Map<String, Object> options = new TreeMap<>();
        uriFactory().propertyNames().forEach(name -> options.put(name, getter.getOptionValue(endpoint, name, false)));
        return options;
    }

    /** {@code to} computes nothing: the text of the expression would be the key. A secret may have any characters. */
    private void requireNoExpression(String resource, Map<String, Object> options) {
        options.entrySet().stream().filter(option -> option.getValue() instanceof String)
                .filter(option -> !uriFactory().secretPropertyNames().contains(option.getKey()))
                .filter(option -> MessageBinding.hasExpression((String) option.getValue())).findFirst().ifPresent(option -> {
                    throw new OptionErrors(resource)
                            .wrong("the option " + option.getKey() + " has an expression, which to does not compute; use toD");
                });
    }

    private String secretFree(String uri) {
        return new SecretFreeUri(uriFactory().secretPropertyNames()).of(uri);
    }

    /** Camel's own message would repeat the values, too, and one of them may be a secret whose name was mistyped. */
    private void requireNoneLeft(String resource, Set<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new OptionErrors(resource).noOptions(unknown, uriFactory().propertyNames());
        }
    }

    /** Camel's own message would show the URI, and not what the option may be. */
    private void requireValues(String resource, Map<String, Object> parameters) {
        OptionValues values = new OptionValues((PropertyConfigurerGetter) getEndpointPropertyConfigurer());
        parameters.forEach((name, value) -> {
            // What is wrong with an expression is not its value.
            if (!MessageBinding.hasExpression(String.valueOf(value))) {
                values.fault(name, value).ifPresent(fault -> refuse(resource, fault));
            }
        });
    }

    private static void refuse(String resource, String fault) {
        throw new OptionErrors(resource).wrong(fault);
    }

    /** Tells what is wrong with properties when the component starts. */
    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return new ComponentOptions();
    }

    /** A property that cannot be an option. Camel's own message would show its value, which may be a secret whose name is mistyped. */
    private void refuse(String fault) {
        faults.add(fault);
    }

    private void requireConfigured() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(OneLine.message("the component personalize: " + String.join("; ", faults)));
        }
    }

    private EndpointUriFactory uriFactory() {
        return getCamelContext().getCamelContextExtension().getEndpointUriFactory("personalize");
    }

    @Override
    protected void doStart() throws Exception {
        requireConfigured();
        super.doStart();
        ServiceHelper.startService(services());
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(services());
        super.doStop();
    }

    private synchronized ComponentServices services() {
        if (services == null) {
            services = new ComponentServices(getCamelContext(), new SystemTime());
        }
        return services;
    }

    /** For tests, in which time passes as they like. Before the first endpoint is created. */
    synchronized void setTime(Time time) {
        ServiceHelper.stopService(services);
        services = new ComponentServices(getCamelContext(), time);
        if (isStarted()) {
            ServiceHelper.startService(services);
        }
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

    /**
     * Sets options of the component from properties, in each runtime that binds properties as Camel Main does. What cannot be an option is told when the
     * component starts, without the value that a mistyped name has.
     */
    private static final class ComponentOptions extends PersonalizeComponentConfigurer {

        @Override
        public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
            if (OptionValues.isUnset(name, value)) {
                return true;
            }
            Optional<String> fault = new OptionValues(this).fault(name, value);
            if (fault.isEmpty() && super.configure(context, target, name, stripped(value), ignoreCase)) {
                return true;
            }
            ((PersonalizeComponent) target).refuse(fault.orElseGet(() -> unknown(context, name)));
            return true;
        }

        private static Object stripped(Object value) {
            return value instanceof String text ? text.strip() : value;
        }

        private static String unknown(CamelContext context, String name) {
            TreeSet<String> known = new TreeSet<>(context.getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames());
            return "there is no option " + name + Nearest.question(name, known) + "; the options are " + String.join(", ", known);
        }
    }
}
