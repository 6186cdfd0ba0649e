// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faultserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The port, the open connections, and the threads that serve them, one each. */
final class Connections implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 5000;

    private final Function<Socket, Runnable> service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
    private final Listener listener = new Listener(threads, this::connected);

    /** @param service what is to be done with a new connection */
    Connections(Function<Socket, Runnable> service) {
        this.service = service;
    }

    int port() {
        return listener.port();
    }

    void accept() {
        unchecked(listener::accept);
    }

    void refuse() {
        unchecked(listener::refuse);
        open.forEach(this::disconnect);
    }

    void refuse(Duration time) {
        refuse();
        threads.execute(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
                accept();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        unchecked(listener::close);
        threads.shutdownNow();
        open.forEach(this::disconnect);
        try {
            for (Thread thread : started) {
                thread.join(PATIENCE_MILLIS);
                if (thread.isAlive()) {
                    throw new IllegalStateException("a thread of the fault server does not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    }

    private void connected(Socket socket) {
        open.add(socket);
        Runnable connection = service.apply(socket);
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    disconnect(socket);
                }
            });
        } catch (RejectedExecutionException e) {
            disconnect(socket);
        }
    }

    private void disconnect(Socket socket) {
        open.remove(socket);
        unchecked(socket::close);
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
