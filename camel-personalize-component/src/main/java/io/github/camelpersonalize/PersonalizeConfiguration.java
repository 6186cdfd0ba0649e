// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.camelpersonalize.api.OnConflict;
import io.github.camelpersonalize.api.Prune;
import io.github.camelpersonalize.api.Tombstone;
import io.github.camelpersonalize.batch.CallOptions;
import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.TokenStore;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The options of the component and its endpoints. The options of the component are the defaults of its endpoints. */
@UriParams
public class PersonalizeConfiguration implements Cloneable {

    @UriPath(enums = "attributes,audiences,events,experiences,geolocation,project,projects")
    @Metadata(required = true)
    @SuppressWarnings("NullAway.Init") // It is the path of the URI: the component sets it first.
    private String resource;
    @UriParam(label = "producer", enums = "list,get,create,update,delete,upsert,getPriority,updatePriority,listVersions,createVersion,updateVersion,"
            + "deleteVersion,activate,pause,getSummary,getTimeSeries,listRegions,listCountries,listCities,plan,apply,export,unused")
    private @Nullable String operation;
    @UriParam(label = "common")
    private @Nullable String projectUid;
    @UriParam(label = "common")
    private @Nullable String organizationUid;
    @UriParam(label = "common", defaultValue = "aws-na", enums = "aws-na,aws-eu,aws-au,azure-na,azure-eu,gcp-na,gcp-eu")
    private String region = "aws-na";
    @UriParam(label = "common")
    private @Nullable String baseUrl;
    @UriParam(label = "security", defaultValue = "false")
    private boolean allowInsecureHttp = false;
    @UriParam(label = "advanced", defaultValue = "contract", enums = "contract,live")
    private @Nullable String dialect;
    @UriParam(label = "security", secret = true)
    private @Nullable String authtoken;
    @UriParam(label = "security", secret = true)
    private @Nullable String accessToken;
    @UriParam(label = "security")
    private @Nullable String clientId;
    @UriParam(label = "security", secret = true)
    private @Nullable String clientSecret;
    @UriParam(label = "security", secret = true)
    private @Nullable String refreshToken;
    @UriParam(label = "security")
    private @Nullable String tokenUrl;
    @UriParam(label = "security")
    private @Nullable String scope;
    @UriParam(label = "security")
    private @Nullable String oauthProfile;
    @UriParam(label = "security,advanced")
    private @Nullable TokenStore tokenStore;
    @UriParam(label = "security,advanced")
    private @Nullable Credentials credentials;
    @UriParam(label = "producer")
    private @Nullable String uid;
    @UriParam(label = "producer")
    private @Nullable String key;
    @UriParam(label = "producer")
    private @Nullable String versionUid;
    @UriParam(label = "producer", defaultValue = "0", javaType = "java.time.Duration")
    private long waitForSync = 0;
    @UriParam(label = "producer")
    private @Nullable String referredAttributes;
    @UriParam(label = "producer")
    private @Nullable String referredAudiences;
    @UriParam(label = "producer")
    private @Nullable String referredEvents;
    @UriParam(label = "producer", defaultValue = "false")
    private boolean includeLyticsAudiences = false;
    @UriParam(label = "producer")
    private @Nullable String name;
    @UriParam(label = "producer")
    private @Nullable String code;
    @UriParam(label = "producer")
    private @Nullable String from;
    @UriParam(label = "producer")
    private @Nullable String to;
    @UriParam(label = "producer")
    private @Nullable String metric;
    @UriParam(label = "producer,security", defaultValue = "none")
    private String headerOverrides = "none";
    @UriParam(label = "producer", defaultValue = "any")
    private FailOn failOn = FailOn.any;
    @UriParam(label = "producer", defaultValue = "update")
    private OnConflict onConflict = OnConflict.update;
    @UriParam(label = "producer", defaultValue = "ignore")
    private Tombstone tombstone = Tombstone.ignore;
    @UriParam(label = "producer")
    private @Nullable String versionField;
    @UriParam(label = "producer", defaultValue = "60s", javaType = "java.time.Duration")
    private long indexTtl = 60_000;
    @UriParam(label = "producer", defaultValue = "none")
    private Prune prune = Prune.none;
    @UriParam(label = "producer", defaultValue = "10")
    private int maxDeletes = 10;
    @UriParam(label = "producer", defaultValue = "default")
    private String owner = "default";
    @UriParam(label = "producer", defaultValue = "false")
    private boolean pruneWhenBlocked = false;
    @UriParam(label = "producer", defaultValue = "true")
    private boolean validate = true;
    @UriParam(label = "consumer", defaultValue = "false")
    private boolean emitInitial = false;
    @UriParam(label = "consumer", defaultValue = "true")
    private boolean ownChanges = true;
    @UriParam(label = "consumer", defaultValue = "created,updated,deleted")
    private String changes = "created,updated,deleted";
    @UriParam(label = "common")
    private @Nullable StateRepository<String, String> stateRepository;
    @UriParam(label = "common", defaultValue = "30s", javaType = "java.time.Duration")
    private long requestTimeout = 30_000;
    @UriParam(label = "common", defaultValue = "5")
    private int maxRetries = 5;
    @UriParam(label = "common", defaultValue = "2m", javaType = "java.time.Duration")
    private long retryTimeout = 120_000;
    @UriParam(label = "common", defaultValue = "8")
    private double requestsPerSecond = 8;
    @UriParam(label = "common")
    private @Nullable Double initialRequestsPerSecond;
    @UriParam(label = "advanced", defaultValue = "16MB")
    private String maxResponseSize = "16MB";
    @UriParam(label = "security")
    private @Nullable SSLContextParameters sslContextParameters;
    @UriParam(label = "proxy")
    private @Nullable String proxyHost;
    @UriParam(label = "proxy")
    private @Nullable Integer proxyPort;
    @UriParam(label = "proxy", defaultValue = "http", enums = "http,https")
    private String proxyAuthScheme = "http";
    @UriParam(label = "proxy", secret = true)
    private @Nullable String proxyAuthUsername;
    @UriParam(label = "proxy", secret = true)
    private @Nullable String proxyAuthPassword;
    @UriParam(label = "proxy")
    private @Nullable String nonProxyHosts;
    @UriParam(label = "advanced", defaultValue = "200")
    private int maxTotalConnections = 200;
    @UriParam(label = "advanced", defaultValue = "20")
    private int connectionsPerRoute = 20;
    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "-1")
    private long connectionTimeToLive = -1;
    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "10s")
    private long connectTimeout = 10_000;

    /** A copy, for an endpoint to change. */
    public PersonalizeConfiguration copy() {
        try {
            return (PersonalizeConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** What files and variables give often ends with a line break; what they leave empty counts as not set. */
    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String stripped(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(stripped(text), otherwise);
    }

    public String getResource() {
        return resource;
    }

    /**
     * What to work with: the definitions of one kind, the locations that rules can name, or the project as a whole.
     */
    public void setResource(String resource) {
        this.resource = resource;
    }

    public @Nullable String getOperation() {
        return operation;
    }

    /**
     * The operation. The resource and the dialect decide which operations are available: list, get, create, update, delete and upsert for attributes,
     * audiences and experiences; list, get, create and upsert for events, and update and delete with dialect=live; getPriority and updatePriority for
     * experiences, and with dialect=live listVersions, createVersion, updateVersion, deleteVersion, activate, pause, getSummary and getTimeSeries;
     * listRegions, listCountries and listCities for geolocation; plan, apply, export, unused and upsert for project; with dialect=live list, create,
     * update and delete for projects. Producers require it, on the endpoint or on the component; consumers have no operation.
     */
    public void setOperation(@Nullable String operation) {
        this.operation = stripped(operation);
    }

    public @Nullable String getProjectUid() {
        return projectUid;
    }

    /**
     * The uid of the Personalize project, sent in the header x-project-uid. Required, on the endpoint or on the component, but for projects.
     */
    public void setProjectUid(@Nullable String projectUid) {
        this.projectUid = stripped(projectUid);
    }

    public @Nullable String getOrganizationUid() {
        return organizationUid;
    }

    /**
     * The uid of the organization, sent in the header organization_uid. Required for the resource projects, where it replaces projectUid. Only with
     * dialect=live.
     */
    public void setOrganizationUid(@Nullable String organizationUid) {
        this.organizationUid = stripped(organizationUid);
    }

    public String getRegion() {
        return region;
    }

    /**
     * The region in which the organization is hosted. It determines the host name, unless baseUrl is set.
     */
    public void setRegion(@Nullable String region) {
        this.region = stripped(region, "aws-na");
    }

    public @Nullable String getBaseUrl() {
        return baseUrl;
    }

    /**
     * The base URL of the service, instead of the region's: for an emulator, a gateway or a private region. It may have a path; user-info,
     * query and fragment are rejected. An empty value counts as not set.
     */
    public void setBaseUrl(@Nullable String baseUrl) {
        // An empty value on an endpoint must not send the credential past the gateway of the component.
        if (baseUrl == null || !baseUrl.isBlank()) {
            this.baseUrl = baseUrl;
        }
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    /**
     * Whether baseUrl may be http:// for a host other than this machine. The credential is then sent unencrypted. It is refused with
     * camel.main.profile=prod, unless camel.security.* allows it.
     */
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public @Nullable String getDialect() {
        return dialect;
    }

    /**
     * Which API the service speaks: contract is the published description of the Personalize Management API; live is what the service at the
     * host names of the regions speaks, as far as public material shows it.
     */
    public void setDialect(@Nullable String dialect) {
        this.dialect = stripped(dialect);
    }

    public @Nullable String getAuthtoken() {
        return authtoken;
    }

    /**
     * A user's authtoken. Exactly one of authtoken, accessToken, the OAuth options, oauthProfile and credentials is needed, on the endpoint or on the
     * component.
     */
    public void setAuthtoken(@Nullable String authtoken) {
        this.authtoken = stripped(authtoken);
    }

    public @Nullable String getAccessToken() {
        return accessToken;
    }

    /**
     * An OAuth 2.0 access token with the scope personalize:manage, or personalize:read for operations that only read. Exactly one of
     * authtoken, accessToken, the OAuth options, oauthProfile and credentials is needed, on the endpoint or on the component.
     */
    public void setAccessToken(@Nullable String accessToken) {
        this.accessToken = stripped(accessToken);
    }

    public @Nullable String getClientId() {
        return clientId;
    }

    /**
     * OAuth 2.0: the id of the client. With refreshToken, clientSecret or both, access tokens are fetched and refreshed automatically.
     */
    public void setClientId(@Nullable String clientId) {
        this.clientId = stripped(clientId);
    }

    public @Nullable String getClientSecret() {
        return clientSecret;
    }

    /**
     * OAuth 2.0: the secret of the client. Without refreshToken, it is used for the client credentials grant.
     */
    public void setClientSecret(@Nullable String clientSecret) {
        this.clientSecret = stripped(clientSecret);
    }

    public @Nullable String getRefreshToken() {
        return refreshToken;
    }

    /**
     * OAuth 2.0: the first refresh token. When the server issues a new one, it is kept in the tokenStore and used from then on.
     */
    public void setRefreshToken(@Nullable String refreshToken) {
        this.refreshToken = stripped(refreshToken);
    }

    public @Nullable String getTokenUrl() {
        return tokenUrl;
    }

    /**
     * OAuth 2.0: the token endpoint. The default is that of the region, such as https://app.contentstack.com/apps-api/token; required with
     * baseUrl. It must be https:// unless it is on this machine or allowInsecureHttp is set.
     */
    public void setTokenUrl(@Nullable String tokenUrl) {
        this.tokenUrl = stripped(tokenUrl);
    }

    public @Nullable String getScope() {
        return scope;
    }

    /**
     * OAuth 2.0: the scopes to request, separated by spaces, such as personalize:manage.
     */
    public void setScope(@Nullable String scope) {
        this.scope = stripped(scope);
    }

    public @Nullable String getOauthProfile() {
        return oauthProfile;
    }

    /**
     * The name of an OAuth profile of Camel (camel.oauth.*), which supplies access tokens. It needs Camel 4.19 or newer, and camel-oauth.
     */
    public void setOauthProfile(@Nullable String oauthProfile) {
        this.oauthProfile = stripped(oauthProfile);
    }

    public @Nullable TokenStore getTokenStore() {
        return tokenStore;
    }

    /**
     * OAuth 2.0: a bean that keeps refresh tokens, such as a FileTokenStore, so that a rotated token survives a restart. By default they are
     * kept in memory.
     */
    public void setTokenStore(@Nullable TokenStore tokenStore) {
        this.tokenStore = tokenStore;
    }

    public @Nullable Credentials getCredentials() {
        return credentials;
    }

    /**
     * A bean that supplies the credential of each request, for any other authentication method. Exactly one of authtoken, accessToken, the
     * OAuth options, oauthProfile and credentials is needed, on the endpoint or on the component.
     */
    public void setCredentials(@Nullable Credentials credentials) {
        this.credentials = credentials;
    }

    public @Nullable String getUid() {
        return uid;
    }

    /**
     * The uid of the definition to get, update or delete. It takes precedence over the headers CamelPersonalizeUid and CamelPersonalizeKey, and over
     * the uid or natural key in the body.
     */
    public void setUid(@Nullable String uid) {
        this.uid = uid;
    }

    public @Nullable String getKey() {
        return key;
    }

    /**
     * The natural key of the definition to get, update or delete: the key of an attribute or event, the name of an audience or
     * experience. To find it takes one request for the list. It takes precedence over the headers CamelPersonalizeUid and CamelPersonalizeKey, and
     * over the uid or natural key in the body.
     */
    public void setKey(@Nullable String key) {
        this.key = key;
    }

    public @Nullable String getVersionUid() {
        return versionUid;
    }

    /**
     * The uid of the version of an experience that is updated, deleted, activated or paused, or whose analytics are read. It takes precedence over the
     * header CamelPersonalizeVersionUid, and over the uid in the body. Without one, it is the draft, for pause the active version, and for analytics
     * the newest version that was ever active. Only with dialect=live.
     */
    public void setVersionUid(@Nullable String versionUid) {
        this.versionUid = versionUid;
    }

    public long getWaitForSync() {
        return waitForSync;
    }

    /**
     * How long activate waits until the CMS has been synchronized with the variants. At the end of this time the exchange fails, and the version stays
     * active. 0 to not wait. Only with dialect=live.
     */
    public void setWaitForSync(long waitForSync) {
        this.waitForSync = waitForSync;
    }

    public @Nullable String getReferredAttributes() {
        return referredAttributes;
    }

    /**
     * Lists only audiences that refer to one of these attributes: keys, names or uids, separated by commas. Only with dialect=live.
     */
    public void setReferredAttributes(@Nullable String referredAttributes) {
        this.referredAttributes = referredAttributes;
    }

    public @Nullable String getReferredAudiences() {
        return referredAudiences;
    }

    /**
     * Lists only experiences that refer to one of these audiences: names or uids, separated by commas. Only with dialect=live.
     */
    public void setReferredAudiences(@Nullable String referredAudiences) {
        this.referredAudiences = referredAudiences;
    }

    public @Nullable String getReferredEvents() {
        return referredEvents;
    }

    /**
     * Lists only experiences that have one of these events as a metric: keys or uids, separated by commas. Only with dialect=live.
     */
    public void setReferredEvents(@Nullable String referredEvents) {
        this.referredEvents = referredEvents;
    }

    public boolean isIncludeLyticsAudiences() {
        return includeLyticsAudiences;
    }

    /**
     * Whether the list of audiences has those of Lytics, too. References find them in any case. Only with dialect=live.
     */
    public void setIncludeLyticsAudiences(boolean includeLyticsAudiences) {
        this.includeLyticsAudiences = includeLyticsAudiences;
    }

    public @Nullable String getName() {
        return name;
    }

    /**
     * Lists only places whose name matches. Only with dialect=live.
     */
    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCode() {
        return code;
    }

    /**
     * Lists only places with one of these codes, in the case of the codes. They are separated by commas or semicolons; those of cities, which contain
     * commas, by semicolons. Only with dialect=live.
     */
    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getFrom() {
        return from;
    }

    /**
     * Analytics from this time on, in ISO 8601, such as 2026-04-08T00:00:00Z. The default is the begin of the experiment. Only with dialect=live.
     */
    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    /**
     * Analytics up to this time, in ISO 8601, such as 2026-04-08T00:00:00Z. The default is now. Only with dialect=live.
     */
    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getMetric() {
        return metric;
    }

    /**
     * The time series of one event only: its key. Only with dialect=live.
     */
    public void setMetric(@Nullable String metric) {
        this.metric = metric;
    }

    public String getHeaderOverrides() {
        return headerOverrides;
    }

    /**
     * Which control headers messages may set, separated by commas: operation (CamelPersonalizeOperation) and projectUid
     * (CamelPersonalizeProjectUid). A message can never set the host or the credential. Name only what senders of messages may decide.
     */
    public void setHeaderOverrides(@Nullable String headerOverrides) {
        this.headerOverrides = stripped(headerOverrides, "none");
    }

    public FailOn getFailOn() {
        return failOn;
    }

    /**
     * When a batch fails the exchange: when any of its items failed, when all of them failed, or never (none). The exception contains the
     * report.
     */
    public void setFailOn(FailOn failOn) {
        this.failOn = failOn;
    }

    public OnConflict getOnConflict() {
        return onConflict;
    }

    /**
     * What an upsert does with a definition that exists and differs: update changes the members that differ and keeps all others, skip does not
     * change it, fail reports a failure.
     */
    public void setOnConflict(OnConflict onConflict) {
        this.onConflict = onConflict;
    }

    public Tombstone getTombstone() {
        return tombstone;
    }

    /**
     * What create, update and upsert do with a message that has a key (the header CamelPersonalizeKey or kafka.KEY) and no body, such as a tombstone of
     * Kafka: ignore it, delete the definition with that natural key, or fail.
     */
    public void setTombstone(Tombstone tombstone) {
        this.tombstone = tombstone;
    }

    public @Nullable String getVersionField() {
        return versionField;
    }

    /**
     * The member of the body that holds the version of the record: a number, or a time in ISO 8601 with an offset. An upsert skips records that are
     * older than the last one written, and never sends the member. The last version is kept in stateRepository, or in memory without one. Without
     * versionField, the record that arrives last wins.
     */
    public void setVersionField(@Nullable String versionField) {
        this.versionField = stripped(versionField);
    }

    public long getIndexTtl() {
        return indexTtl;
    }

    /**
     * How long upserts and references use a list from the service before it is fetched again. Until then, changes that others make are not seen.
     * Operations that read (get and list), and plan, apply, export and unused, always ask the service.
     */
    public void setIndexTtl(long indexTtl) {
        this.indexTtl = indexTtl;
    }

    public Prune getPrune() {
        return prune;
    }

    /**
     * Which definitions that no manifest contains are deleted by plan and apply: none, those that this component created by apply according to its
     * ledger in stateRepository (owned), or all.
     */
    public void setPrune(Prune prune) {
        this.prune = prune;
    }

    public int getMaxDeletes() {
        return maxDeletes;
    }

    /**
     * The maximum number of definitions that apply deletes at once. A plan with more deletions is rejected as a whole, because the manifest is likely
     * to be incomplete.
     */
    public void setMaxDeletes(int maxDeletes) {
        this.maxDeletes = maxDeletes;
    }

    public String getOwner() {
        return owner;
    }

    /**
     * Whose manifest it is, where several manifests describe parts of one project. The ledger notes for each definition which owner's apply has created
     * it, and prune=owned deletes only what applies of this owner have created.
     */
    public void setOwner(String owner) {
        this.owner = owner;
    }

    public boolean isPruneWhenBlocked() {
        return pruneWhenBlocked;
    }

    /**
     * Whether plan and apply delete definitions although another step is blocked or fails. If false, nothing is deleted then, because what is to be
     * deleted may only have another name in the step that is blocked.
     */
    public void setPruneWhenBlocked(boolean pruneWhenBlocked) {
        this.pruneWhenBlocked = pruneWhenBlocked;
    }

    public boolean isValidate() {
        return validate;
    }

    /**
     * Whether bodies are checked before they are sent, and all errors of a body are reported together. If false, only the service checks them.
     */
    public void setValidate(boolean validate) {
        this.validate = validate;
    }

    public boolean isEmitInitial() {
        return emitInitial;
    }

    /**
     * What the first poll of a consumer does when there is no state of an earlier one: true sends all existing definitions as created, false only
     * remembers them.
     */
    public void setEmitInitial(boolean emitInitial) {
        this.emitInitial = emitInitial;
    }

    public boolean isOwnChanges() {
        return ownChanges;
    }

    /**
     * Whether a consumer sends what this CamelContext has written itself into its route. If false, such changes are skipped and count as seen, except
     * what somebody else has changed since.
     */
    public void setOwnChanges(boolean ownChanges) {
        this.ownChanges = ownChanges;
    }

    public String getChanges() {
        return changes;
    }

    /**
     * Which changes a consumer sends into its route, separated by commas: created, updated, deleted. The others are skipped and count as seen.
     */
    public void setChanges(@Nullable String changes) {
        this.changes = stripped(changes, "created,updated,deleted");
    }

    public @Nullable StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /**
     * A bean that keeps state, such as an AtomicFileStateRepository: what a consumer has seen, so that a restart neither misses nor repeats changes;
     * the ledger of what apply has created; and the last versions of records (versionField). By default it is kept in memory.
     */
    public void setStateRepository(@Nullable StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * The timeout of one request, from the wait for a connection to the last byte of the response.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * How often a call is retried after a failure that may be temporary: a broken connection, and the statuses 408, 421, 425, 429, 500, 502, 503
     * and 504. A create is not retried unless it was certainly not carried out: the component looks it up first.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryTimeout() {
        return retryTimeout;
    }

    /**
     * How long one call may be retried, from its first attempt. A wait that would end later is not begun.
     */
    public void setRetryTimeout(long retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    /**
     * The maximum number of requests per second, evenly spaced. All endpoints of the CamelContext with the same service (host, port and path)
     * and credential share it, and the lowest value among them applies. The service allows an organization 10, for all its clients together; after a status 429 the rate is
     * lowered automatically, and recovers.
     */
    public void setRequestsPerSecond(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public @Nullable Double getInitialRequestsPerSecond() {
        return initialRequestsPerSecond;
    }

    /**
     * The number of requests per second at which the pace begins, when the first endpoint of its service and credential starts. It grows by 35 % a
     * second, up to requestsPerSecond. Without it, a quarter of requestsPerSecond, which is 2. Behind an HTTP server that many call at once after a start, set it
     * to what this application may send of the service's limit, when other clients leave that much. Of all endpoints that share the rate, the lowest value applies.
     */
    public void setInitialRequestsPerSecond(@Nullable Double initialRequestsPerSecond) {
        this.initialRequestsPerSecond = initialRequestsPerSecond;
    }

    public String getMaxResponseSize() {
        return maxResponseSize;
    }

    /**
     * The largest response that is read, in bytes or with a unit: KB, MB, GB. A larger one is an error.
     */
    public void setMaxResponseSize(@Nullable String maxResponseSize) {
        this.maxResponseSize = stripped(maxResponseSize, "16MB");
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * TLS settings: trust, client certificate, protocols. The default is that of the JVM.
     */
    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    /**
     * The host of the HTTP proxy through which the service is reached.
     */
    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = stripped(proxyHost);
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    /**
     * The port of the HTTP proxy. Required with proxyHost.
     */
    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyAuthScheme() {
        return proxyAuthScheme;
    }

    /**
     * The protocol of the connection to the proxy itself.
     */
    public void setProxyAuthScheme(@Nullable String proxyAuthScheme) {
        this.proxyAuthScheme = stripped(proxyAuthScheme, "http");
    }

    public @Nullable String getProxyAuthUsername() {
        return proxyAuthUsername;
    }

    /**
     * The user name for the proxy.
     */
    public void setProxyAuthUsername(@Nullable String proxyAuthUsername) {
        this.proxyAuthUsername = proxyAuthUsername;
    }

    public @Nullable String getProxyAuthPassword() {
        return proxyAuthPassword;
    }

    /**
     * The password for the proxy.
     */
    public void setProxyAuthPassword(@Nullable String proxyAuthPassword) {
        this.proxyAuthPassword = proxyAuthPassword;
    }

    public @Nullable String getNonProxyHosts() {
        return nonProxyHosts;
    }

    /**
     * Hosts that are reached without the proxy, separated by commas. Needs Camel 4.18 or newer.
     */
    public void setNonProxyHosts(@Nullable String nonProxyHosts) {
        this.nonProxyHosts = stripped(nonProxyHosts);
    }

    public int getMaxTotalConnections() {
        return maxTotalConnections;
    }

    /**
     * The maximum number of connections in the pool.
     */
    public void setMaxTotalConnections(int maxTotalConnections) {
        this.maxTotalConnections = maxTotalConnections;
    }

    public int getConnectionsPerRoute() {
        return connectionsPerRoute;
    }

    /**
     * The maximum number of connections to one host.
     */
    public void setConnectionsPerRoute(int connectionsPerRoute) {
        this.connectionsPerRoute = connectionsPerRoute;
    }

    public long getConnectionTimeToLive() {
        return connectionTimeToLive;
    }

    /**
     * How long a connection is kept for reuse; -1 for no limit.
     */
    public void setConnectionTimeToLive(long connectionTimeToLive) {
        this.connectionTimeToLive = connectionTimeToLive;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * The timeout of one attempt to connect.
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /**
     * What options say about calls.
     *
     * @throws IllegalArgumentException when one is wrong
     */
    CallOptions calls() {
        if (waitForSync < 0) {
            throw new OptionErrors(resource).wrong("the option waitForSync must be 0 or more");
        }
        Map<String, String> parameters = new HashMap<>();
        parameters.put("referredAttributes", referredAttributes);
        parameters.put("referredAudiences", referredAudiences);
        parameters.put("referredEvents", referredEvents);
        parameters.put("includeLyticsAudiences", includeLyticsAudiences ? "true" : null);
        parameters.put("name", name);
        parameters.put("code", code);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("metric", metric);
        parameters.values().removeIf(text -> text == null || text.isBlank());
        return new CallOptions(parameters, Duration.ofMillis(waitForSync));
    }
}
