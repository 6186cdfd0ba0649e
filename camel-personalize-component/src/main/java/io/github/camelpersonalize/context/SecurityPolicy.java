// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustAllTrustManager;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application allows of options that weaken the protection of the transport. Camel 4.19 and newer checks its own components by the properties
 * {@code camel.security.*} and the profile {@code prod}, and no others. This applies the same properties to this component, on each version. One for a
 * CamelContext, so that a warning is logged once. Thread-safe.
 */
public final class SecurityPolicy extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityPolicy.class);

    private static final String PREFIX = "camel.security.";
    private static final String OF_CATEGORY = "insecureSslPolicy";
    private static final String OF_ALL = "policy";

    private final CamelContext context;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** The constants are spelled as Camel's properties spell them. */
    private enum Level {
        allow, warn, fail
    }

    /** A level, and why it is that one. */
    private record Rule(Level level, String reason) {}

    private SecurityPolicy(CamelContext context) {
        this.context = context;
    }

    /** The policy of the context; all components share it. */
    public static SecurityPolicy of(CamelContext context) {
        return ContextServices.of(context, SecurityPolicy.class, () -> new SecurityPolicy(context));
    }

    /**
     * Why the endpoint may not start with these options; empty when it may.
     *
     * @param tls of the endpoint, or {@code null}
     * @throws IllegalArgumentException when a property {@code camel.security.*} names no level
     */
    public Optional<String> refusal(boolean allowInsecureHttp, @Nullable SSLContextParameters tls) {
        return Stream.of(InsecureOption.HTTP.ifSet(allowInsecureHttp), InsecureOption.TRUST.ifSet(trustsAll(tls))).flatMap(Optional::stream)
                .filter(option -> !isAllowed(option)).flatMap(option -> refusal(option, rule()).stream()).findFirst();
    }

    private static boolean trustsAll(@Nullable SSLContextParameters tls) {
        return tls != null && tls.getTrustManagers() != null && tls.getTrustManagers().getTrustManager() instanceof TrustAllTrustManager;
    }

    private Optional<String> refusal(InsecureOption option, Rule rule) {
        if (rule.level() == Level.warn && told.add(option.name())) {
            LOG.warn("{}: {}; it would be refused with camel.main.profile=prod", option.setting(), option.effect());
        }
        return rule.level() == Level.fail
                ? Optional.of(option.setting() + " is refused, because " + rule.reason() + ": " + option.effect() + "; " + option.instead()
                        + ", or allow it with camel.security.allowedProperties=" + option.property())
                : Optional.empty();
    }

    private boolean isAllowed(InsecureOption option) {
        return property("allowedProperties").stream().flatMap(list -> Stream.of(list.split(",")))
                .anyMatch(name -> plain(name).equals(plain(option.property())));
    }

    /** As Camel does: the category's property, then that of all categories, then the profile. */
    private Rule rule() {
        return Stream.of(OF_CATEGORY, OF_ALL).flatMap(name -> property(name).map(value -> rule(PREFIX + name, value)).stream()).findFirst()
                .orElseGet(() -> ofProfile(context.getCamelContextExtension().getProfile()));
    }

    private static Rule ofProfile(String profile) {
        return new Rule("prod".equals(profile) ? Level.fail : Level.warn, "camel.main.profile is " + profile);
    }

    private static Rule rule(String property, String value) {
        return Stream.of(Level.values()).filter(level -> level.name().equalsIgnoreCase(value)).findFirst()
                .map(level -> new Rule(level, property + " is " + level))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the property " + property + " must be allow, warn or fail; it is \"" + value + "\""));
    }

    private Optional<String> property(String name) {
        return Stream.of(name, dashed(name))
                .flatMap(spelling -> context.getPropertiesComponent().resolveProperty(PREFIX + spelling).stream())
                .map(String::strip).filter(value -> !value.isEmpty()).findFirst();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String plain(String property) {
        return property.strip().replace("-", "").toLowerCase(Locale.ROOT);
    }
}
