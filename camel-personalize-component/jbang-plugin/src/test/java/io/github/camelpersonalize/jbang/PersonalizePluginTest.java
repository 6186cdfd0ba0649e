// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.jbang;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;
import org.apache.camel.dsl.jbang.core.common.Plugin;
import org.apache.camel.dsl.jbang.core.common.PluginHelper;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.impl.engine.DefaultFactoryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The plugin on the class path of Camel JBang. The example jbang tests it as users install it. */
class PersonalizePluginTest {

    @Test
    void camelFindsThePluginByTheNameOfTheArtifact() {
        DefaultFactoryFinder plugins = new DefaultFactoryFinder(new DefaultClassResolver(), PluginHelper.PLUGIN_SERVICE_DIR);

        assertThat(plugins.newInstance("camel-jbang-plugin-personalize", Plugin.class)).containsInstanceOf(PersonalizePlugin.class);
    }

    /** Camel's own exit code of a wrong option is 2, which says here that there are changes. */
    @ParameterizedTest
    @CsvSource({"personalize --version, 0", "personalize plan x --colour, 1", "personalize generate-completion, 1"})
    void exitCodesAreThoseOfTheCommandLine(String line, int code) {
        CommandLine camel = new CommandLine(new CamelJBangMain());
        new PersonalizePlugin().customize(camel, new CamelJBangMain());

        assertThat(camel.execute(line.split(" "))).isEqualTo(code);
    }
}
