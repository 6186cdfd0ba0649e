// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.binding;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a {@code toD}. Camel computes a text and parses it, so that a value of a message could begin another option, or hold a placeholder, which
 * Camel would resolve. Here the author's text is parsed first, and values stay values: those of uid and key go another way than through the URI, and
 * those of other options must not hold anything that has a meaning in a URI.
 */
public final class DynamicUri {

    private static final Pattern UNSAFE = Pattern.compile("[&?#%(){}$\\p{Cntrl}]");
    private static final Pattern RESOURCE = Pattern.compile("(?:[a-z]+:(?://)?)?[A-Za-z]*");
    private static final String PLACEHOLDER = "{{";
    private static final String PATH = "resource";

    private final List<UriOption> written;
    private final List<OptionTemplate> templates;

    /**
     * What a URI comes to for one exchange.
     *
     * @param uri of the endpoint, without the uid and key that were computed
     * @param target the uid and key
     * @param refusal why it is not used, or {@code null}; contains no value
     */
    public record Computed(@Nullable String uri, ComputedTarget target, @Nullable String refusal) {}

    private DynamicUri(List<UriOption> written, List<OptionTemplate> templates) {
        this.written = written;
        this.templates = templates;
    }

    /**
     * @param text what the author of the route has written, without placeholders
     */
    public static DynamicUri parse(String text, Language simple) {
        List<UriOption> written = split(text);
        try {
            return new DynamicUri(written, written.stream().map(option -> OptionTemplate.of(option, simple)).toList());
        } catch (RuntimeException e) {
            // An expression of another language: it can be compared only.
            return new DynamicUri(written, List.of());
        }
    }

    /** The path as the first, and the options. */
    private static List<UriOption> split(String text) {
        int query = UriOption.end(text, 0, "?");
        return Stream.concat(Stream.of(new UriOption(PATH, text.substring(0, query))),
                UriOption.parse(text.substring(Math.min(query + 1, text.length()))).stream()).toList();
    }

    private static String join(Stream<UriOption> options) {
        List<UriOption> all = options.toList();
        String query = all.stream().skip(1).map(UriOption::toString).collect(Collectors.joining("&"));
        return all.get(0).value() + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * The URI for an exchange.
     *
     * @param computed what Camel has computed, with placeholders resolved
     */
    public Computed compute(Exchange exchange, String computed) {
        List<OptionTemplate.Value> values = templates.stream().map(template -> template.value(exchange)).toList();
        return isComputed(values, computed) ? valued(values) : compared(split(computed));
    }

    /** Whether the values explain what Camel has computed. Where it has resolved a placeholder of the message, the texts differ. */
    private static boolean isComputed(List<OptionTemplate.Value> values, String computed) {
        if (values.isEmpty()) {
            return false;
        }
        String text = join(values.stream().map(OptionTemplate.Value::spelled));
        return text.contains(PLACEHOLDER) || text.strip().equals(computed);
    }

    private static Computed valued(List<OptionTemplate.Value> values) {
        Stream<UriOption> changed = values.stream().filter(DynamicUri::isChanged).map(OptionTemplate.Value::option);
        return computed(changed, () -> new Computed(
                join(values.stream().filter(value -> !isComputedTarget(value.option())).map(OptionTemplate.Value::spelled)),
                target(name -> values.stream().filter(value -> isComputed(value.option(), name)).map(OptionTemplate.Value::meant)), null));
    }

    private static boolean isChanged(OptionTemplate.Value value) {
        UriOption option = value.option();
        return TextTemplate.hasExpression(option.name())
                || !option.isTarget() && value.values().stream().anyMatch(part -> isUnsafe(option, part));
    }

    /** What another language has computed must have the same options, and the same values where the author has written them. */
    private Computed compared(List<UriOption> computed) {
        Stream<UriOption> added = Stream.concat(computed.stream(), written.stream())
                .filter(option -> count(computed, option) != count(written, option));
        Stream<UriOption> changed = IntStream.range(0, Math.min(written.size(), computed.size()))
                .filter(i -> isChanged(written.get(i), computed.get(i))).mapToObj(written::get);
        return computed(Stream.concat(added, changed), () -> new Computed(
                join(IntStream.range(0, written.size()).filter(i -> !isComputedTarget(written.get(i))).mapToObj(computed::get)),
                target(name -> IntStream.range(0, written.size()).filter(i -> isComputed(written.get(i), name))
                        .mapToObj(i -> meant(written.get(i), computed.get(i)))),
                null));
    }

    private static long count(List<UriOption> options, UriOption same) {
        return options.stream().filter(option -> option.name().equals(same.name())).count();
    }

    private static boolean isChanged(UriOption written, UriOption computed) {
        if (!written.name().equals(computed.name())) {
            return true;
        }
        return written.isDynamic()
                ? !written.isTarget() && isUnsafe(written, computed.value())
                : !written.value().equals(computed.value());
    }

    private static String meant(UriOption written, UriOption computed) {
        return written.isRaw() ? written.content(computed.value()) : UriOption.decoded(computed.value());
    }

    private static boolean isComputedTarget(UriOption option) {
        return option.isTarget() && option.isDynamic();
    }

    private static boolean isComputed(UriOption option, String name) {
        return isComputedTarget(option) && option.name().equals(name);
    }

    private static boolean isUnsafe(UriOption option, String value) {
        return option.name().equals(PATH) ? !RESOURCE.matcher(value).matches() : UNSAFE.matcher(value).find();
    }

    private static ComputedTarget target(Function<String, Stream<String>> named) {
        return new ComputedTarget(named.apply("uid").findFirst().orElse(null), named.apply("key").findFirst().orElse(null),
                named.apply("versionUid").findFirst().orElse(null));
    }

    private static Computed computed(Stream<UriOption> changed, Supplier<Computed> unchanged) {
        String names = changed.map(UriOption::name).distinct().sorted().collect(Collectors.joining(", "));
        return names.isEmpty()
                ? unchanged.get()
                : new Computed(null, ComputedTarget.NONE, "what was computed for toD changes the URI (" + names
                        + "); a message may decide only values, and those of other options than uid, key and versionUid must not hold"
                        + " & ? # % ( ) { } $ or control characters");
    }
}
