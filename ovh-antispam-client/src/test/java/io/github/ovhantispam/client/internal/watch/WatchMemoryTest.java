package io.github.ovhantispam.client.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchMemoryTest {

    private static final IpBlock BLOCK = IpBlock.of("10.0.0.0/8");
    private static final OffsetDateTime DATE = OffsetDateTime.parse("2026-01-01T12:00:00Z");

    private static IpAddress address(int number) {
        return IpAddress.of("10.0." + number / 256 + '.' + number % 256);
    }

    private static Sighting seen(IpAddress address, int version) {
        return new Sighting(
                BLOCK, SpamIp.of(address, DATE.plusSeconds(version), Duration.ZERO, SpamState.BLOCKED_FOR_SPAM));
    }

    @Test
    void states_stayWhatTheyWere_whateverIsLearntLater() {
        Random random = new Random(1);
        WatchMemory memory = new WatchMemory(SavedState.EMPTY);
        Map<IpAddress, Sighting> model = new HashMap<>();
        List<SavedState> states = new ArrayList<>();
        List<Map<IpAddress, Sighting>> models = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) { // often enough for all that is known to be copied many times
            IpAddress address = address(random.nextInt(2_000));
            memory.learn(seen(address, i));
            model.put(address, seen(address, i));
            SavedState state = memory.state();
            if (i % 97 == 0) {
                states.add(state);
                models.add(Map.copyOf(model));
            }
        }

        for (int i = 0; i < states.size(); i++) {
            assertThat(states.get(i).known()).isEqualTo(models.get(i));
            assertThat(states.get(i)).hasToString("WatchState[" + models.get(i).size() + " addresses]");
        }
    }

    @Test
    void whatIsKnownAlready_isNoChange() {
        WatchMemory memory = new WatchMemory(SavedState.EMPTY);
        memory.learn(seen(address(1), 1));
        SavedState state = memory.state();

        memory.learn(seen(address(1), 1));
        memory.note(memory.notes());

        assertThat(memory.hasChanged()).isFalse();
        assertThat(memory.state().text()).isEqualTo(state.text());
    }
}
