// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import io.github.camelpersonalize.faultserver.Delivery.Reach;

/**
 * What the server does with one request, as a value: whether it carries the request out, what it answers, in which form, how much of it,
 * and what then becomes of the connection. {@link Answers} has the beginnings; what follows here changes them.
 */
public final class Answer {

    private static final Step NOTHING = () -> {};

    /** The project's own answer, sent as it should be. */
    static final Answer GOOD = new Answer(UnaryOperator.identity(), Framing.LENGTH, Delivery.WHOLE, true, NOTHING, NOTHING);

    private final UnaryOperator<Response> content;
    private final Framing framing;
    private final Delivery delivery;
    private final boolean applied;
    private final Step received;
    private final Step ready;

    /** Something that a test does while the server is dealing with a request; it may wait. */
    @FunctionalInterface
    public interface Step {
        void run() throws InterruptedException;
    }

    private Answer(UnaryOperator<Response> content, Framing framing, Delivery delivery, boolean applied, Step received, Step ready) {
        this.content = content;
        this.framing = framing;
        this.delivery = delivery;
        this.applied = applied;
        this.received = received;
        this.ready = ready;
    }

    /** The request is carried out before it is answered, if all of it has come. */
    public Answer applied() {
        return applied(true);
    }

    /** Sets a header; {@code null} takes it away, also {@code Content-Type}. */
    public Answer header(String name, String value) {
        return content(answer -> answer.header(name, value));
    }

    /** Puts another body in place of the one that the answer has. */
    public Answer body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts another body in place of the one that the answer has. */
    public Answer body(byte[] body) {
        return content(answer -> answer.body(body));
    }

    /** The form on the wire. */
    public Answer framed(Framing form) {
        return new Answer(content, form, delivery, applied, received, ready);
    }

    /** The head comes at once, the body at that pace. */
    public Answer slow(int bytesPerSecond) {
        return delivered(delivery.pace(bytesPerSecond));
    }

    /** What becomes of the connection after the answer. */
    public Answer then(Ending ending) {
        return delivered(delivery.then(ending));
    }

    /** Ends after the head of the answer. */
    public Answer afterHeaders() {
        return afterBody(0);
    }

    /** Ends after the head and that many bytes of the body; what frames chunks counts as body. */
    public Answer afterBody(int bytes) {
        return delivered(delivery.to(Reach.BODY_BYTES, bytes));
    }

    /** Ends after that many bytes of the whole answer. */
    public Answer afterBytes(int bytes) {
        return delivered(delivery.to(Reach.RESPONSE_BYTES, bytes));
    }

    /** Ends when the request line has been read, while the client may still be sending. The request is never carried out. */
    public Answer unread() {
        return delivered(delivery.to(Reach.REQUEST_LINE, 0));
    }

    /** Ends when that many bytes of request and answer together have passed; the request is carried out if it is among them. */
    public Answer cutAt(int bytes) {
        return delivered(delivery.to(Reach.EXCHANGE_BYTES, bytes)).applied(true);
    }

    /** Does something when the request has been read and recorded, before it is carried out. */
    public Answer whenReceived(Step step) {
        return new Answer(content, framing, delivery, applied, step, ready);
    }

    /** Does something when the request has been carried out (or not), before the first byte is answered. */
    public Answer whenReady(Step step) {
        return new Answer(content, framing, delivery, applied, received, step);
    }

    Answer applied(boolean carriedOut) {
        return new Answer(content, framing, delivery, carriedOut, received, ready);
    }

    Answer content(UnaryOperator<Response> change) {
        return new Answer(own -> change.apply(content.apply(own)), framing, delivery, applied, received, ready);
    }

    Answer delivered(Delivery other) {
        return new Answer(content, framing, other, applied, received, ready);
    }

    boolean isApplied() {
        return applied;
    }

    Delivery delivery() {
        return delivery;
    }

    Wire wire(Response own) {
        return framing.wire(content.apply(own));
    }

    void received() throws InterruptedException {
        received.run();
    }

    void ready() throws InterruptedException {
        ready.run();
    }
}
