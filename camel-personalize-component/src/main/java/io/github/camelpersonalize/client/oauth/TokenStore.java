package io.github.camelpersonalize.client.oauth;

/** x. */
public interface TokenStore {}
