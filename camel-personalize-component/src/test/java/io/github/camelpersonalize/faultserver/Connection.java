// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** One connection: reads a request, does as the script says, and begins again if the connection is still open. */
final class Connection implements Runnable {

    private final Socket socket;
    private final Journal journal;
    private final AnswerScript script;
    private final ProjectApi api;
    private final int number;
    private InputStream in;
    private OutputStream out;

    Connection(Socket socket, Journal journal, AnswerScript script, ProjectApi api) {
        this.socket = socket;
        this.journal = journal;
        this.script = script;
        this.api = api;
        this.number = journal.connected();
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            while (exchange()) {
                // the next request
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, or the server is being closed: tests look at what the client made of it
        }
    }

    /** @return whether another request may follow */
    private boolean exchange() throws IOException, InterruptedException {
        HttpRequestReader request = new HttpRequestReader(in);
        if (!request.readLine()) {
            return false;
        }
        Journal.Entry entry = journal.begin();
        try {
            return answer(request, script.answer(entry.number(), request), entry);
        } finally {
            entry.end();
        }
    }

    private boolean answer(HttpRequestReader request, Answer answer, Journal.Entry entry) throws IOException, InterruptedException {
        Delivery delivery = answer.delivery();
        boolean received = request.readRest(delivery.requestBytes());
        entry.record(request, number);
        if (!received) {
            return end(delivery.ending(), false);
        }
        answer.received();
        Wire wire = answer.wire(api.answer(request, answer.isApplied()));
        answer.ready();
        send(wire, delivery.responseBytes(wire, request.size()), delivery, entry);
        boolean closes = wire.closes() || !request.keepsAlive();
        return end(closes && delivery.ending() == Ending.KEEP_ALIVE ? Ending.FIN : delivery.ending(), true);
    }

    /** The request counts as over before the client can know that it is, lest it seem to overlap with the next. */
    private void send(Wire wire, int size, Delivery delivery, Journal.Entry entry) throws IOException, InterruptedException {
        byte[] bytes = wire.bytes();
        int atOnce = delivery.bytesPerSecond() > 0 ? Math.min(size, wire.head().length) : size;
        if (atOnce == size && delivery.ending() != Ending.STALL) {
            entry.end();
        }
        out.write(bytes, 0, atOnce);
        for (int i = atOnce; i < size; i++) {
            TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) / delivery.bytesPerSecond());
            if (i == size - 1 && delivery.ending() != Ending.STALL) {
                entry.end();
            }
            out.write(bytes[i]);
        }
    }

    /** @param received whether all of the request has been read: closing a socket that has more to read would reset it */
    private boolean end(Ending ending, boolean received) throws IOException {
        switch (ending) {
            case KEEP_ALIVE -> {
                return received;
            }
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> in.transferTo(OutputStream.nullOutputStream());
            case FIN -> {
                if (!received) {
                    socket.shutdownOutput();
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return false;
    }
}
