// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.camelpersonalize.emulator.EmulatorMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** All its options are those of the emulator, {@code --help} and {@code --version} included. */
@Command(name = "emulator", description = "Starts the service in a box, for tests and trials, until Ctrl-C.")
final class EmulatorCommand implements Callable<Integer> {

    @Unmatched
    private final List<String> options = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        return EmulatorMain.execute(options, System.out, System.err);
    }
}
