// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.transport.ServiceUrl;
import org.apache.camel.util.StringHelper;

import static java.util.stream.Collectors.joining;

/** The exceptions for missing and wrong options of one endpoint. They do not repeat values that may be secret. */
final class OptionErrors {

    private final String resource;

    OptionErrors(String resource) {
        this.resource = resource;
    }

    IllegalArgumentException missing(String option, String what) {
        return wrong("the option " + option + " is missing: " + what + "; set it on the endpoint or as camel.component.personalize."
                + StringHelper.camelCaseToDash(option));
    }

    /**
     * The URL that an option holds.
     *
     * @throws IllegalArgumentException when a credential must not be sent there
     */
    URI serviceUrl(String option, String text, boolean allowInsecureHttp, String example) {
        try {
            return new ServiceUrl(allowInsecureHttp).check(text, example);
        } catch (IllegalArgumentException e) {
            throw wrong("the option " + option + " " + e.getMessage());
        }
    }

    /** The dialect has no such resource. */
    IllegalArgumentException noResource(Dialect dialect) {
        Optional<Resource> known = Resource.named(resource);
        return wrong(
                "there is no resource \"" + resource + "\"; use " + either(Stream.of(Resource.values()).filter(dialect::offers).toList())
                        + elsewhere(other -> known.filter(other::offers).isPresent()));
    }

    /** The resource has no such operation in the dialect. */
    IllegalArgumentException noOperation(Dialect dialect, Resource known, String operation) {
        return wrong("there is no operation \"" + operation + "\" in the dialect " + dialect.name() + "; use "
                + either(dialect.operations(known))
                + elsewhere(other -> Operation.named(operation).filter(found -> other.offers(known, found)).isPresent()));
    }

    /** Names for a choice. */
    static String either(List<?> names) {
        return names.stream().map(String::valueOf).collect(joining(", "));
    }

    /** Which dialects have what one lacks. */
    private static String elsewhere(Predicate<Dialect> has) {
        return Dialect.all().stream().filter(has).map(other -> "; dialect=" + other.name() + " has it").collect(joining());
    }

    IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException("personalize:" + resource + ": " + message);
    }
}
