// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.api;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with a {@link Resource}. The constants are spelled as users write them. */
public enum Operation {

    list, get, create, update, delete, upsert, getPriority, updatePriority, listVersions, createVersion, updateVersion, deleteVersion, activate, pause, getSummary, getTimeSeries, listRegions, listCountries, listCities, plan, apply, export, unused;

    /** The operation of that name, in any case. */
    public static Optional<Operation> named(String name) {
        return Stream.of(values()).filter(operation -> operation.name().equalsIgnoreCase(name)).findFirst();
    }
}
