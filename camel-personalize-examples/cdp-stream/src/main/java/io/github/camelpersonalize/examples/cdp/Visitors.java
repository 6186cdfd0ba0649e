// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.cdp;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Visitors of a shop, and the messages that platforms send about them: made up from a seed, so that they are the same each time. All together
 * have {@value #ATTRIBUTES} traits and {@value #EVENTS} names of events.
 */
final class Visitors {

    static final int ATTRIBUTES = 40;
    static final int EVENTS = 20;

    /** So often comes a message that is none. */
    static final int BAD = 5_000;

    /** What visitors fill in, and what shops count: always the same traits together. */
    private static final List<List<String>> FORMS = List.of(
            List.of("firstName", "lastName", "birthday:date", "age:number", "newsletter:flag"),
            List.of("city", "country", "language", "currency", "verified:flag"),
            List.of("company", "jobTitle", "industry", "employees:number", "trialEndsAt:date"),
            List.of("plan", "createdAt:date", "logins:number", "trial:flag", "renewalDate:date"),
            List.of("orders:number", "returns:number", "totalSpent:number", "averageOrder:number", "lastOrderAt:date"),
            List.of("loyaltyTier", "points:number", "vip:flag", "discount:number", "favouriteBrand"),
            List.of("device", "darkMode:flag", "pushEnabled:flag", "hasApp:flag", "lastSeenAt:date"),
            List.of("cartSize:number", "reviews:number", "rating:number", "paymentMethod", "referrer"));
    private static final List<String> NAMES = List.of("Product Viewed", "Product Added", "Product Removed", "Product Reviewed",
            "Cart Viewed",
            "Checkout Started", "Payment Info Entered", "Order Completed", "Order Cancelled", "Order Refunded", "Coupon Applied",
            "Wishlist Product Added", "Search Performed", "Signed Up", "Signed In", "Signed Out", "Newsletter Subscribed", "Trial Started",
            "Support Ticket Opened", "App Installed");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private int sent;

    Visitors(long seed) {
        this.random = new Random(seed);
    }

    /** A record: the visitor, and what the platform sends. */
    record Sent(String visitor, String message) {}

    Sent next() {
        String visitor = "visitor-" + random.nextInt(100_000);
        sent++;
        return new Sent(visitor, sent % BAD == 0 ? bad() : message(visitor).toString());
    }

    private String bad() {
        return switch (sent / BAD % 3) {
            case 0 -> "{\"type\": \"identify\", \"traits\": {\"pl";
            case 1 -> "{\"type\": \"track\", \"properties\": {}}";
            default -> "{\"type\": \"purchase\"}";
        };
    }

    private ObjectNode message(String visitor) {
        int dice = random.nextInt(100);
        if (dice < 40) {
            return call("identify", visitor, node -> node.set("traits", traits()));
        }
        if (dice < 50) {
            return rudderStack(visitor);
        }
        if (dice < 85) {
            return call("track", visitor, this::track);
        }
        if (dice < 90) {
            return jitsu(visitor);
        }
        return dice < 97
                ? call("page", visitor, node -> node.put("name", "Home"))
                : call("group", visitor, node -> node.put("groupId", "g" + random.nextInt(50)).set("traits", traits()));
    }

    private ObjectNode call(String type, String visitor, Consumer<ObjectNode> more) {
        ObjectNode node = JSON.createObjectNode().put("type", type).put("userId", visitor).put("messageId", id())
                .put("timestamp", "2026-02-23T22:28:55.111Z");
        node.putObject("context").put("ip", "192.0.2." + random.nextInt(255)).put("locale", "en-GB").putObject("library")
                .put("name", "analytics.js").put("version", "2.11.1");
        more.accept(node);
        return node;
    }

    private void track(ObjectNode node) {
        node.put("event", one(NAMES)).putObject("properties").put("sku", id()).put("price", random.nextInt(10_000) / 100.0);
    }

    /** RudderStack has the traits in the context. */
    private ObjectNode rudderStack(String visitor) {
        ObjectNode node = call("identify", visitor, any -> any.put("channel", "web").put("anonymousId", id()));
        ((ObjectNode) node.get("context")).set("traits", traits().put("anonymousId", id()));
        return node;
    }

    /** Jitsu wraps what it has received. */
    private ObjectNode jitsu(String visitor) {
        ObjectNode envelope = JSON.createObjectNode().put("ingestType", "browser").put("messageId", id()).put("type", "track");
        envelope.set("httpPayload", call("track", visitor, this::track));
        return envelope;
    }

    private ObjectNode traits() {
        ObjectNode traits = JSON.createObjectNode().put("email", id() + "@example.com");
        for (String trait : one(FORMS)) {
            String name = trait.replaceFirst(":.*", "");
            switch (trait.substring(name.length())) {
                case ":number" -> traits.put(name, random.nextInt(10_000) / 100.0);
                case ":flag" -> traits.put(name, random.nextBoolean());
                case ":date" -> traits.put(name, LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_000)).toString());
                default -> traits.put(name, "text " + random.nextInt(1_000));
            }
        }
        return traits;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String id() {
        return Long.toHexString(random.nextLong());
    }
}
