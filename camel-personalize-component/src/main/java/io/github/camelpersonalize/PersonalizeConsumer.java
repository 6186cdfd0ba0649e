// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.change.Change;
import io.github.camelpersonalize.change.ChangeState;
import io.github.camelpersonalize.change.OwnChanges;
import io.github.camelpersonalize.change.Snapshot;
import io.github.camelpersonalize.change.SnapshotReader;
import io.github.camelpersonalize.change.SnapshotResult;
import io.github.camelpersonalize.change.SnapshotText;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.context.EndpointServices;
import io.github.camelpersonalize.context.ProjectSettings;
import io.github.camelpersonalize.context.RepositoryStore;
import io.github.camelpersonalize.context.StateClaims;
import io.github.camelpersonalize.context.Work;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.state.StateKey;
import io.github.camelpersonalize.text.OneLine;
import io.github.camelpersonalize.time.StopSignal;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the lists of definitions and sends each change since the last poll into its route, in an exchange of its own. A change counts as seen when its
 * exchange has completed, so that each is delivered at least once. The first one that fails ends the poll: the next poll delivers it again, before
 * those that follow it.
 */
public class PersonalizeConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalizeConsumer.class);

    private final CallStats watched = CallStats.whole(this::logMisconfigured);
    private final EndpointSettings settings;
    private final ConsumerSettings options;
    private final EndpointServices services;
    private ApiClient client;
    private ChangeState state;
    private OwnChanges own;

    PersonalizeConsumer(Endpoint endpoint, Processor processor, EndpointSettings settings, ConsumerSettings options,
            EndpointServices services) {
        super(endpoint, processor);
        this.settings = settings;
        this.options = options;
        this.services = services;
    }

    @Override
    protected void doStart() throws Exception {
        StateRepository<String, String> repository = options.stateRepository();
        if (!context().hasService(repository)) {
            // It is stopped with the context, not with this consumer: others may use it, too.
            context().addService(repository);
        }
        ProjectSettings project = settings.project();
        String key = new StateKey(project.id(), "changes:" + settings.resource()).toString();
        state = ChangeState.load(new RepositoryStore(repository, key),
                new SnapshotText(project.id(), settings.resource()));
        state.seen().ifPresent(this::goOn);
        client = services.client();
        Project watched = project(settings.resource(), new StopSignal());
        if (!options.ownChanges()) {
            watched.watchOwnWrites();
        }
        own = new OwnChanges(watched);
        StateClaims.of(context()).claim(repository, key, this, getRouteId());
        super.doStart();
    }

    private Project project(Resource part, StopSignal stop) {
        CallStats stats = CallStats.partOf(services.stats(part), watched);
        return services.project(services.calls(client, settings.project().id(), stats, stop), Optional.empty());
    }

    /** Once until a poll works again. What Camel logs of each poll that fails says neither that it goes on so, nor what it costs. */
    private void logMisconfigured(Problem problem) {
        LOG.error("No change is delivered by personalize:{} until its configuration is fixed: {}", settings.resource(), problem.message());
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        StateClaims.of(context()).release(this);
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        state.save();
        own.pollBegins();
        Snapshot now = read();
        if (state.seen().isEmpty()) {
            begin(now);
        }
        List<Change> changes = state.seen().orElseThrow().changes(settings.resource(), now);
        Queue<Object> left = new ArrayDeque<>(changes);
        int delivered = processBatch(left);
        if (left.isEmpty() && isBatchAllowed()) {
            own.pollEnds();
        }
        state.save();
        return delivered;
    }

    private void begin(Snapshot now) {
        state.begin(options.emitInitial() ? Snapshot.empty() : now);
        String delivered = options.emitInitial() ? "delivers each as created (emitInitial), and changes" : "delivers changes";
        LOG.info("personalize:{} begins with the {} definitions that project {} has: it {} from now on", settings.resource(),
                now.size(), settings.project().id().uid(), delivered);
    }

    private void goOn(Snapshot seen) {
        LOG.info("personalize:{} goes on from its saved state, of {} definitions of project {}", settings.resource(),
                seen.size(), settings.project().id().uid());
    }

    private Snapshot read() throws PersonalizeException {
        SnapshotResult result;
        try (Work work = services.beginPoll(getRouteId())) {
            result = new SnapshotReader(settings.resource(), part -> project(part, work.stop())).read();
        }
        if (result instanceof SnapshotResult.Failure failed) {
            throw new ExceptionTranslator(failed.resource(), null).exception(InputRecord.NONE, failed.failure());
        }
        return ((SnapshotResult.Success) result).snapshot();
    }

    @Override
    public int processBatch(Queue<Object> changes) throws Exception {
        int size = (int) changes.stream().filter(this::isSelected).count();
        int index = 0;
        for (Change change = (Change) changes.poll(); change != null && isBatchAllowed(); change = (Change) changes.poll()) {
            if (isSelected(change)) {
                pendingExchanges = size - index - 1;
                deliver(change, index, size);
                index++;
                state.advance(change);
                state.save();
            } else {
                state.advance(change);
            }
        }
        return index;
    }

    private boolean isSelected(Object change) {
        Change found = (Change) change;
        return options.changes().contains(found.type()) && (options.ownChanges() || !own.isOwn(found));
    }

    private void deliver(Change change, int index, int size) throws CamelExchangeException {
        Exchange exchange = createExchange(false);
        try {
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
            write(change, exchange.getMessage());
            process(exchange);
            if (isUndelivered(exchange)) {
                throw new CamelExchangeException(
                        OneLine.message("the route failed with " + change + ", which will be delivered again"),
                        exchange,
                        exchange.getException());
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private static boolean isUndelivered(Exchange exchange) {
        return exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    private void write(Change change, Message message) {
        MessageBinding.writeChange(message, settings.project().id(), change.resource(), change.uid(), change.key(),
                Json.definition(change.definition()));
        message.setHeader(PersonalizeConstants.CHANGE, change.type().name());
        message.setHeader(PersonalizeConstants.KIND, change.resource().kind());
        if (change.previous() != null) {
            message.setHeader(PersonalizeConstants.PREVIOUS, Json.definition(change.previous()));
        }
    }

    private CamelContext context() {
        return getEndpoint().getCamelContext();
    }
}
