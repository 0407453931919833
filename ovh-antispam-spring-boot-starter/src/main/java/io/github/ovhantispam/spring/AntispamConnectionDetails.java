package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * The server and the credentials of the application's client. A bean of this type takes the place of the properties
 * {@code ovh.antispam.endpoint} and those of the credentials, which are then not read.
 */
public interface AntispamConnectionDetails extends ConnectionDetails {

    /**
     * Returns where the API is.
     *
     * @return the endpoint
     */
    Endpoint endpoint();

    /**
     * Returns the credentials.
     *
     * @return the credentials
     */
    Credentials credentials();
}
