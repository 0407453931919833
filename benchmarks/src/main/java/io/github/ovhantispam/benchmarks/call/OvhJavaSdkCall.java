package io.github.ovhantispam.benchmarks.call;

import io.github.ovhantispam.model.SpamIp;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.minidev.ovh.core.ApiOvhConfigStatic;
import net.minidev.ovh.core.ApiOvhCore;
import net.minidev.ovh.core.ApiOvhUtils;

/**
 * The only client of the API that Maven Central has beside this one; its answers are text, which its mapper decodes.
 */
final class OvhJavaSdkCall implements SignedCall {

    private final ApiOvhCore core;

    OvhJavaSdkCall(Map<String, String> environment) {
        Keys keys = Keys.of(environment);
        core = new ApiOvhCore(new ApiOvhConfigStatic(
                keys.endpoint(), keys.applicationKey(), keys.applicationSecret(), keys.consumerKey()));
    }

    @Override
    public SpamIp get(String block, String ipSpamming) throws IOException {
        String path = "/ip/" + URLEncoder.encode(block, StandardCharsets.UTF_8) + "/spam/"
                + URLEncoder.encode(ipSpamming, StandardCharsets.UTF_8);
        String answer = core.exec("/ip/{ip}/spam/{ipSpamming}", "GET", path, null, true);
        return ApiOvhUtils.convertTo(answer, SpamIp.class);
    }

    @Override
    public void close() {}
}
