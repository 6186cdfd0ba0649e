// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;

/** The names of the headers that are read and written. {@code PersonalizeConstants} repeats them for users, and documents them. */
final class Headers {

    static final String UID = "CamelPersonalizeUid";
    static final String KEY = "CamelPersonalizeKey";
    static final String VERSION_UID = "CamelPersonalizeVersionUid";
    static final String OPERATION = "CamelPersonalizeOperation";
    static final String PROJECT_UID = "CamelPersonalizeProjectUid";
    static final String OUTCOME = "CamelPersonalizeOutcome";
    static final String STATUS_CODE = "CamelPersonalizeStatusCode";
    static final String REQUEST_COUNT = "CamelPersonalizeRequestCount";
    static final String CHANGE = "CamelPersonalizeChange";
    static final String KIND = "CamelPersonalizeKind";
    static final String PREVIOUS = "CamelPersonalizePrevious";

    static final List<String> ALL = List.of(UID, KEY, VERSION_UID, OPERATION, PROJECT_UID, OUTCOME, STATUS_CODE, REQUEST_COUNT, CHANGE,
            KIND,
            PREVIOUS);

    private Headers() {}
}
