// SPDX-License-Identifier: Apache-2.0

package io.github.camelpersonalize.emulator;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.github.camelpersonalize.emulator.admin.AdminApi;
import io.github.camelpersonalize.emulator.admin.Backstage;
import io.github.camelpersonalize.emulator.http.Request;
import io.github.camelpersonalize.emulator.journal.RequestJournal;
import io.github.camelpersonalize.emulator.script.Reply;
import io.github.camelpersonalize.emulator.script.ScriptBook;
import io.github.camelpersonalize.emulator.script.Step;
import io.github.camelpersonalize.emulator.service.Credentials;
import io.github.camelpersonalize.emulator.service.Entrance;
import io.github.camelpersonalize.emulator.service.RateLimit;
import io.github.camelpersonalize.emulator.service.Route;
import io.github.camelpersonalize.emulator.service.Service;

/**
 * The box without its wires. One lock is around all of it: requests are carried out one after the other, so the journal's order is the order in which the
 * state changed.
 */
final class Emulation {

    private final EmulatorOptions options;
    private final Clock clock;
    private final Credentials credentials = new Credentials();
    private final Backstage backstage;
    private final Service service;
    private final AdminApi admin;

    Emulation(EmulatorOptions options) {
        this.options = options;
        this.clock = options.clock();
        RateLimit limit = new RateLimit(options.rateLimit(), clock);
        this.service = options.personality().service(options, new Entrance(credentials, limit, options.retryAfter()));
        this.backstage = new Backstage(service, limit, new RequestJournal(), new ScriptBook());
        this.admin = new AdminApi(backstage, this::reset);
        acceptAll();
    }

    synchronized Reply reply(Request request) {
        return admin.answer(request).map(Reply::plain).orElseGet(() -> serve(request));
    }

    synchronized <T> T with(Function<Backstage, T> action) {
        return action.apply(backstage);
    }

    synchronized void accept(Set<String> authtokens, Set<String> accessTokens) {
        credentials.accept(authtokens, accessTokens);
    }

    synchronized void reset() {
        backstage.reset();
        acceptAll();
    }

    private void acceptAll() {
        Set<String> accessTokens = new HashSet<>(options.accessTokens());
        accessTokens.addAll(options.live().readOnlyTokens());
        accept(options.authtokens(), accessTokens);
    }

    private Reply serve(Request request) {
        Instant time = clock.instant();
        Reply reply = service.turnAway(request).map(Reply::plain).orElseGet(() -> play(request));
        String fault = reply.fault().map(Enum::name).orElse("");
        Route<?> route = service.route(request);
        backstage.journal().write(request, route.operationId(), route.counted(), time, reply.answer(), fault);
        return reply;
    }

    private Reply play(Request request) {
        Optional<Step> step = backstage.scripts().next(request);
        return step.map(scripted -> scripted.reply(() -> service.serve(request), service::scripted))
                .orElseGet(() -> Reply.plain(service.serve(request)));
    }
}
