// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

/** Which definitions that a manifest does not name are deleted. The constants are spelled as users write them. */
public enum Prune {

    /** None. */
    none,
    /** Those that this component created by {@code apply}, as its ledger tells. */
    owned,
    /** All, but presets of the service and what other systems supply. */
    all
}
