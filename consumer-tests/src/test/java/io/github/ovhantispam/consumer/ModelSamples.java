package io.github.ovhantispam.consumer;

import io.github.ovhantispam.model.EmailNotification;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.ReverseIp;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import io.github.ovhantispam.model.SupportTicket;
import java.util.Map;

/** The API's answers, by the type of the model that reads them. */
final class ModelSamples {

    private static final String TARGET = """
            {"date": 1385640992, "destinationIp": "188.95.235.33", "messageId": "2PXQSX-3JRAUU-SF@obfuscated.com",
             "spamscore": 410}
            """;

    static final Map<Class<?>, String> JSON = Map.ofEntries(
            Map.entry(SpamIp.class, """
            {"time": 3600, "date": "2022-08-29T17:42:50+01:00", "ipSpamming": "122.122.122.122", "state": "blockedForSpam"}
            """),
            Map.entry(SpamTarget.class, TARGET),
            Map.entry(SpamStats.class, """
            {"timestamp": 1385641000, "numberOfSpams": 12, "total": 40, "averageSpamscore": null, "detectedSpams": [%s]}
            """.formatted(TARGET)),
            Map.entry(IpDetails.class, """
            {"ip": "122.122.122.121/28", "type": "dedicated", "canBeTerminated": false, "country": "fr", "description": null,
             "organisationId": null, "routedTo": {"serviceName": "ns1.example.net"}, "campus": null,
             "regions": ["eu-west-gra"], "rir": "RIPE", "bringYourOwnIp": false, "isAdditionalIp": true, "version": 4}
            """),
            Map.entry(EmailNotification.class, """
            {"id": 100001, "date": "2022-08-29T17:42:50+01:00", "subject": "Objet : é", "body": "Bonjour,\\n"}
            """),
            Map.entry(ReverseIp.class, """
            {"ipReverse": "2001:41d0:67:d200::1", "reverse": "mail.example.com."}
            """),
            Map.entry(SupportTicket.class, """
            {"ticketId": 9000000001, "ticketNumber": 7, "messageId": 3, "additionalNotice": null}
            """),
            Map.entry(IpBlock.class, "\"122.122.122.121/28\""),
            Map.entry(IpAddress.class, "\"2001:41d0:67:d200::1\""),
            Map.entry(SpamState.class, "\"a state of next year\""),
            Map.entry(IpType.class, "\"a type of next year\""));

    private ModelSamples() {}
}
