// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.quarkus;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, of the application as it is delivered: a process of its own. */
@QuarkusIntegrationTest
class PersonalizeOnQuarkusIT extends PersonalizeOnQuarkusTest {

}
