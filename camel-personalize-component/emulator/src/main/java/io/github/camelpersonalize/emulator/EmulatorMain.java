// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The emulator as a process of its own: prints where it is and runs until it is ended. */
public final class EmulatorMain {

    private static final int PORT = 8181;

    private static final String USAGE = """
            A Personalize Management API in a box. Options:
              --port N           where to listen (8181; 0 for any free port)
              --bind ADDRESS     the address to listen on (127.0.0.1); the administration needs no credentials, so think before you open it
              --rate-limit N     requests a second for the organisation (10; 0 for no limit)
              --authtoken T      the authtoken to accept (emulator-authtoken)
              --access-token T   the bearer token to accept (emulator-access-token)
              --strict-projects  only projects that were seeded exist
              --personality P    contract (as the API's description says) or live (as the service is known to answer)
              --help, --version  this text, the version
            The following choose the personality live:
              --strict-members   refuse every member that the service does not know
              --pause-locked     an active version cannot be paused
              --stale-priority   a deleted experience stays in the priority
              --cms-polls N      so many reads after an activation come without _cms (2)
              --quota N          attributes, audiences, events, experiences of a project (100 of each)
              --organization U   the uid of the organization
              --read-only-token T  a bearer token with the right to read only""";

    private EmulatorMain() {}

    /** Exits when it is ended, or when it cannot start. */
    public static void main(String[] args) throws InterruptedException {
        System.exit(execute(List.of(args), System.out, System.err));
    }

    /**
     * Starts one and stays.
     *
     * @param out where it says where it is
     * @param err where it says what is wrong
     * @return the exit code: 0 after help, 1 when an option is wrong or the emulator cannot listen
     */
    public static int execute(List<String> args, PrintStream out, PrintStream err) throws InterruptedException {
        try (PersonalizeEmulator emulator = run(args, out)) {
            if (emulator != null) {
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            err.println(wrong.getMessage());
            err.println("See --help.");
            return 1;
        }
    }

    /** The running emulator, null when there was only something to be told. */
    static PersonalizeEmulator run(List<String> args, PrintStream out) {
        if (args.contains("--help")) {
            out.println(USAGE);
            return null;
        }
        if (args.contains("--version")) {
            out.println("Personalize emulator " + Optional.ofNullable(EmulatorMain.class.getPackage().getImplementationVersion())
                    .orElse("of a development build"));
            return null;
        }
        PersonalizeEmulator emulator = PersonalizeEmulator.start(options(args));
        out.println("Personalize emulator at " + emulator.baseUrl() + " (open it in a browser to watch), authtoken " + emulator.authtoken()
                + ", access token " + emulator.accessToken());
        return emulator;
    }

    private static EmulatorOptions options(List<String> args) {
        EmulatorOptions options = EmulatorOptions.defaults().port(PORT);
        for (int i = 0; i < args.size(); i++) {
            String name = args.get(i);
            options = switch (name) {
                case "--strict-projects" -> options.strictProjects(true);
                case "--personality" -> options.personality(Personality.named(value(args, ++i)));
                case "--port" -> options.port(number(name, value(args, ++i)));
                case "--bind" -> options.bindAddress(value(args, ++i));
                case "--rate-limit" -> options.rateLimit(number(name, value(args, ++i)));
                case "--authtoken" -> options.authtokens(value(args, ++i));
                case "--access-token" -> options.accessTokens(value(args, ++i));
                case "--strict-members" -> options.live(options.live().strictMembers(true));
                case "--pause-locked" -> options.live(options.live().pauseLocked(true));
                case "--stale-priority" -> options.live(options.live().stalePriority(true));
                case "--cms-polls" -> options.live(options.live().cmsPolls(number(name, value(args, ++i))));
                case "--quota" -> options.live(options.live().quota(number(name, value(args, ++i))));
                case "--organization" -> options.live(options.live().organizationUid(value(args, ++i)));
                case "--read-only-token" -> options.live(options.live().readOnlyTokens(value(args, ++i)));
                default -> throw new IllegalArgumentException("Unknown option " + name + ".");
            };
        }
        return options;
    }

    private static String value(List<String> args, int at) {
        if (at >= args.size()) {
            throw new IllegalArgumentException("The option " + args.get(at - 1) + " needs a value.");
        }
        return args.get(at);
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The option " + name + " needs a number, not '" + value + "'.");
        }
    }
}
