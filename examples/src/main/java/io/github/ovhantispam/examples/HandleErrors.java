package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamApiException;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.RateLimitException;
import io.github.ovhantispam.client.ServerException;
import io.github.ovhantispam.client.ServiceExpiredException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;

/**
 * The failures that an application should tell apart, each provoked on an emulator, and what to do about each.
 *
 * <p>It runs on an emulator only, on a clock that jumps over the pauses between attempts.
 */
public final class HandleErrors {

    private HandleErrors() {}

    /**
     * Provokes the failures and prints how each is handled.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .build()) {
            emulator.seedGuide();
            SpamIpResource ip = antispam.ipBlock("122.122.122.121/28").spamIp("122.122.122.122");

            handle("an address of somebody else", () -> antispam.locate("203.0.113.9"));
            handle(
                    "an address that never sent spam",
                    () -> antispam.locate("122.122.122.125").get());
            handle("a release that comes too early", () -> ip.unblock(Precaution.mailStoppedAndQueueEmptied()));

            emulator.faults().on(Operation.GET_SPAM).status(460, "This service is expired");
            handle("a service that was not paid", ip::get);

            emulator.faults().clear();
            emulator.faults().on(Operation.GET_SPAM).times(1).status(503);
            handle("a server that fails once", ip::get);

            emulator.faults().on(Operation.GET_SPAM).status(503);
            handle("a server that keeps failing", ip::get);

            emulator.faults().clear();
            emulator.faults().on(Operation.GET_SPAM).retryAfter(429, Duration.ofSeconds(30));
            handle("too many requests", ip::get);

            emulator.faults().clear();
            emulator.faults().on(Operation.GET_SPAM).htmlPage(200);
            handle("the login page of a proxy", ip::get);

            emulator.faults().clear();
            emulator.clock().advance(Duration.ofHours(1));
            emulator.faults().on(Operation.UNBLOCK).resetBeforeProcessing();
            handle("a lost connection", () -> ip.unblock(Precaution.mailStoppedAndQueueEmptied()));

            emulator.faults().clear();
            emulator.credential().expired();
            handle("a consumer key that has expired", ip::get);
        }
    }

    private static void handle(String situation, Runnable call) {
        System.out.println(situation);
        System.out.println("   " + handled(call));
    }

    // From the special to the general; an application needs the cases that it can do something about.
    private static String handled(Runnable call) {
        try {
            call.run();
            return "success, after a retry where one was needed";
        } catch (IpStillBlockedException e) {
            return "call again in " + e.remaining().toSeconds() + " s, or let release(..) wait";
        } catch (BlockNotFoundException e) {
            return "check the address: " + e.getMessage();
        } catch (NotFoundException e) {
            return e.isSaidByApi() ? "nothing to do: no record of spam" : "check the proxy: " + e.getMessage();
        } catch (AuthenticationException e) {
            return "ask for new credentials: " + e.getMessage();
        } catch (PermissionException e) {
            return "ask for more rights: " + e.getMessage();
        } catch (ServiceExpiredException e) {
            return "renew the service of the block, or leave it out";
        } catch (RateLimitException e) {
            return "slow down"
                    + e.retryAfter()
                            .map(pause -> ", for " + pause.toSeconds() + " s")
                            .orElse("");
        } catch (ServerException e) {
            return "try later: status " + e.statusCode() + " after all retries";
        } catch (AntispamApiException e) {
            return "report it, with the query id " + e.queryId().orElse("(none)") + ": " + e.getMessage();
        } catch (AntispamIOException | AntispamTimeoutException e) {
            return e.mayHaveBeenProcessed()
                    ? "read the address before anything else: the release may have begun"
                    : "check the network: nothing was released";
        } catch (UnexpectedResponseException e) {
            return "find out who answered with status " + e.statusCode() + ": it was not the API";
        } catch (AntispamException e) {
            return e.getMessage();
        }
    }
}
