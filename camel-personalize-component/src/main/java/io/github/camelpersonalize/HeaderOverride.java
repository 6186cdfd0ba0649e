// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

/** What messages may decide by a header, if the route's author lets them. The constants are spelled as users write them. */
enum HeaderOverride {

    /** {@value PersonalizeConstants#OPERATION}. */
    operation,
    /** {@value PersonalizeConstants#PROJECT_UID}. */
    projectUid
}
