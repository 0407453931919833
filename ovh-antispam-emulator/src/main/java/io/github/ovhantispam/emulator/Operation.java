package io.github.ovhantispam.emulator;

/** The routes that the emulator serves, as the purpose of a request. */
public enum Operation {
    /** {@code GET /auth/time}. */
    AUTH_TIME,
    /** {@code POST /auth/credential}: requests a consumer key. */
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
    /** {@code GET /ip/{ip}/reverse}. */
    LIST_REVERSES,
    /** {@code POST /ip/{ip}/reverse}. */
    SET_REVERSE,
    /** {@code GET /ip/{ip}/reverse/{ipReverse}}. */
    GET_REVERSE,
    /** {@code DELETE /ip/{ip}/reverse/{ipReverse}}. */
    DELETE_REVERSE,
    /** {@code GET /me/notification/email/history}. */
    LIST_NOTIFICATIONS,
    /** {@code GET /me/notification/email/history/{id}}. */
    GET_NOTIFICATION,
    /** {@code POST /support/tickets/create}. */
    CREATE_TICKET,
    /** A request that matches no route, or a route with another verb. */
    UNKNOWN
}
