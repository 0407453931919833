package io.github.ovhantispam.mail.internal.log.trace;

import io.github.ovhantispam.mail.internal.log.scan.WantedIds;
import java.util.ArrayList;
import java.util.List;

/** The passes that were found, by wanted Message-ID, and those that were found by their queue id. */
public final class FoundMails {

    /** A hostile log may give one Message-ID to every mail of a year. */
    private static final int MOST_PASSES = 100_000;

    private static final int MOST_OF_ONE = 100;

    private final List<List<Pass>> byId;
    private final List<Pass> byQueue = new ArrayList<>();
    private int passes;
    private boolean full;

    /** None were found yet of so many Message-IDs. */
    public FoundMails(int ids) {
        byId = new ArrayList<>(ids);
        for (int i = 0; i < ids; i++) {
            byId.add(new ArrayList<>(2));
        }
    }

    boolean isFull() {
        full |= passes >= MOST_PASSES;
        return full;
    }

    /** Returns whether something was found that was not kept. */
    boolean wasFull() {
        return full;
    }

    void add(Pass pass, int id) {
        List<Pass> mail = id == WantedIds.NONE ? byQueue : byId.get(id);
        int last = mail.size() - 1;
        if (last >= 0 && mail.get(last) == pass) {
            return;
        }
        passes++;
        if (id == WantedIds.NONE || mail.size() <= MOST_OF_ONE) {
            mail.add(pass);
        }
    }

    List<Pass> of(int id) {
        List<Pass> mail = byId.get(id);
        return mail.subList(0, Math.min(mail.size(), MOST_OF_ONE));
    }

    boolean isCapped(int id) {
        return byId.get(id).size() > MOST_OF_ONE;
    }

    List<Pass> byQueue() {
        return byQueue;
    }
}
