// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

/** The names of the headers that are read and written here. {@code PersonalizeConstants} repeats them for users, and documents them. */
final class Headers {

    static final String UID = "CamelPersonalizeUid";
    static final String KEY = "CamelPersonalizeKey";
    static final String VERSION_UID = "CamelPersonalizeVersionUid";
    static final String OPERATION = "CamelPersonalizeOperation";
    static final String PROJECT_UID = "CamelPersonalizeProjectUid";
    static final String OUTCOME = "CamelPersonalizeOutcome";
    static final String STATUS_CODE = "CamelPersonalizeStatusCode";
    static final String REQUEST_COUNT = "CamelPersonalizeRequestCount";

    private Headers() {}
}
