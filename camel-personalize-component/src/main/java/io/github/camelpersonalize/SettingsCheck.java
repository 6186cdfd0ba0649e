// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.OptionMeanings;
import io.github.camelpersonalize.api.ProjectId;
import io.github.camelpersonalize.api.Region;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.batch.RecordRules;
import io.github.camelpersonalize.binding.HeaderOverride;
import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.client.RetryPolicy;
import io.github.camelpersonalize.context.ProjectSettings;
import io.github.camelpersonalize.convergence.PrunePolicy;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.OAuthSettings;
import io.github.camelpersonalize.project.Policy;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.Quoted;
import io.github.camelpersonalize.transport.Bounds;
import io.github.camelpersonalize.transport.ByteSize;
import io.github.camelpersonalize.transport.ClientSettings;
import org.jspecify.annotations.Nullable;

/**
 * Checks the options of an endpoint when it starts, not at the first message. A message shows a value only
 * where the option takes a number or one of a few words.
 */
final class SettingsCheck {

    private static final List<String> PROXY_SCHEMES = List.of("http", "https");

    private final PersonalizeConfiguration options;
    private final OptionErrors errors;
    private final OAuth oauth;
    private final Function<String, Optional<Credentials>> profiles;

    /** Supplies credentials that fetch their access tokens themselves. */
    @FunctionalInterface
    interface OAuth {

        Credentials credentials(OAuthSettings settings, ClientSettings client, Bounds bounds);
    }

    /**
     * @param oauth supplies the credentials of endpoints that use OAuth
     * @param profiles supplies the credentials of endpoints that use an OAuth profile of Camel
     */
    SettingsCheck(PersonalizeConfiguration options, OAuth oauth, Function<String, Optional<Credentials>> profiles) {
        this.options = options;
        this.oauth = oauth;
        this.profiles = profiles;
        this.errors = new OptionErrors(options.getResource());
    }

    /**
     * The options, typed.
     *
     * @throws IllegalArgumentException when one is missing or wrong; the message names it and says what it may be
     */
    EndpointSettings settings() {
        Resource resource = resource();
        Dialect dialect = dialect();
        ProjectSettings project = project(dialect);
        return new EndpointSettings(resource, operation(dialect, resource).orElse(null), headerOverrides(), options.getFailOn(),
                records(resource, dialect),
                options.calls(), pruning(), options.isValidate(), project);
    }

    private ProjectSettings project(Dialect dialect) {
        return new ProjectSettings(dialect, new ProjectId(baseUrl(), ownerUid()), credentials(), policy(), retryPolicy(),
                new PaceOptions(options, errors).pace(), bounds(), client(), options.getStateRepository());
    }

    private RecordRules records(Resource resource, Dialect dialect) {
        return new RecordRules(resource, dialect, uid(dialect), options.getKey(), versionUid(), options.getVersionField(),
                options.getTombstone(),
                MessageBinding.PLACES);
    }

    private Resource resource() {
        Dialect dialect = dialect();
        return Resource.named(options.getResource()).filter(dialect::offers)
                .orElseThrow(() -> errors.noResource(dialect));
    }

    private Dialect dialect() {
        String name = options.getDialect();
        return name == null
                ? Dialect.byDefault()
                : Dialect.named(name)
                        .orElseThrow(() -> errors.noChoice("dialect", name, Dialect.all().stream().map(Dialect::name).toList()));
    }

    /** Whether neither the endpoint nor the component says which dialect to use. */
    boolean isDialectAssumed() {
        return options.getDialect() == null;
    }

    /** The operation, if there is one: consumers have none. */
    private Optional<Operation> operation(Dialect dialect, Resource resource) {
        return Optional.ofNullable(options.getOperation()).flatMap(Operation::named)
                .filter(operation -> dialect.offers(resource, operation));
    }

    /**
     * The operation, which only producers need.
     *
     * @throws IllegalArgumentException when the operation is missing, or is none of the resource's
     */
    Operation requireOperation() {
        Dialect dialect = dialect();
        Resource resource = resource();
        String name = options.getOperation();
        if (name == null || name.isBlank()) {
            throw errors.missing("operation", "one of " + OptionErrors.either(dialect.operations(resource)));
        }
        return operation(dialect, resource).orElseThrow(() -> errors.noOperation(dialect, resource, name));
    }

    /**
     * Checks that what an endpoint sets itself means something for its operation. A message that may choose another operation gives all a meaning.
     *
     * @param own the names of the options in the endpoint's URI
     * @throws IllegalArgumentException when one means nothing
     */
    void requireMeaning(Set<String> own) {
        if (!headerOverrides().contains(HeaderOverride.operation)) {
            operation(dialect(), resource()).flatMap(operation -> OptionMeanings.fault(own, dialect(), resource(), operation))
                    .ifPresent(this::refuse);
        }
        if (isOfOrganization() && own.contains("projectUid")) {
            refuse("the option projectUid means nothing for projects; the option uid says which one is meant");
        }
        if (options.getTombstone() == Tombstone.delete && own.contains("tombstone")
                && dialect().call(resource(), Operation.delete).isEmpty()) {
            refuse("tombstone=delete is not available: the service cannot delete " + resource() + "; use ignore or fail");
        }
    }

    /**
     * Checks that what an endpoint sets itself means something for a consumer.
     *
     * @param own the names of the options in the endpoint's URI
     * @throws IllegalArgumentException when one means nothing
     */
    void requireConsumerMeaning(Set<String> own) {
        OptionMeanings.consumerFault(own).ifPresent(this::refuse);
    }

