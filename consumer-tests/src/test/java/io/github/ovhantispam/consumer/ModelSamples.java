package io.github.ovhantispam.consumer;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.util.Map;

/** The API's answers, by the type of the model that reads them. */
final class ModelSamples {

    private static final String TARGET = """
            {"date": 1385640992, "destinationIp": "188.95.235.33", "messageId": "2PXQSX-3JRAUU-SF@obfuscated.com",
             "spamscore": 410}
            """;

    static final Map<Class<?>, String> JSON = Map.of(
            SpamIp.class,
            """
            {"time": 3600, "date": "2022-08-29T17:42:50+01:00", "ipSpamming": "122.122.122.122", "state": "blockedForSpam"}
            """,
            SpamTarget.class,
            TARGET,
            SpamStats.class,
            """
            {"timestamp": 1385641000, "numberOfSpams": 12, "total": 40, "averageSpamscore": null, "detectedSpams": [%s]}
            """.formatted(TARGET),
            IpDetails.class,
            """
            {"ip": "122.122.122.121/28", "type": "dedicated", "canBeTerminated": false, "country": "fr", "description": null,
             "organisationId": null, "routedTo": {"serviceName": "ns1.example.net"}, "campus": null,
             "regions": ["eu-west-gra"], "rir": "RIPE", "bringYourOwnIp": false, "isAdditionalIp": true, "version": 4}
            """,
            IpBlock.class,
            "\"122.122.122.121/28\"",
            IpAddress.class,
            "\"2001:41d0:67:d200::1\"",
            SpamState.class,
            "\"a state of next year\"",
            IpType.class,
            "\"a type of next year\"");

    private ModelSamples() {}
}
