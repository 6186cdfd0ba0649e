// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.jbang;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}: what JBang's script of that name runs. */
final class CamelCommand {

    private CamelCommand() {}

    public static void main(String... arguments) {
        CamelJBangMain.run(arguments);
    }
}
