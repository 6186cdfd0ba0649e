// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.docs;

import io.github.camelpersonalize.kamelets.KameletSchemaTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the Kamelets. */
class KameletPageTest {

    private static final String NAMES = "io.github.camelpersonalize.kamelets.KameletSchemaTest#names";

    @ParameterizedTest
    @MethodSource(NAMES)
    void descriptionAndPropertiesAreThoseOfTheKamelet(String name) {
        new KameletPage(KameletSchemaTest.kamelet(name)).of(Page.read(page(name))).requireInStep(KameletPageTest.class);
    }

    @ParameterizedTest
    @MethodSource(NAMES)
    void theListNamesEachAndItsPageShowsARouteWithIt(String name) {
        assertThat(Page.read("docs/jbang.adoc").text()).contains("| link:kamelets/" + name + ".adoc[`" + name + "`]");
        assertThat(new CodeBlocks(Page.read(page(name))).all())
                .anySatisfy(block -> assertThat(new Snippet(block.name()).text()).contains("kamelet:" + name));
    }

    private static String page(String name) {
        return "docs/kamelets/" + name + ".adoc";
    }
}
