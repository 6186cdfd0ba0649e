// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import io.github.camelpersonalize.api.Dialect;
import io.github.camelpersonalize.cdp.InferenceRules;
import io.github.camelpersonalize.cdp.KeyStyle;
import io.github.camelpersonalize.cdp.NameFilter;
import io.github.camelpersonalize.cdp.SegmentRules;
import org.apache.camel.spi.Metadata;

/**
 * The options of the data type transformer {@code personalize:segment}. The only bean of this type in the registry is used; without one, the
 * defaults are. They are read when the route starts.
 */
@Metadata(label = "bean", description = "Options of the data type transformer personalize:segment, which infers definitions from"
        + " customer-data messages")
public class SegmentOptions {

    /** More than a project can have; it limits the memory that a stream can fill. */
    private static final int MAX_DEFINITIONS = 10_000;

    @Metadata(defaultValue = "contract", enums = "contract,live", description = "The dialect of the endpoint that writes the definitions. It"
            + " decides which members they have: with live, attributes have no data type, and events have no name.")
    private String dialect = "contract";
    @Metadata(defaultValue = "as_is", enums = "as_is,snake_case", description = "How the key of an attribute is made from the name of a trait:"
            + " as_is, or snake_case, for example first_name for firstName and First Name.")
    private KeyStyle attributeKeys = KeyStyle.as_is;
    @Metadata(defaultValue = "snake_case", enums = "as_is,snake_case", description = "How the key of an event is made from the name in a track:"
            + " as_is, or snake_case, for example order_completed for Order Completed and orderCompleted.")
    private KeyStyle eventKeys = KeyStyle.snake_case;
    @Metadata(defaultValue = "*", description = "The traits that become attributes: globs, separated by commas, that match the whole name as"
            + " sent. * stands for any text, ? for one character. Matching is case-sensitive.")
    private String includeTraits = "*";
    @Metadata(defaultValue = "anonymousId,userId", description = "The traits that do not become attributes, even if they are included: globs."
            + " Some SDKs send the ids of a person as traits.")
    private String excludeTraits = "anonymousId,userId";
    @Metadata(defaultValue = "*", description = "The names in track that become events: globs, as for traits.")
    private String includeEvents = "*";
    @Metadata(description = "The names in track that do not become events, even if they are included: globs.")
    private String excludeEvents = "";
    @Metadata(defaultValue = "false", description = "Whether the members of a trait that is an object become attributes, named with an"
            + " underscore, for example address_city. Otherwise such a trait is ignored.")
    private boolean flattenTraits;
    @Metadata(defaultValue = "false", description = "Whether page and screen become events, for example Viewed Home Page and Viewed Home"
            + " Screen.")
    private boolean pageEvents;
    @Metadata(defaultValue = "100", description = "The maximum number of attributes inferred from the stream since the start of the route."
            + " Names above the limit are withheld, logged and counted.")
    private int maxAttributes = 100;
    @Metadata(defaultValue = "100", description = "The maximum number of events inferred from the stream since the start of the route. Names"
            + " above the limit are withheld, logged and counted.")
    private int maxEvents = 100;

    public String getDialect() {
        return dialect;
    }

    public void setDialect(String dialect) {
        this.dialect = dialect;
    }

    public KeyStyle getAttributeKeys() {
        return attributeKeys;
    }

    public void setAttributeKeys(KeyStyle attributeKeys) {
        this.attributeKeys = attributeKeys;
    }

    public KeyStyle getEventKeys() {
        return eventKeys;
    }

    public void setEventKeys(KeyStyle eventKeys) {
        this.eventKeys = eventKeys;
    }

    public String getIncludeTraits() {
        return includeTraits;
    }

    public void setIncludeTraits(String includeTraits) {
        this.includeTraits = includeTraits;
    }

    public String getExcludeTraits() {
        return excludeTraits;
    }

    public void setExcludeTraits(String excludeTraits) {
        this.excludeTraits = excludeTraits;
    }

    public String getIncludeEvents() {
        return includeEvents;
    }

    public void setIncludeEvents(String includeEvents) {
        this.includeEvents = includeEvents;
    }

    public String getExcludeEvents() {
        return excludeEvents;
    }

    public void setExcludeEvents(String excludeEvents) {
        this.excludeEvents = excludeEvents;
    }

    public boolean isFlattenTraits() {
        return flattenTraits;
    }

    public void setFlattenTraits(boolean flattenTraits) {
        this.flattenTraits = flattenTraits;
    }

    public boolean isPageEvents() {
        return pageEvents;
    }

    public void setPageEvents(boolean pageEvents) {
        this.pageEvents = pageEvents;
    }

    public int getMaxAttributes() {
        return maxAttributes;
    }

    public void setMaxAttributes(int maxAttributes) {
        this.maxAttributes = maxAttributes;
    }

    public int getMaxEvents() {
        return maxEvents;
    }

    public void setMaxEvents(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    /**
     * These options, checked and made unchangeable.
     *
     * @throws IllegalArgumentException when one is wrong
     */
    SegmentRules rules() {
        Dialect chosen = Dialect.named(String.valueOf(dialect)).orElseThrow(() -> new IllegalArgumentException(
                "SegmentOptions: dialect must be " + String.join(" or ", Dialect.all().stream().map(Dialect::name).toList())));
        return new SegmentRules(chosen,
                rules("attributeKeys", attributeKeys, new NameFilter(includeTraits, excludeTraits), "maxAttributes", maxAttributes),
                rules("eventKeys", eventKeys, new NameFilter(includeEvents, excludeEvents), "maxEvents", maxEvents), flattenTraits,
                pageEvents);
    }

    private static InferenceRules rules(String keysOption, KeyStyle keys, NameFilter names, String maxOption, int max) {
        if (keys == null) {
            throw new IllegalArgumentException("SegmentOptions: " + keysOption + " must be as_is or snake_case");
        }
        if (max < 0 || max > MAX_DEFINITIONS) {
            throw new IllegalArgumentException(
                    "SegmentOptions: " + maxOption + " must be from 0 to " + MAX_DEFINITIONS + ", but is " + max);
        }
        return new InferenceRules(keys, names, max, maxOption);
    }
}
