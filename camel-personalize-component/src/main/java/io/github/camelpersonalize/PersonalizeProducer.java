// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.Batch;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.batch.RecordOperations;
import io.github.camelpersonalize.batch.WriteRequest;
import io.github.camelpersonalize.batch.WriteRequestReader;
import io.github.camelpersonalize.binding.ControlHeaders;
import io.github.camelpersonalize.binding.Input;
import io.github.camelpersonalize.binding.InputReader;
import io.github.camelpersonalize.binding.ManifestInput;
import io.github.camelpersonalize.binding.ResultWriter;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.context.ProducerChecks;
import io.github.camelpersonalize.context.ResourceStats;
import io.github.camelpersonalize.convergence.DesiredState;
import io.github.camelpersonalize.convergence.ManifestOperations;
import io.github.camelpersonalize.convergence.ProjectResult;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.project.Project;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Carries out what a message asks for: reads it, calls the service, and writes the answer. Thread-safe. */
public class PersonalizeProducer extends DefaultProducer {

    private final EndpointSettings settings;
    private final ControlHeaders order;
    private final InputReader input;
    private final ExceptionTranslator failure;
    private Optional<BodyCheck> check;
    /** Of the project as a whole only: it loads schemas of its own. */
    private ManifestInput manifests;
    private ApiClient client;
    private RandomGenerator random;
    private ProducerChecks.Group health;
    private CallStats stats;

    PersonalizeProducer(PersonalizeEndpoint endpoint) {
        super(endpoint);
        this.settings = endpoint.settings();
        this.order = new ControlHeaders(settings);
        this.input = new InputReader(settings);
        this.failure = new ExceptionTranslator(settings);
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
        stats = CallStats.partOf(getEndpoint().stats(), ResourceStats.of(context()).of(settings.resource()), health.stats());
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
        ControlHeaders.Invocation asked;
        try {
            asked = order.of(message);
        } catch (IllegalArgumentException e) {
            throw failure.exception(InputRecord.NONE, rejected("BAD_HEADER", e.getMessage()));
        }
        process(message, asked.operation(),
                new ProjectClient(client, asked.projectUid(), settings.retryPolicy(), getEndpoint().getComponent().time(), random,
                        stats));
    }

    private void process(Message message, Operation operation, ProjectClient projectClient) throws PersonalizeException {
        PersonalizeComponent component = getEndpoint().getComponent();
        Project project = component.project(settings, projectClient, check);
        Batch batch = new Batch(project, name -> component.state(settings, projectClient.projectUid(), "version:" + name));
        try {
            if (manifests != null) {
                DesiredState state = new DesiredState(project, settings.pruning().prune(), settings.pruning().maxDeletes(),
                        component.state(settings, projectClient.projectUid(), "ledger"));
                whole(message, new ManifestOperations(manifests, batch, state).execute(operation, message));
                return;
            }
            Input asked = input.read(operation, message);
            if (asked instanceof Input.Batch records) {
                report(message, batch.write(requests(operation, records.items())));
            } else if (asked instanceof Input.Single single) {
                one(message, single.item(), new RecordOperations(settings, operation, project, batch).execute(single.item()));
            } else if (asked instanceof Input.Refused refused) {
                one(message, InputRecord.NONE, rejected("NO_BATCH", refused.why()));
            }
        } finally {
            message.setHeader(PersonalizeConstants.REQUEST_COUNT, projectClient.requests());
        }
    }

    private void one(Message message, InputRecord item, Result result) throws PersonalizeException {
        if (result instanceof Result.Failure failed) {
            ResultWriter.writeFailure(message, failed.outcome(), failed.problem().status());
            throw failure.exception(item, failed);
        }
        ResultWriter.write(message, (Result.Success) result);
    }

    private List<WriteRequest> requests(Operation operation, List<InputRecord> items) {
        WriteRequestReader reader = new WriteRequestReader(settings);
        return items.stream().map(item -> reader.of(operation, item)).toList();
    }

    private void whole(Message message, ProjectResult result) throws PersonalizeException {
        if (result instanceof ProjectResult.Report report) {
            report(message, report.settled());
        } else if (result instanceof ProjectResult.Document document) {
            ResultWriter.write(message, document.document());
        } else if (result instanceof ProjectResult.Failed failed) {
            one(message, InputRecord.NONE, failed.failure());
        }
    }

    private void report(Message message, List<WriteResult> settled) throws PersonalizeException {
        BatchReport report = BatchReport.of(settled);
        if (settings.failOn().fails(report)) {
            throw failure.exception(report, WriteResult.worst(settled).orElseThrow());
        }
        ResultWriter.write(message, report);
    }

    private CamelContext context() {
        return getEndpoint().getCamelContext();
    }

    private static Result.Failure rejected(String code, String why) {
        return Result.Failure.of(Problem.rejected(code, why));
    }
}
