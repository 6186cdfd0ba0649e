// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

/** What messages may decide by a header, if the route's author lets them. The constants are spelled as users write them. */
public enum HeaderOverride {

    /** {@value Headers#OPERATION}. */
    operation,
    /** {@value Headers#PROJECT_UID}. */
    projectUid
}
