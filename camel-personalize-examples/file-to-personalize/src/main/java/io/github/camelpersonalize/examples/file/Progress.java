// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.file;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

import io.github.camelpersonalize.PersonalizeConstants;
import io.github.camelpersonalize.outcome.Coordinates;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** The route says here what becomes of each line and each file; whoever wants to know is told. */
public final class Progress {

    private static final String TALLY = "tally";

    private final Clock clock;
    private final Consumer<String> lines;
    private final Consumer<FileTally> files;
    private final Runnable stop;

    /**
     * Nothing has happened yet.
     *
     * @param clock
     *            tells how long a file took
     * @param lines
     *            told what becomes of each line
     * @param files
     *            told what became of each file
     * @param stop
     *            called when the service has refused the credentials
     */
    Progress(Clock clock, Consumer<String> lines, Consumer<FileTally> files, Runnable stop) {
        this.clock = clock;
        this.lines = lines;
        this.files = files;
        this.stop = stop;
    }

    /** A file is about to be read. Its name begins with the kind of what its lines define. */
    public void begin(Exchange exchange) {
        String name = fileName(exchange);
        exchange.setProperty("kind", name.replaceFirst("[^a-z].*", ""));
        exchange.setProperty(TALLY, new FileTally(name, clock.instant()));
    }

    /** An attempt is over, however it went. */
    public void count(@Header(PersonalizeConstants.REQUEST_COUNT) Integer requests, Exchange exchange) {
        tally(exchange).addRequests(requests == null ? 0 : requests);
    }

    /** The service has what the line defines, or the line is in the file of errors. */
    public void settled(Exchange exchange) {
        if (exchange.getProperty("refused", false, Boolean.class)) {
            tally(exchange).addRefused();
            tell(exchange, "refused", reason(exchange));
        } else {
            String outcome = exchange.getMessage().getHeader(PersonalizeConstants.OUTCOME, String.class);
            if (outcome.equals("ADOPTED")) {
                tally(exchange).addAdopted();
            } else {
                tally(exchange).addCreated();
            }
            tell(exchange, outcome.toLowerCase(Locale.ROOT), exchange.getMessage().getHeader(PersonalizeConstants.KEY, String.class));
        }
    }

    /** What the file of errors says of the line. */
    public String complaint(Exchange exchange) {
        return at(exchange) + ": " + reason(exchange) + System.lineSeparator() + "    " + exchange.getProperty("line");
    }

    /** The line will be tried again. */
    public void held(Exchange exchange) {
        tell(exchange, "held", reason(exchange));
    }

    /** No line of any file has a chance until somebody mends what is wrong: the example ends. */
    public void stopped(Exchange exchange) {
        lines.accept("stopped  " + exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class).getMessage());
        stop.run();
    }

    /** All lines of the file are settled. */
    public void end(Exchange exchange) {
        FileTally tally = tally(exchange);
        tally.end(clock.instant());
        files.accept(tally);
    }

    private void tell(Exchange exchange, String what, String detail) {
        lines.accept("%-8s %-20s %s".formatted(what, at(exchange), detail));
    }

    private static FileTally tally(Exchange exchange) {
        return exchange.getProperty(TALLY, FileTally.class);
    }

    /** The component ends its messages with the place. */
    private static String reason(Exchange exchange) {
        String message = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class).getMessage();
        String place = " (" + at(exchange) + ")";
        return message.endsWith(place) ? message.substring(0, message.length() - place.length()) : message;
    }

    private static Coordinates at(Exchange exchange) {
        return Coordinates.line(fileName(exchange), exchange.getProperty(Exchange.SPLIT_INDEX, Integer.class) + 1);
    }

    private static String fileName(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
    }
}
