// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.cdp;

/**
 * The rules by which definitions of one kind are inferred.
 *
 * @param keys how keys are made from names
 * @param names the names that become definitions
 * @param maxDefinitions the maximum number of definitions
 * @param maxOption the name of the option that sets the maximum
 */
public record InferenceRules(KeyStyle keys, NameFilter names, int maxDefinitions, String maxOption) {}
