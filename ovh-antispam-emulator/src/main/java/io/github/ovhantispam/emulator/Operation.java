package io.github.ovhantispam.emulator;

/** The routes that the emulator serves, as the purpose of a request. */
public enum Operation {
    /** {@code GET /auth/time}. */
    AUTH_TIME,
    /** {@code POST /auth/credential}: asks for a consumer key. */
    REQUEST_CREDENTIAL,
    /** {@code GET /auth/currentCredential}. */
    CURRENT_CREDENTIAL,
    /** {@code GET /auth/details}. */
    AUTH_DETAILS,
    /** {@code POST /auth/logout}. */
    LOGOUT,
    /**
     * {@code POST /auth/oauth2/token}, beside the API and not below it: an OAuth2 access token for client credentials.
     */
    OAUTH2_TOKEN,
    /** {@code GET /ip}. */
    LIST_BLOCKS,
    /** {@code GET /ip/{ip}}. */
    GET_BLOCK,
    /** {@code PUT /ip/{ip}}: changes the description. */
    EDIT_BLOCK,
    /** {@code GET /ip/{ip}/spam}. */
    LIST_SPAM,
    /** {@code GET /ip/{ip}/spam/{ipSpamming}}. */
    GET_SPAM,
    /** {@code GET /ip/{ip}/spam/{ipSpamming}/stats}. */
    GET_STATS,
    /** {@code POST /ip/{ip}/spam/{ipSpamming}/unblock}. */
    UNBLOCK,
    /** A request that matches no route, or a route with another verb. */
    UNKNOWN
}