    /** Ends with this fault, as that of the endpoint. */
    void refuse(String fault) {
        throw errors.wrong(fault);
    }

    private URI baseUrl() {
        if (options.getBaseUrl() != null) {
            return errors.serviceUrl("baseUrl", options.getBaseUrl(), options.isAllowInsecureHttp(),
                    "https://gateway.example.com/personalize");
        }
        return Region.named(options.getRegion()).map(Region::baseUrl).orElseThrow(
                () -> errors.wrong("there is no region \"" + options.getRegion() + "\""
                        + Nearest.question(options.getRegion(), List.of(Region.labels().split(", "))) + "; use " + Region.labels()
                        + ", or set baseUrl"));
    }

    private boolean isOfOrganization() {
        return resource() == Resource.projects;
    }

    /** What the header of each request names. */
    private String ownerUid() {
        return isOfOrganization()
                ? ownerUid("organizationUid", options.getOrganizationUid(), "the uid of the organization")
                : ownerUid("projectUid", options.getProjectUid(), "the uid of the Personalize project");
    }

    private String ownerUid(String option, @Nullable String uid, String meaning) {
        if (uid == null || uid.isBlank()) {
            throw errors.missing(option, meaning);
        }
        if (!ProjectId.isLegalUid(uid)) {
            throw errors.wrong("the option " + option + " is not legal: " + ProjectId.UID_RULE);
        }
        return uid;
    }

    private @Nullable String versionUid() {
        if (options.getVersionUid() != null && !Uid.isLegal(options.getVersionUid())) {
            throw errors.wrong("the option versionUid is not legal: " + Uid.RULE);
        }
        return options.getVersionUid();
    }

    private Credentials credentials() {
        return new Authentication(options, errors, settings -> oauth.credentials(settings, client(), bounds()), profiles).check();
    }

    private @Nullable String uid(Dialect dialect) {
        String uid = options.getUid();
        if (uid != null && (!Uid.isLegal(uid) || dialect.isReserved(uid))) {
            throw errors
                    .wrong("the option uid is not legal: " + Uid.RULE + ", and it is not one of " + new TreeSet<>(dialect.reservedUids()));
        }
        return uid;
    }

    private Set<HeaderOverride> headerOverrides() {
        Set<HeaderOverride> overrides = HeaderOverride.parse(options.getHeaderOverrides()).orElseThrow(
                () -> errors.wrong("the option headerOverrides must be none, or a list of " + HeaderOverride.names() + "; it is "
                        + Quoted.of(options.getHeaderOverrides())));
        if (isOfOrganization()) {
            // The header would name another organization, as a project is none of what the request says.
            overrides.remove(HeaderOverride.projectUid);
        }
        return overrides;
    }

    private Policy policy() {
        if (options.getIndexTtl() < 0) {
            throw errors.wrong("the option indexTtl must be 0 or more; it is " + options.getIndexTtl());
        }
        return new Policy(options.getOnConflict(), Duration.ofMillis(options.getIndexTtl()));
    }

    private PrunePolicy pruning() {
        try {
            return new PrunePolicy(options.getPrune(), options.getOwner(), options.getMaxDeletes(), options.isPruneWhenBlocked());
        } catch (IllegalArgumentException e) {
            throw errors.wrong("the option " + e.getMessage());
        }
    }

    private Bounds bounds() {
        if (options.getRequestTimeout() <= 0) {
            throw errors.wrong("the option requestTimeout must be more than 0; it is " + options.getRequestTimeout());
        }
        return new Bounds(Duration.ofMillis(options.getRequestTimeout()), maxResponseSize());
    }

    private RetryPolicy retryPolicy() {
        if (options.getMaxRetries() < 0 || options.getRetryTimeout() < 0) {
            throw errors.wrong("the options maxRetries and retryTimeout must be 0 or more; they are " + options.getMaxRetries() + " and "
                    + options.getRetryTimeout());
        }
        return new RetryPolicy(options.getMaxRetries(), Duration.ofMillis(options.getRetryTimeout()));
    }

    private long maxResponseSize() {
        return ByteSize.parse(options.getMaxResponseSize()).filter(size -> size > 0 && size < Integer.MAX_VALUE)
                .orElseThrow(() -> errors.wrong("the option maxResponseSize must be a size from 1 byte to 2 GB, such as 16MB; it is "
                        + Quoted.of(options.getMaxResponseSize())));
    }

    private ClientSettings client() {
        return new ClientSettings(options.getSslContextParameters(), proxy(), pool());
    }

    private ClientSettings.@Nullable Proxy proxy() {
        if (options.getProxyHost() == null) {
            return null;
        }
        if (!PROXY_SCHEMES.contains(options.getProxyAuthScheme())) {
            throw errors.noChoice("proxyAuthScheme", options.getProxyAuthScheme(), PROXY_SCHEMES);
        }
        if (options.getProxyPort() == null) {
            throw errors.missing("proxyPort", "the port of the proxy that proxyHost names");
        }
        return new ClientSettings.Proxy(options.getProxyAuthScheme(), options.getProxyHost(), options.getProxyPort(),
                options.getProxyAuthUsername(), options.getProxyAuthPassword(), options.getNonProxyHosts());
    }

    private ClientSettings.Pool pool() {
        return new ClientSettings.Pool(options.getMaxTotalConnections(), options.getConnectionsPerRoute(),
                options.getConnectionTimeToLive(),
                options.getConnectTimeout());
    }
}
