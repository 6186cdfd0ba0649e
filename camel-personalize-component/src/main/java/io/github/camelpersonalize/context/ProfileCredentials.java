// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.context;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelpersonalize.credentials.Credentials;
import io.github.camelpersonalize.credentials.CredentialsException;
import org.apache.camel.CamelContext;

/**
 * Access tokens of an OAuth profile of Camel, {@code camel.oauth.<profile>.*}, which camel-oauth requests and caches. Camel has profiles since 4.19, so
 * that they are found by reflection.
 *
 * @param context that has the profile
 * @param profile its name
 * @param resolve Camel's method that returns the access token of a profile
 */
public record ProfileCredentials(CamelContext context, String profile, Method resolve) implements Credentials {

    private static final String HELPER = "org.apache.camel.support.OAuthHelper";
    private static final String FACTORY = "oauth-client-authentication-factory";

    /** The credentials of a profile; empty where Camel is older than 4.19, or camel-oauth is not on the class path. */
    public static Optional<Credentials> of(CamelContext context, String profile) {
        boolean hasFactory = context.getCamelContextExtension().getBootstrapFactoryFinder().findClass(FACTORY).isPresent();
        return Optional.ofNullable(context.getClassResolver().resolveClass(HELPER)).filter(helper -> hasFactory)
                .flatMap(ProfileCredentials::resolver).map(resolve -> new ProfileCredentials(context, profile, resolve));
    }

    private static Optional<Method> resolver(Class<?> helper) {
        try {
            return Optional.of(helper.getMethod("resolveOAuthToken", CamelContext.class, String.class));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    @Override
    public Header header() throws CredentialsException {
        try {
            return new Header("authorization", "Bearer " + Objects.requireNonNull(resolve.invoke(null, context, profile)));
        } catch (InvocationTargetException e) {
            throw failed(e.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw failed(e);
        }
    }

    /** What the cause says is dropped, because it may repeat what the authorization server responded. */
    private CredentialsException failed(Throwable cause) {
        return new CredentialsException("the OAuth profile " + profile + " supplies no access token (" + cause.getClass().getName()
                + "); check camel.oauth." + profile + ".*", isOutage(cause), cause);
    }

    private static boolean isOutage(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }

    /** camel-oauth may return the token that was rejected, from its cache. */
    @Override
    public boolean refresh(Header rejected) throws CredentialsException {
        return !header().equals(rejected);
    }

    @Override
    public String kind() {
        return "the OAuth profile " + profile;
    }

    @Override
    public String toString() {
        return kind();
    }
}
