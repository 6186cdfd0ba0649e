// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.jbang;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;
import org.apache.camel.dsl.jbang.core.common.CamelJBangPlugin;
import org.apache.camel.dsl.jbang.core.common.Plugin;
import picocli.CommandLine;

/** Adds {@code camel personalize} to Camel's own command line. Camel finds the class by a service file. */
@CamelJBangPlugin(name = "camel-jbang-plugin-personalize", firstVersion = "4.17.0")
public final class PersonalizePlugin implements Plugin {

    @Override
    public void customize(CommandLine line, CamelJBangMain main) {
        line.addSubcommand(new PersonalizeCommand());
    }
}
