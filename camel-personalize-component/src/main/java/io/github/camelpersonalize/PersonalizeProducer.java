// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.api.BodyCheck;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.Conversation;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.Traffic;
import io.github.camelpersonalize.converge.Batch;
import io.github.camelpersonalize.converge.BatchReport;
import io.github.camelpersonalize.converge.DesiredState;
import io.github.camelpersonalize.converge.Project;
import io.github.camelpersonalize.converge.ProjectResult;
import io.github.camelpersonalize.converge.Result;
import io.github.camelpersonalize.converge.Settled;
import io.github.camelpersonalize.converge.Wish;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Carries out what a message asks for: reads it, calls the service, and writes the answer. Thread-safe. */
public class PersonalizeProducer extends DefaultProducer {

    private final EndpointSettings settings;
    private final MessageOrder order;
    private final InputReader input;
    private final Failure failure;
    private Optional<BodyCheck> check;
    /** Of the project as a whole only: it loads schemas of its own. */
    private ManifestInput manifests;
    private ApiClient client;
    private RandomGenerator random;
    private ProducerChecks.Group health;
    private Traffic traffic;

    PersonalizeProducer(PersonalizeEndpoint endpoint) {
        super(endpoint);
        this.settings = endpoint.settings();
        this.order = new MessageOrder(settings);
        this.input = new InputReader(settings);
        this.failure = new Failure(settings);
    }

    @Override
    public PersonalizeEndpoint getEndpoint() {
        return (PersonalizeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        manifests = settings.resource() == Resource.project ? new ManifestInput(settings.dialect()) : null;
        check = settings.validate() ? Optional.of(new BodyCheck(settings.dialect())) : Optional.empty();
        client = getEndpoint().client();
        random = new Random();
        health = ProducerChecks.of(context()).join(getEndpoint());
        traffic = Traffic.partOf(getEndpoint().traffic(), ResourceTraffic.of(context()).of(settings.resource()), health.traffic());
    }

    @Override
    protected void doStop() throws Exception {
        if (health != null) {
            health.leave();
            health = null;
        }
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        MessageOrder.Order asked;
        try {
            asked = order.of(message);
        } catch (IllegalArgumentException e) {
            throw failure.exception(InputRecord.NONE, rejected("BAD_HEADER", e.getMessage()));
        }
        process(message, asked.operation(),
                new Conversation(client, asked.projectUid(), settings.retryPolicy(), getEndpoint().getComponent().time(), random,
                        traffic));
    }

    private void process(Message message, Operation operation, Conversation conversation) throws PersonalizeException {
        PersonalizeComponent component = getEndpoint().getComponent();
        Project project = component.project(settings, conversation, check);
        Batch batch = new Batch(project, name -> component.state(settings, conversation.projectUid(), "version:" + name));
        try {
            if (manifests != null) {
                DesiredState state = new DesiredState(project, settings.pruning().prune(), settings.pruning().maxDeletes(),
                        component.state(settings, conversation.projectUid(), "ledger"));
                whole(message, new ProjectStep(manifests, batch, state).carryOut(operation, message));
                return;
            }
            Input asked = input.read(operation, message);
            if (asked instanceof Input.Batch records) {
                report(message, batch.settle(wishes(operation, records.items())));
            } else if (asked instanceof Input.Single single) {
                one(message, single.item(), new RecordStep(settings, operation, project, batch).carryOut(single.item()));
            } else if (asked instanceof Input.Refused refused) {
                one(message, InputRecord.NONE, rejected("NO_BATCH", refused.why()));
            }
        } finally {
            message.setHeader(PersonalizeConstants.REQUEST_COUNT, conversation.requests());
        }
    }

    private void one(Message message, InputRecord item, Result result) throws PersonalizeException {
        if (result instanceof Result.Failed failed) {
            ReplyWriter.writeFailure(message, failed.outcome(), failed.problem().status());
            throw failure.exception(item, failed);
        }
        ReplyWriter.write(message, (Result.Done) result);
    }

    private List<Wish> wishes(Operation operation, List<InputRecord> items) {
        WishReader reader = new WishReader(settings);
        return items.stream().map(item -> reader.of(operation, item)).toList();
    }

    private void whole(Message message, ProjectResult result) throws PersonalizeException {
        if (result instanceof ProjectResult.Report report) {
            report(message, report.settled());
        } else if (result instanceof ProjectResult.Document document) {
            ReplyWriter.write(message, document.document());
        } else if (result instanceof ProjectResult.Failed failed) {
            one(message, InputRecord.NONE, failed.failure());
        }
    }

    private void report(Message message, List<Settled> settled) throws PersonalizeException {
        BatchReport report = BatchReport.of(settled);
        if (settings.failOn().fails(report)) {
            throw failure.exception(report, Settled.worst(settled).orElseThrow());
        }
        ReplyWriter.write(message, report);
    }

    private CamelContext context() {
        return getEndpoint().getCamelContext();
    }

    private static Result.Failed rejected(String code, String why) {
        return Result.Failed.of(Problem.rejected(code, why));
    }
}
