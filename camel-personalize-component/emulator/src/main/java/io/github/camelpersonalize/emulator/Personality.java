// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import io.github.camelpersonalize.emulator.contract.ContractService;
import io.github.camelpersonalize.emulator.live.LiveService;
import io.github.camelpersonalize.emulator.service.Entrance;
import io.github.camelpersonalize.emulator.service.Service;

/** How the emulator answers. */
public enum Personality {

    /** As the API's description says: twenty operations, lists under {@code data}, one shape of errors. */
    CONTRACT("1", (options, entrance) -> new ContractService(entrance, options.strictProjects(), options.clock(), options.uids())),
    /** As the service is known to answer: bare arrays, versions of experiences, errors with codes. See {@code live.Assumption} for what is not certain. */
    LIVE(null, (options, entrance) -> new LiveService(entrance, options.strictProjects(), options.clock(), options.uids(), options.live()));

    private final String retryAfter;
    private final BiFunction<EmulatorOptions, Entrance, Service> service;

    Personality(String retryAfter, BiFunction<EmulatorOptions, Entrance, Service> service) {
        this.retryAfter = retryAfter;
        this.service = service;
    }

    Service service(EmulatorOptions options, Entrance entrance) {
        return service.apply(options, entrance);
    }

    /** What the header of that name says in answers with status 429 unless another is set, none to leave it out. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * The personality with that name, in small letters.
     *
     * @throws IllegalArgumentException
     *             when there is none
     */
    public static Personality named(String name) {
        return Arrays.stream(values()).filter(one -> one.toString().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The personality must be one of "
                        + Arrays.stream(values()).map(Personality::toString).collect(Collectors.joining(", ")) + ", not '" + name + "'."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
