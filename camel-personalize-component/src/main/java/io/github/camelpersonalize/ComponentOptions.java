// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.Optional;
import java.util.TreeSet;

import io.github.camelpersonalize.binding.OptionValues;
import io.github.camelpersonalize.text.Nearest;
import org.apache.camel.CamelContext;

/**
 * Sets options of the component from properties, in each runtime that binds properties as Camel Main does. What cannot be an option is told when the
 * component starts, without the value that a mistyped name has.
 */
final class ComponentOptions extends PersonalizeComponentConfigurer {

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        if (OptionValues.isUnset(name, value)) {
            return true;
        }
        Optional<String> fault = new OptionValues(this).fault(name, value);
        if (fault.isEmpty() && super.configure(context, target, name, stripped(value), ignoreCase)) {
            return true;
        }
        ((PersonalizeComponent) target).refuse(fault.orElseGet(() -> unknown(context, name)));
        return true;
    }

    private static Object stripped(Object value) {
        return value instanceof String text ? text.strip() : value;
    }

    private static String unknown(CamelContext context, String name) {
        TreeSet<String> known = new TreeSet<>(context.getCamelContextExtension().getEndpointUriFactory("personalize").propertyNames());
        return "there is no option " + name + Nearest.question(name, known) + "; the options are " + String.join(", ", known);
    }
}
