// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.springboot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Starts an emulator of the service for a test of an application, or for the application in development, and points the component at it. The emulator is a
 * bean, {@code io.github.camelpersonalize.emulator.PersonalizeEmulator}; a bean of that type that is there already is used instead. The application's project
 * and dialect count; without a project it is {@value EmulatorAutoConfiguration#PROJECT}. The application's address and credentials are not used. Needs the
 * artifact {@code camel-personalize-emulator} in the scope of tests.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration(EmulatorAutoConfiguration.class)
public @interface WithPersonalizeEmulator {
}
