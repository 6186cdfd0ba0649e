// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.convergence;

/** An audience in the YAML of a manifest, where the service keeps versions: the visitors of whom one rule is true. */
final class AudienceText {

    private AudienceText() {}

    /** Those that have this value of an attribute of the project's own. */
    static String having(String name, String attribute, String value) {
        return audience(name, "CustomAttributeReference", attribute, value, false);
    }

    /** Those that do not have this value of an attribute that every project has. */
    static String lacking(String name, String preset, String value) {
        return audience(name, "PresetAttributeReference", preset, value, true);
    }

    private static String audience(String name, String type, String attribute, String value, boolean isInverted) {
        return """
                  - name: %s
                    definition:
                      __type: RuleCombination
                      combinationType: AND
                      rules:
                        - __type: Rule
                          attribute: {__type: %s, ref: "ref:attribute/%s"}
                          attributeMatchCondition: STRING_EQUALS
                          attributeMatchOptions: {__type: StringMatchOptions, value: %s}
                          invertCondition: %s
                """.formatted(name, type, attribute, value, isInverted);
    }
}
