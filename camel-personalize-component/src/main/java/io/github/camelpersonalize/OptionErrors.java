// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.binding.OptionVariable;
import io.github.camelpersonalize.text.Nearest;
import io.github.camelpersonalize.text.OneLine;
import io.github.camelpersonalize.text.Quoted;
import io.github.camelpersonalize.transport.ServiceUrl;
import org.apache.camel.util.StringHelper;

import static java.util.stream.Collectors.joining;

/** The exceptions for missing and wrong options of one endpoint. They do not repeat values that may be secret. */
final class OptionErrors {

    private static final OptionVariable VARIABLE = new OptionVariable(System.getenv());

    private final String resource;

    OptionErrors(String resource) {
        this.resource = resource;
    }

    IllegalArgumentException missing(String option, String what) {
        return wrong("the option " + option + " is missing: " + what + "; set it on the endpoint or as camel.component.personalize."
                + StringHelper.camelCaseToDash(option) + VARIABLE.advice(option));
    }

    /** None of several options is set. */
    IllegalArgumentException missing(List<String> options, String what) {
        return wrong(what + options.stream().map(VARIABLE::advice).collect(joining()));
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
        String elsewhere = elsewhere(other -> known.filter(other::offers).isPresent());
        List<Resource> offered = Stream.of(Resource.values()).filter(dialect::offers).toList();
        return wrong(
                "there is no resource \"" + resource + "\"" + question(resource, offered, elsewhere) + "; use " + either(offered)
                        + elsewhere);
    }

    /** The resource has no such operation in the dialect. */
    IllegalArgumentException noOperation(Dialect dialect, Resource known, String operation) {
        String elsewhere = elsewhere(other -> Operation.named(operation).filter(found -> other.offers(known, found)).isPresent());
        return wrong("there is no operation \"" + operation + "\" in the dialect " + dialect.name()
                + question(operation, dialect.operations(known), elsewhere) + "; use "
                + either(dialect.operations(known)) + elsewhere);
    }

    /** The resource has no options of these names. Values are not told: one of them may be a secret whose name is mistyped. */
    IllegalArgumentException noOptions(Set<String> unknown, Set<String> known) {
        return wrong("there is no option "
                + new TreeSet<>(unknown).stream().map(name -> name + Nearest.question(name, known)).collect(joining(", "))
                + "; the options are " + String.join(", ", new TreeSet<>(known)));
    }

    /** One of a few words. */
    IllegalArgumentException noChoice(String option, String value, List<String> choices) {
        return wrong("the option " + option + " must be one of " + either(choices) + "; it is " + Quoted.of(value)
                + Nearest.question(value, choices));
    }

    /** What another dialect has is not mistyped. */
    private static String question(String word, List<?> known, String elsewhere) {
        return !elsewhere.isEmpty() ? "" : Nearest.question(word, known.stream().map(String::valueOf).toList());
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
        return new IllegalArgumentException(OneLine.message("personalize:" + resource + ": " + message));
    }
}
