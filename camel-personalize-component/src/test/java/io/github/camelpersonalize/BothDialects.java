// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of this class of {@link EmulatedRoutes} run in each dialect: their {@code samples} are in its words, and the service speaks it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(Samples.class)
public @interface BothDialects {
}
