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

    private static final List<String> TEXTS = List.of("plan", "firstName", "lastName", "city", "country", "language", "currency",
            "industry",
            "company", "jobTitle", "favouriteBrand", "loyaltyTier", "paymentMethod", "referrer", "device");
    private static final List<String> NUMBERS = List.of("age", "logins", "orders", "returns", "cartSize", "totalSpent", "averageOrder",
            "discount", "employees", "points", "reviews", "rating");
    private static final List<String> FLAGS = List.of("newsletter", "vip", "trial", "verified", "darkMode", "pushEnabled", "hasApp");
    private static final List<String> DATES = List.of("birthday", "createdAt", "lastOrderAt", "trialEndsAt", "renewalDate", "lastSeenAt");
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
        traits.put(one(TEXTS), "text " + random.nextInt(1_000));
        traits.put(one(NUMBERS), random.nextInt(10_000) / 100.0);
        traits.put(one(NUMBERS), random.nextInt(100));
        traits.put(one(FLAGS), random.nextBoolean());
        traits.put(one(DATES), LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_000)).toString());
        return traits;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String id() {
        return Long.toHexString(random.nextLong());
    }
}
