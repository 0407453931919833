package io.github.ovhantispam.mail.internal.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Mutations of key records: a key of the wanted type, or the documented exception. */
class KeyRecordFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("proof.mutations", 20_000);
    private static final List<String> PIECES =
            List.of(";", "=", "; p=", "; k=ed25519", "; h=sha1", "; s=*", "t=y:s", "v=DKIM1;", "\u0000", "\u00e9", " ");

    @Test
    void parse_mutations_areAKeyOrTheDocumentedException() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        String record = "v=DKIM1; k=rsa; h=sha256; s=email; t=s; p=" + key;
        SplittableRandom random = new SplittableRandom(6376);
        int keys = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            try {
                KeyRecord read = KeyRecord.parse(mutated(record, random), "rsa");
                assertThat(read.key().getAlgorithm()).isEqualTo("RSA");
                keys++;
            } catch (DkimException e) {
                refused++;
            }
        }
        assertThat(keys).isPositive();
        assertThat(refused).isPositive();
    }

    private static String mutated(String record, SplittableRandom random) {
        int from = random.nextInt(record.length());
        int to = Math.min(record.length(), from + random.nextInt(4));
        String middle = random.nextBoolean()
                ? PIECES.get(random.nextInt(PIECES.size()))
                : String.valueOf((char) random.nextInt(128));
        return record.substring(0, from) + middle + record.substring(to);
    }
}
