// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.camelpersonalize.api.Operation;
import io.github.camelpersonalize.api.Resource;
import io.github.camelpersonalize.batch.Batch;
import io.github.camelpersonalize.batch.InputRecord;
import io.github.camelpersonalize.batch.RecordOperations;
import io.github.camelpersonalize.batch.RecordRules;
import io.github.camelpersonalize.binding.ComputedTarget;
import io.github.camelpersonalize.binding.ControlHeaders;
import io.github.camelpersonalize.binding.Input;
import io.github.camelpersonalize.binding.MessageBinding;
import io.github.camelpersonalize.cache.Caches;
import io.github.camelpersonalize.client.ApiClient;
import io.github.camelpersonalize.client.CallStats;
import io.github.camelpersonalize.client.Problem;
import io.github.camelpersonalize.client.ProjectClient;
import io.github.camelpersonalize.context.EndpointServices;
import io.github.camelpersonalize.context.ProducerChecks;
import io.github.camelpersonalize.context.Work;
import io.github.camelpersonalize.convergence.DesiredState;
import io.github.camelpersonalize.convergence.ManifestOperations;
import io.github.camelpersonalize.convergence.ProjectResult;
import io.github.camelpersonalize.definition.BodyCheck;
import io.github.camelpersonalize.definition.Comparison;
import io.github.camelpersonalize.model.JsonDocument;
import io.github.camelpersonalize.outcome.BatchReport;
import io.github.camelpersonalize.outcome.Progress;
import io.github.camelpersonalize.outcome.Result;
import io.github.camelpersonalize.outcome.WriteResult;
import io.github.camelpersonalize.plan.Origin;
import io.github.camelpersonalize.plan.Plan;
import io.github.camelpersonalize.project.Project;
import io.github.camelpersonalize.text.OneLine;
import io.github.camelpersonalize.text.Sha256;
import io.github.camelpersonalize.time.StopSignal;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what a message asks for: reads it, calls the service, and writes the response. Thread-safe. */
public class PersonalizeProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalizeProducer.class);

    /** Of so many definitions it is remembered that a note about them is in the log. */
    private static final int MAX_TOLD = 1000;

    private final Cache<String, Boolean> told = Caches.builder().maximumSize(MAX_TOLD).build();
    private final EndpointSettings settings;
    private final EndpointServices services;
    private final ProducerChecks.CheckKey checkKey;
    private final ControlHeaders controlHeaders;
    private final ExceptionTranslator exceptions;
    private MessageBinding binding;
    private Optional<BodyCheck> bodyCheck;
    private ApiClient client;
    private ProducerChecks.@Nullable Group health;
    private CallStats stats;

    PersonalizeProducer(Endpoint endpoint, EndpointSettings settings, EndpointServices services, ProducerChecks.CheckKey checkKey) {
        super(endpoint);
        this.settings = settings;
        this.services = services;
        this.checkKey = checkKey;
        this.controlHeaders = settings.controlHeaders();
        this.exceptions = new ExceptionTranslator(settings.resource(), settings.records().key());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        binding = settings.messageBinding();
        bodyCheck = settings.validate() ? Optional.of(new BodyCheck(settings.project().dialect())) : Optional.empty();
        client = services.client();
        ProducerChecks.Group joined = ProducerChecks.of(getEndpoint().getCamelContext()).join(checkKey);
        health = joined;
        stats = CallStats.partOf(services.stats(settings.resource()), joined.stats());
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
        ComputedTarget computed = ComputedTarget.take(exchange, getEndpoint().getEndpointUri());
        RecordRules rules = settings.records().aimedAt(computed.uid(), computed.key(), computed.versionUid());
        Message message = exchange.getMessage();
        try (Work work = services.begin(exchange)) {
            process(message, rules, work.stop());
        } catch (PersonalizeException e) {
            binding.writeFailure(message, e.getReport() == null ? e.getOutcome() : null, e.getStatus());
            throw e;
        }
    }

    private void process(Message message, RecordRules rules, StopSignal stop) throws PersonalizeException {
        ControlHeaders.Invocation invocation = invocation(message);
        ProjectClient calls = services.calls(client, settings.project().id().withUid(invocation.projectUid()), stats, stop);
        try {
            execute(Objects.requireNonNull(invocation.operation(), "a producer has an operation"), message, rules,
                    services.project(calls, bodyCheck));
        } finally {
            binding.writeRequestCount(message, calls.requests());
        }
    }

    private ControlHeaders.Invocation invocation(Message message) throws PersonalizeException {
        try {
            return controlHeaders.of(message);
        } catch (IllegalArgumentException e) {
            throw exceptions.exception(InputRecord.NONE, rejected("BAD_HEADER", String.valueOf(e.getMessage())));
        }
    }

    private void execute(Operation operation, Message message, RecordRules rules, Project project) throws PersonalizeException {
        Supplier<Progress> progress = () -> new LongRun(message.getExchange(), operation, project.name(), services.time());
        RecordOperations records = new RecordOperations(rules, project, () -> batch(project, progress.get()), settings.calls());
        Input input = binding.readRequest(operation, message, project.id(), rules.isAddressed());
        if (input instanceof Input.Single single) {
            respond(message, project, rules, single.item(), records.execute(operation, single.item()));
        } else if (input instanceof Input.Batch batch) {
            respond(message, project, records.execute(operation, batch.items()));
        } else if (input instanceof Input.Manifests manifests) {
            respond(message, project, manifests(project, progress.get()).execute(operation, manifests.parts()));
        } else if (input instanceof Input.PlanToApply saved) {
            respond(message, project, manifests(project, progress.get()).apply(saved.plan()));
        } else if (input instanceof Input.Refused refused) {
            throw exceptions.exception(InputRecord.NONE, rejected("NO_BATCH", refused.why()));
        }
    }

    private ManifestOperations manifests(Project project, Progress progress) {
        return new ManifestOperations(batch(project, progress),
                new DesiredState(project, settings.pruning(), services.state(project.id(), "ledger"), progress));
    }

    private Batch batch(Project project, Progress progress) {
        return new Batch(project, name -> services.state(project.id(), "version:" + name), progress);
    }

    private void respond(Message message, Project project, RecordRules rules, InputRecord item, Result result)
            throws PersonalizeException {
        if (LOG.isDebugEnabled()) {
            LOG.debug("personalize:{}: {}", settings.resource(), OneLine.message(result.toString()));
        }
        if (result instanceof Result.Failure failed) {
            throw new ExceptionTranslator(rules.resource(), rules.key()).exception(item, failed);
        }
        Result.Success done = (Result.Success) result;
        tell(rules.resource(), done);
        binding.writeResponse(message, project.id(), done);
    }

    /** A report has such a note in the line of its record. A single definition has no place for it. */
    private void tell(Resource resource, Result.Success done) {
        if (Comparison.isNote(done.note()) && told.asMap().putIfAbsent(Sha256.hex(done.uid() + " " + done.note()), true) == null) {
            LOG.warn("{}", OneLine.message(resource.kind() + " \"" + done.key() + "\" (uid " + done.uid() + "): " + done.note()
                    + "; the same body is not written again"));
        }
    }

    private void respond(Message message, Project project, ProjectResult result) throws PersonalizeException {
        if (result instanceof ProjectResult.Report report) {
            respond(message, project, report.results());
        } else if (result instanceof ProjectResult.Document document) {
            binding.writeResponse(message, project.id(), withOrigin(project, document.document()));
        } else if (result instanceof ProjectResult.Failed failed) {
            throw exceptions.exception(InputRecord.NONE, failed.failure());
        }
    }

    private JsonDocument withOrigin(Project project, JsonDocument document) {
        return document instanceof Plan plan
                ? plan.from(new Origin(project.id().service().toString(), services.time().now().truncatedTo(ChronoUnit.SECONDS),
                        settings.pruning().prune().name()))
                : document;
    }

    private void respond(Message message, Project project, List<WriteResult> results) throws PersonalizeException {
        BatchReport report = BatchReport.of(results);
        if (settings.failOn().fails(report)) {
            throw exceptions.exception(report, WriteResult.worst(results).orElseThrow());
        }
        binding.writeResponse(message, project.id(), report);
    }

    private static Result.Failure rejected(String code, String why) {
        return Result.Failure.of(Problem.rejected(code, why));
    }
}
