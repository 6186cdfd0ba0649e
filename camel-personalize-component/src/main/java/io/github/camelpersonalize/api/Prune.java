// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

/** Which definitions that no manifest contains are deleted. The constants are spelled as users write them. */
public enum Prune {

    /** None. */
    none,
    /** Those that this component created by {@code apply}, according to its ledger. */
    owned,
    /** All but presets of the service, and definitions from other systems. */
    all
}
