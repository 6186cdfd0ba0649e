// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.faults;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.simple.SimpleLogger;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Everything that some packages log while it is open, at the finest level unless another is asked for. */
public final class TraceLog implements AutoCloseable {

    private static final int TRACE = 0;
    private static final int INFO = 20;

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final PrintStream console = System.err;
    private final Map<Logger, Integer> levels = new HashMap<>();

    /** Raises the level of the loggers that exist: of all classes that were in use before. */
    public TraceLog(String... packages) {
        this(TRACE, packages);
    }

    private TraceLog(int finest, String... packages) {
        loggers().forEach((name, logger) -> {
            if (List.of(packages).stream().anyMatch(name::startsWith)) {
                levels.put(logger, level(logger, finest));
            }
        });
        System.setErr(new PrintStream(captured, true, UTF_8));
    }

    /** What an operator sees, who leaves the level at {@code INFO}. */
    public static TraceLog ofOperators(String... packages) {
        return new TraceLog(INFO, packages);
    }

    public String text() {
        return captured.toString(UTF_8);
    }

    /** The messages of a class on a level, in order. */
    public List<String> messages(String level, Class<?> source) {
        String start = level + " " + source.getName() + " - ";
        return text().lines().filter(line -> line.contains(start)).map(line -> line.substring(line.indexOf(start) + start.length()))
                .toList();
    }

    @Override
    public void close() {
        System.setErr(console);
        levels.forEach(TraceLog::level);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Logger> loggers() {
        try {
            ILoggerFactory factory = LoggerFactory.getILoggerFactory();
            Field loggers = factory.getClass().getDeclaredField("loggerMap");
            loggers.setAccessible(true);
            return (Map<String, Logger>) loggers.get(factory);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Sets the level and tells the one before: slf4j-simple can be set up only once, before the first logger. */
    private static int level(Logger logger, int level) {
        try {
            Field current = SimpleLogger.class.getDeclaredField("currentLogLevel");
            current.setAccessible(true);
            int before = current.getInt(logger);
            current.setInt(logger, level);
            return before;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
