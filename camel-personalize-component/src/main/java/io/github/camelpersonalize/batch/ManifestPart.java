// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.batch;

import io.github.camelpersonalize.manifest.ParseResult;
import io.github.camelpersonalize.outcome.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * One manifest, or one fragment, of those that are carried out together.
 *
 * @param reading the manifest, or what is wrong with it
 * @param from where it came from, or {@code null} when that is not known
 */
public record ManifestPart(ParseResult reading, @Nullable Coordinates from) {}
