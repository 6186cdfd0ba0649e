// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import io.github.camelpersonalize.PersonalizeConstants;

/** What messages may decide by a header, if the route's author lets them. The constants are spelled as users write them. */
public enum HeaderOverride {

    /** {@value PersonalizeConstants#OPERATION}. */
    operation,
    /** {@value PersonalizeConstants#PROJECT_UID}. */
    projectUid
}
