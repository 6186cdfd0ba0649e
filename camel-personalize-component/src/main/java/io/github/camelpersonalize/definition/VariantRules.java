// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelpersonalize.api.FieldError;
import io.github.camelpersonalize.api.Shape.Items;
import io.github.camelpersonalize.text.Quoted;

/** The rules of an experience's variants: what each has only one of, and percentages that add up to 100. */
final class VariantRules {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int MAX_DIGITS = 100;

    private final Items items;

    VariantRules(Items items) {
        this.items = items;
    }

    /** Removes from a variant the alternatives of what is desired of it: the percentage where it now has an audience. */
    static void removeReplaced(Items items, JsonNode desired, ObjectNode actual) {
        if (items.alternatives().stream().anyMatch(desired::hasNonNull)) {
            items.alternatives().stream().filter(other -> !desired.hasNonNull(other)).forEach(actual::remove);
        }
    }

    List<FieldError> validate(JsonNode experience) {
        List<FieldError> errors = new ArrayList<>();
        List<BigDecimal> shares = new ArrayList<>();
        JsonNode variants = experience.path(items.member());
        for (int i = 0; i < variants.size(); i++) {
            JsonNode variant = variants.path(i);
            if (items.alternatives().stream().filter(variant::hasNonNull).count() > 1) {
                errors.add(new FieldError("/" + items.member() + "/" + i,
                        "has both " + String.join(" and ", items.alternatives()) + "; it may have one of them"));
            }
            if (items.share() != null && variant.path(items.share()).isNumber()) {
                shares.add(variant.path(items.share()).decimalValue());
            }
        }
        sumFault(shares).ifPresent(fault -> errors.add(new FieldError("/" + items.member(), fault)));
        return errors;
    }

    /** Items of one name could not be told apart the next time. */
    List<FieldError> validateNames(JsonNode experience) {
        List<FieldError> errors = new ArrayList<>();
        Map<JsonNode, Integer> seen = new HashMap<>();
        JsonNode variants = experience.path(items.member());
        for (int i = 0; i < variants.size(); i++) {
            JsonNode name = variants.path(i).path(items.name());
            Integer first = name.isTextual() ? seen.putIfAbsent(name, i) : null;
            if (first != null) {
                errors.add(new FieldError("/" + items.member() + "/" + i + "/" + items.name(),
                        Quoted.of(name.textValue()) + " is also the " + items.name() + " of /" + items.member() + "/" + first
                                + "; rename one of them"));
            }
        }
        return errors;
    }

    private Optional<String> sumFault(List<BigDecimal> shares) {
        if (!shares.stream().allMatch(VariantRules::canBeAdded)) {
            return Optional.of("a " + items.share() + " has more than " + MAX_DIGITS + " digits, so that they cannot be added up to 100");
        }
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return shares.isEmpty() || sum.compareTo(WHOLE) == 0
                ? Optional.empty()
                : Optional.of("the " + items.share() + " of all variants adds up to " + sum.toPlainString() + ", not 100");
    }

    private static boolean canBeAdded(BigDecimal share) {
        return share.precision() <= MAX_DIGITS && Math.abs((long) share.scale()) <= MAX_DIGITS;
    }
}
