// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** How the variants of one experience share its visitors: each by an audience or by a percentage, and the percentages make up the whole. */
final class VariantRules {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    private VariantRules() {}

    static List<FieldError> faults(JsonNode experience) {
        List<FieldError> faults = new ArrayList<>();
        JsonNode variants = experience.path("variants");
        BigDecimal sum = BigDecimal.ZERO;
        boolean split = false;
        for (int i = 0; i < variants.size(); i++) {
            JsonNode percentage = variants.get(i).path("traffic_percentage");
            if (percentage.isNumber() && variants.get(i).path("audience_uid").isTextual()) {
                faults.add(new FieldError("/variants/" + i, "has both audience_uid and traffic_percentage; it may have one of them"));
            }
            if (percentage.isNumber()) {
                split = true;
                sum = sum.add(percentage.decimalValue());
            }
        }
        if (split && sum.compareTo(WHOLE) != 0) {
            faults.add(
                    new FieldError("/variants", "the traffic_percentage of all variants adds up to " + sum.toPlainString() + ", not 100"));
        }
        return faults;
    }
}
