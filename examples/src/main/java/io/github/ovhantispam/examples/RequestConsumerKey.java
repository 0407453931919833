package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.PendingConsumerKey;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A consumer key with the least rights that the library needs: it is asked for, its owner agrees in a browser, and it
 * is saved in a file that nobody else can read.
 *
 * <p>Without arguments it runs on an emulator, where the program itself opens the validation page. With {@code --live}
 * and a file it asks for a key of the application in {@code OVH_APPLICATION_KEY} and {@code OVH_APPLICATION_SECRET}, at
 * {@code OVH_ENDPOINT}, and waits up to ten minutes for somebody to open the page.
 */
public final class RequestConsumerKey {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int POLLS = 120;

    private RequestConsumerKey() {}

    /**
     * Asks for a key, waits until it is valid, and saves it.
     *
     * @param arguments nothing, or {@code --live} and the file to write
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.size() == 2 && given.get(0).equals("--live")) {
                Path file = Path.of(given.get(1));
                requestInto(file, System.getenv(), page -> System.out.println("Open " + page + " and agree."));
                System.out.println("The key is in " + file);
            } else if (given.isEmpty()) {
                requestFromEmulator();
            } else {
                throw new IllegalArgumentException("the only arguments are --live and the file to write");
            }
        } catch (AntispamException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (FileAlreadyExistsException e) {
            System.err.println(e.getFile() + " exists: name another file; no key was asked for");
            System.exit(1);
        } catch (IOException e) {
            System.err.println("cannot reach the page or write the file: " + e);
            System.exit(1);
        } catch (InterruptedException e) {
            System.err.println("interrupted; a key that nobody agrees to is of no use to anybody");
            System.exit(1);
        }
    }

    private static Map<String, String> request(Map<String, String> application, ValidationPage page)
            throws IOException, InterruptedException {
        PendingConsumerKey pending =
                AntispamClient.builder().environment(application).requestConsumerKey();
        page.open(pending.validationUrl());
        Map<String, String> account = new HashMap<>(application);
        account.put("OVH_CONSUMER_KEY", pending.consumerKey());
        try (AntispamClient antispam =
                AntispamClient.builder().environment(account).build()) {
            for (int poll = 1; true; poll++) {
                try {
                    System.out.println("The key works: the account has "
                            + antispam.ipBlocks().list().size() + " blocks.");
                    return account;
                } catch (AuthenticationException e) { // nobody has agreed yet
                    if (poll == POLLS) {
                        throw e;
                    }
                    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                }
            }
        }
    }

    private static void requestInto(Path file, Map<String, String> application, ValidationPage page)
            throws IOException, InterruptedException {
        // First the file: a key that cannot be saved would be lost.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean saved = false;
        try {
            Files.writeString(file, configuration(request(application, page)));
            saved = true;
        } finally {
            if (!saved) {
                Files.delete(file);
            }
        }
    }

    private static String configuration(Map<String, String> account) {
        return """
                [default]
                endpoint=%1$s

                [%1$s]
                application_key=%2$s
                application_secret=%3$s
                consumer_key=%4$s
                """.formatted(
                        account.getOrDefault("OVH_ENDPOINT", "ovh-eu"),
                        account.get("OVH_APPLICATION_KEY"),
                        account.get("OVH_APPLICATION_SECRET"),
                        account.get("OVH_CONSUMER_KEY"));
    }

    private static void requestFromEmulator() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("consumer-key");
        Path file = directory.resolve("ovh.conf");
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            emulator.seedGuide();
            Map<String, String> application = new HashMap<>(emulator.environment());
            application.remove("OVH_CONSUMER_KEY");
            requestInto(file, application, RequestConsumerKey::agree);
            System.out.println("Saved with the mode "
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + ", and deleted again.");
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static void agree(URI page) throws IOException, InterruptedException {
        System.out.println("The owner of the account opens the page at " + page.getHost() + " and agrees.");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
    }

    /** The way in which the owner comes to the page. */
    private interface ValidationPage {
        void open(URI page) throws IOException, InterruptedException;
    }
}
