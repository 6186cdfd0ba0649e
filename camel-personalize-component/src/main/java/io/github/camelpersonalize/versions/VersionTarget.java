// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.versions;

import io.github.camelpersonalize.api.Uid;
import io.github.camelpersonalize.definition.Target;
import org.jspecify.annotations.Nullable;

/**
 * Which version an operation is about.
 *
 * @param definition whose version it is
 * @param version its uid, or {@code null} for the usual one
 */
public record VersionTarget(Target definition, @Nullable Uid version) {}
