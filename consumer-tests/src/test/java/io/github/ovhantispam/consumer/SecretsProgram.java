package io.github.ovhantispam.consumer;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.client.PendingConsumerKey;
import io.github.ovhantispam.client.ReverseResource;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Provokes every failure there is with every kind of credentials, against a server that also prints them back, with
 * every logger at its most talkative, and prints all exceptions and public objects.
 */
final class SecretsProgram {

    /** Held, or the loggers' levels would be collected with them. */
    private static final Logger ROOT = Logger.getLogger("");

    private SecretsProgram() {}

    public static void main(String... args) throws Exception {
        ConsoleHandler everything = new ConsoleHandler();
        everything.setLevel(Level.ALL);
        ROOT.addHandler(everything);
        ROOT.setLevel(Level.ALL);
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            Endpoint endpoint = Endpoint.of(emulator.endpoint().toString());
            Map<String, String> keys = emulator.environment();
            Map<String, String> account = emulator.oauth2Environment();
            String token = emulator.accessTokenEnvironment().get("OVH_ACCESS_TOKEN");
            Map<Credentials, List<String>> kinds = new LinkedHashMap<>();
            String applicationKey = keys.get("OVH_APPLICATION_KEY");
            String applicationSecret = keys.get("OVH_APPLICATION_SECRET");
            String consumerKey = keys.get("OVH_CONSUMER_KEY");
            kinds.put(
                    Credentials.applicationKeys(applicationKey, applicationSecret, consumerKey),
                    List.of(applicationKey, applicationSecret, consumerKey));
            String id = account.get("OVH_CLIENT_ID");
            String secret = account.get("OVH_CLIENT_SECRET");
            kinds.put(Credentials.oauth2(id, secret), List.of(id, secret));
            kinds.put(Credentials.accessToken(token), List.of(token));
            List<String> secrets = new ArrayList<>();
            kinds.forEach((credentials, itsSecrets) -> {
                // A server can print back what it was sent, and no more.
                provoke(emulator, endpoint, credentials, itsSecrets);
                secrets.addAll(itsSecrets);
            });
            PendingConsumerKey pending = AntispamClient.builder()
                    .endpoint(endpoint)
                    .credentials(Credentials.application(
                            keys.get("OVH_APPLICATION_KEY"), keys.get("OVH_APPLICATION_SECRET")))
                    .requestConsumerKey();
            System.out.println(pending);
            secrets.add(pending.consumerKey());
            // The parent has to know what to look for, in a form that is none of it.
            secrets.forEach(each -> System.out.println("SECRET " + new StringBuilder(each).reverse()));
        }
    }

    private static void provoke(
            AntispamEmulator emulator, Endpoint endpoint, Credentials credentials, Collection<String> secrets) {
        AntispamClient.Builder builder = AntispamClient.builder()
                .endpoint(endpoint)
                .credentials(credentials)
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .timeout(Duration.ofMillis(700))
                .listener(new Printing());
        try (AntispamClient antispam = builder.build()) {
            emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
            SpamIpResource ip = antispam.ipBlock("192.0.2.0/24").spamIp("192.0.2.1");
            ReverseResource reverse = antispam.ipBlock("192.0.2.0/24").reverse("192.0.2.1");
            List<Object> objects = List.of(
                    endpoint,
                    credentials,
                    builder,
                    antispam,
                    antispam.ipBlocks(),
                    antispam.ipBlocks().details(),
                    ip,
                    antispam.ipBlock("192.0.2.0/24"),
                    antispam.ipBlock("192.0.2.0/24").spamIps(),
                    ip.release(p -> {}),
                    antispam.notifications(),
                    antispam.supportTickets(),
                    reverse,
                    antispam.sweep().watch(Duration.ofHours(1)));
            objects.forEach(System.out::println);
            for (Consumer<FaultRule> fault : faults(secrets)) {
                for (Operation operation :
                        List.of(Operation.GET_SPAM, Operation.UNBLOCK, Operation.AUTH_TIME, Operation.OAUTH2_TOKEN)) {
                    fault.accept(emulator.faults().on(operation).times(5));
                    print(ip::get);
                    print(() -> ip.unblock(p -> {}));
                    print(() -> ip.release(p -> {}).await());
                    emulator.faults().clear();
                }
                for (Operation operation : List.of(
                        Operation.LIST_NOTIFICATIONS,
                        Operation.CREATE_TICKET,
                        Operation.SET_REVERSE,
                        Operation.DELETE_REVERSE)) {
                    fault.accept(emulator.faults().on(operation).times(5));
                }
                print(() -> antispam.notifications().list());
                print(() -> antispam.supportTickets().create(NewTicket.of("Subject", "Text")));
                print(() -> reverse.set("mail.example.com."));
                print(() -> {
                    reverse.delete();
                    return "deleted";
                });
                emulator.faults().clear();
            }
        }
    }

    private static List<Consumer<FaultRule>> faults(Collection<String> secrets) {
        String echo = String.join(" and ", secrets) + " and "
                + String.join("", secrets).substring(5);
        String json = "{\"message\":\"" + echo + "\",\"class\":\"" + echo + "\"}";
        Map<String, String> headers = Map.of("X-Ovh-QueryId", echo, "Date", echo, "Retry-After", echo);
        return List.of(
                FaultRule::resetBeforeProcessing,
                FaultRule::resetWithinBody,
                FaultRule::emptyResponse,
                FaultRule::truncatedJson,
                fault -> fault.htmlPage(502),
                fault -> fault.retryAfter(429, Duration.ofHours(1)),
                fault -> fault.redirect(302, URI.create("http://127.0.0.1:1/")),
                fault -> fault.raw(400, headers, json),
                fault -> fault.raw(401, headers, json),
                fault -> fault.raw(403, headers, echo),
                fault -> fault.raw(404, headers, json),
                fault -> fault.raw(500, headers, "<html>" + echo),
                fault -> fault.raw(302, headers, echo),
                fault -> fault.raw(200, headers, echo),
                fault -> fault.raw(200, headers, "{\"state\":\"" + echo + "\"," + json.substring(1)),
                FaultRule::neverRespond);
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static void print(Call call) {
        try {
            System.out.println(call.run());
        } catch (AntispamException e) {
            e.printStackTrace(System.out);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Printing implements AntispamListener {

        @Override
        public void responseReceived(Request request, Response response) {
            System.out.println(request + " " + response);
        }

        @Override
        public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
            failure.printStackTrace(System.out);
        }

        @Override
        public void requestRetried(Request request, Duration pause, AntispamException because) {
            because.printStackTrace(System.out);
        }
    }
}
