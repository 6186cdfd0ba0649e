// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import org.apache.camel.spi.Metadata;

/** The message headers of the component. */
public final class PersonalizeConstants {

    @Metadata(javaType = "String", description = "In: the uid of the definition to get, update or delete. The options uid and key take precedence over it; it takes precedence over the body. Out: the uid of the definition, a result, which the next step does not read.")
    public static final String UID = "CamelPersonalizeUid";

    @Metadata(javaType = "String", description = "In: the natural key of the definition to get, update or delete. The options uid and key take precedence over it; it takes precedence over the body. Out: the natural key of the definition, a result, which the next step does not read.")
    public static final String KEY = "CamelPersonalizeKey";

    @Metadata(label = "producer", javaType = "String", description = "In: the uid of the version to update, delete, activate or pause, or whose analytics are read. The option versionUid takes precedence over it; it takes precedence over the uid of the body. Only with dialect=live.")
    public static final String VERSION_UID = "CamelPersonalizeVersionUid";

    @Metadata(label = "producer", javaType = "String", description = "In: the operation, instead of the option operation. Ignored unless the option headerOverrides names operation.")
    public static final String OPERATION = "CamelPersonalizeOperation";

    @Metadata(label = "producer", javaType = "String", description = "In: the project, instead of the option projectUid. Ignored unless the option headerOverrides names projectUid.")
    public static final String PROJECT_UID = "CamelPersonalizeProjectUid";

    @Metadata(label = "producer", javaType = "String", description = "Out: what became of the definition: CREATED, UPDATED, DELETED, UNCHANGED, ADOPTED, BLOCKED, REJECTED, AMBIGUOUS, CONFLICT or UNKNOWN. Not set by operations that only read.")
    public static final String OUTCOME = "CamelPersonalizeOutcome";

    @Metadata(label = "producer", javaType = "Integer", description = "Out: the HTTP status of the response of the service. Not set when there was no response, and not by batches.")
    public static final String STATUS_CODE = "CamelPersonalizeStatusCode";

    @Metadata(label = "producer", javaType = "Integer", description = "Out: how many API requests the exchange took.")
    public static final String REQUEST_COUNT = "CamelPersonalizeRequestCount";

    @Metadata(label = "consumer", javaType = "String", description = "What happened to the definition: CREATED, UPDATED or DELETED.")
    public static final String CHANGE = "CamelPersonalizeChange";

    @Metadata(label = "consumer", javaType = "String", description = "What the definition is: attribute, audience, event or experience.")
    public static final String KIND = "CamelPersonalizeKind";

    @Metadata(label = "consumer", javaType = "java.util.Map", description = "The definition as it was before an update. Not set when it was created or deleted.")
    public static final String PREVIOUS = "CamelPersonalizePrevious";

    private PersonalizeConstants() {}
}
