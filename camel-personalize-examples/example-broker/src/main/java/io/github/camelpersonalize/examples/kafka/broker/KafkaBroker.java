// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.examples.kafka.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker of one node (KRaft) in this JVM: on the loopback interface, at a free port, in a temporary folder that is gone after
 * {@link #close()}. Topics are not created by themselves.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path directory;
    private final String bootstrapServers;
    private final KafkaRaftServer server;

    private KafkaBroker(Path directory, int port, int controllerPort) throws Exception {
        this.directory = directory;
        this.bootstrapServers = HOST + ":" + port;
        format(directory);
        this.server = new KafkaRaftServer(new KafkaConfig(configuration(directory, port, controllerPort)), Time.SYSTEM);
    }

    /**
     * Starts a broker; it takes about two seconds.
     *
     * @return the broker, ready for clients
     */
    public static KafkaBroker start() {
        try {
            int[] ports = freePorts();
            KafkaBroker broker = new KafkaBroker(Files.createTempDirectory("kafka-broker-"), ports[0], ports[1]);
            broker.server.startup();
            return broker;
        } catch (Exception e) {
            throw new IllegalStateException("The Kafka broker did not start: " + e.getMessage(), e);
        }
    }

    /** Where clients connect to: host and port. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates topics. */
    public void createTopics(int partitions, List<String> topics) {
        createTopics(partitions, topics, Map.of());
    }

    /**
     * Creates topics.
     *
     * @param settings
     *            of each topic, as Kafka calls them
     */
    public void createTopics(int partitions, List<String> topics, Map<String, String> settings) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(topics.stream().map(topic -> new NewTopic(topic, partitions, (short) 1).configs(settings)).toList()).all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The topics " + topics + " were not created: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path directory) throws Exception {
        new Formatter().setClusterId(Uuid.randomUuid().toString()).setNodeId(1).setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString()).addDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION).setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    /** {@code log.cleaner.enable=false} spares 128 MiB of heap; nothing here is compacted. */
    private static Map<String, String> configuration(Path directory, int port, int controllerPort) {
        String client = "PLAINTEXT://" + HOST + ":" + port;
        return Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + HOST + ":" + controllerPort),
                Map.entry("listeners", client + ",CONTROLLER://" + HOST + ":" + controllerPort), Map.entry("advertised.listeners", client),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"), Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", directory.toString()), Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"), Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"), Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("auto.create.topics.enable", "false"), Map.entry("log.cleaner.enable", "false"));
    }

    /** Both at once, so that they differ. */
    private static int[] freePorts() throws IOException {
        InetAddress host = InetAddress.getByName(HOST);
        try (ServerSocket one = new ServerSocket(0, 1, host); ServerSocket other = new ServerSocket(0, 1, host)) {
            return new int[]{one.getLocalPort(), other.getLocalPort()};
        }
    }
}
