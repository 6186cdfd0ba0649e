// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import org.junit.jupiter.api.Test;

class DialectsPageTest {

    @Test
    void theTablesOfThePageAreInStepWithTheTablesOfTheDialects() {
        DialectTables tables = new DialectTables();

        Page.read("docs/dialects.adoc").with("differences", tables.differences()).with("errors", tables.errors())
                .requireInStep(DialectsPageTest.class);
    }
}
