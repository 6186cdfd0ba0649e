// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.FieldError;

/** The rules of an experience's variants: each has an audience or a percentage of the traffic, and the percentages add up to 100. */
final class VariantRules {

    private static final String AUDIENCE = "audience_uid";
    private static final String PERCENTAGE = "traffic_percentage";
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int MAX_DIGITS = 100;

    private VariantRules() {}

    /** Removes the percentage of a variant that now has an audience, and the other way round. */
    static void removeReplaced(JsonNode desired, ObjectNode actual) {
        if (desired.hasNonNull(AUDIENCE)) {
            actual.remove(PERCENTAGE);
        }
        if (desired.hasNonNull(PERCENTAGE)) {
            actual.remove(AUDIENCE);
        }
    }

    static List<FieldError> validate(JsonNode experience) {
        List<FieldError> errors = new ArrayList<>();
        List<BigDecimal> shares = new ArrayList<>();
        JsonNode variants = experience.path("variants");
        for (int i = 0; i < variants.size(); i++) {
            JsonNode percentage = variants.path(i).path(PERCENTAGE);
            if (percentage.isNumber() && variants.path(i).path(AUDIENCE).isTextual()) {
                errors.add(new FieldError("/variants/" + i, "has both audience_uid and traffic_percentage; it may have one of them"));
            }
            if (percentage.isNumber()) {
                shares.add(percentage.decimalValue());
            }
        }
        sumFault(shares).ifPresent(fault -> errors.add(new FieldError("/variants", fault)));
        return errors;
    }

    private static Optional<String> sumFault(List<BigDecimal> shares) {
        if (!shares.stream().allMatch(VariantRules::canBeAdded)) {
            return Optional.of("a traffic_percentage has more than " + MAX_DIGITS + " digits, so that they cannot be added up to 100");
        }
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return shares.isEmpty() || sum.compareTo(WHOLE) == 0
                ? Optional.empty()
                : Optional.of("the traffic_percentage of all variants adds up to " + sum.toPlainString() + ", not 100");
    }

    /** A few characters can be a number of a billion digits, as 1e999999999, which an addition would write out in full. */
    private static boolean canBeAdded(BigDecimal share) {
        return share.precision() <= MAX_DIGITS && Math.abs((long) share.scale()) <= MAX_DIGITS;
    }
}
