// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.cli.livecheck;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import org.apache.camel.ProducerTemplate;

/** Tries on a scratch project what is known of the live service. Whatever happens, it deletes what it has made. */
public final class LiveCheck {

    private final Scratch scratch;
    private final Calls calls;
    private final Check check;
    private final Consumer<String> progress;

    private LiveCheck(Scratch scratch, Names names, Calls calls, Consumer<String> progress) {
        this.scratch = scratch;
        this.calls = calls;
        this.check = new Check(calls, names, new Findings(scratch.masks()), Clock.systemUTC(), progress);
        this.progress = progress;
    }

    /**
     * A check of a project.
     *
     * @param prefix what all names and keys begin with that it makes
     * @param component sends to a component that speaks {@code dialect=live}
     * @param progress where people who wait read what is done
     * @throws IllegalArgumentException when the prefix is short enough to be that of others
     */
    public static LiveCheck of(Scratch scratch, String prefix, ProducerTemplate component, Consumer<String> progress) {
        Names names = new Names(prefix, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        return new LiveCheck(scratch, names, new Calls(component), progress);
    }

    /**
     * Tries everything.
     *
     * @throws IllegalStateException when the run cannot begin or go on: the credential is refused, the project has definitions of others, the process is asked to end
     */
    public Report run() throws Exception {
        return cleaning(() -> check.run(scratch.service(), scratch.allowsOthers()));
    }

    /**
     * Only deletes what earlier runs have left. Answers what is left of it.
     *
     * @throws IllegalStateException when the credential is refused
     */
    public List<String> clean() throws Exception {
        return cleaning(check::clean);
    }

    private <T> T cleaning(Callable<T> work) throws Exception {
        try (Cleanup cleanup = new Cleanup(calls, check, progress)) {
            T result = work.call();
            cleanup.isNeedless();
            return result;
        } catch (StoppedException e) {
            throw new IllegalStateException(scratch.masks().apply(e.getMessage()));
        }
    }
}
