package io.github.ovhantispam.client.internal.config;

import io.github.ovhantispam.client.internal.secret.HeaderValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A way to prove one's right. Public only so that {@code Credentials} can hold one. */
public sealed interface AuthMethod {

    /** Returns its kind, in words that are safe to print. */
    String kind();

    /** Every value that must never be printed. */
    List<String> secrets();

    static AuthMethod applicationKeys(String applicationKey, String applicationSecret, String consumerKey) {
        return new ApplicationKeys(
                HeaderValue.checked("applicationKey", applicationKey),
                HeaderValue.checked("applicationSecret", applicationSecret),
                HeaderValue.checked("consumerKey", consumerKey));
    }

    static AuthMethod application(String applicationKey, String applicationSecret) {
        return new ApplicationKeys(
                HeaderValue.checked("applicationKey", applicationKey),
                HeaderValue.checked("applicationSecret", applicationSecret),
                null);
    }

    static AuthMethod serviceAccount(String clientId, String clientSecret) {
        return new ServiceAccount(
                HeaderValue.checked("clientId", clientId), HeaderValue.checked("clientSecret", clientSecret));
    }

    static AuthMethod accessToken(String token) {
        return new AccessToken(HeaderValue.checked("accessToken", token));
    }

    /** An application with the consumer key an account's owner gave it, if he did. */
    final class ApplicationKeys implements AuthMethod {

        public final String applicationKey;
        public final String applicationSecret;
        final @Nullable public String consumerKey;

        private ApplicationKeys(String applicationKey, String applicationSecret, @Nullable String consumerKey) {
            this.applicationKey = applicationKey;
            this.applicationSecret = applicationSecret;
            this.consumerKey = consumerKey;
        }

        @Override
        public String kind() {
            return consumerKey == null ? "application keys without a consumer key" : "application keys";
        }

        @Override
        public List<String> secrets() {
            return consumerKey == null
                    ? List.of(applicationKey, applicationSecret)
                    : List.of(applicationKey, applicationSecret, Objects.requireNonNull(consumerKey));
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** An OAuth2 service account, which gets its tokens by the client credentials grant. */
    final class ServiceAccount implements AuthMethod {

        public final String clientId;
        public final String clientSecret;

        private ServiceAccount(String clientId, String clientSecret) {
            this.clientId = clientId;
            this.clientSecret = clientSecret;
        }

        @Override
        public String kind() {
            return "OAuth2 service account";
        }

        @Override
        public List<String> secrets() {
            return List.of(clientId, clientSecret);
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /** A token from elsewhere. */
    final class AccessToken implements AuthMethod {

        public final String token;

        private AccessToken(String token) {
            this.token = token;
        }

        @Override
        public String kind() {
            return "access token";
        }

        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return kind();
        }
    }
}
