package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.client.internal.wire.JsonBody;
import io.github.ovhantispam.client.internal.wire.Nothing;
import io.github.ovhantispam.client.internal.wire.OneShotEmptyBody;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.EmailNotification;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.ReverseIp;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SupportTicket;
import java.util.List;
import java.util.Map;

/** The requests of the API, each with its route and with the check that its response is about the same address. */
public final class ApiRequests {

    private final AntispamApi api;

    public ApiRequests(AntispamApi api) {
        this.api = api;
    }

    public CallRequest<List<IpBlock>> blocks(Map<String, String> filters, Map<String, String> page) {
        return CallRequest.of(Route.BLOCKS, attempt -> api.blocks(filters, page, attempt));
    }

    public CallRequest<List<IdOrObject<IpDetails>>> blockPage(Map<String, String> filters, Map<String, String> page) {
        return CallRequest.of(Route.BLOCKS, attempt -> api.blockPage(filters, page, attempt));
    }

    public CallRequest<IpDetails> block(IpBlock block) {
        return CallRequest.of(Route.BLOCK, attempt -> api.block(block, attempt));
    }

    public CallRequest<List<BatchItem<IpDetails>>> blockBatch(String blocks) {
        return CallRequest.of(Route.BLOCK, attempt -> api.blockBatch(blocks, attempt));
    }

    public CallRequest<List<IpAddress>> spamIps(IpBlock block, Map<String, String> filters, Map<String, String> page) {
        return CallRequest.of(Route.SPAM_IPS, attempt -> api.spamIps(block, filters, page, attempt));
    }

    public CallRequest<List<IdOrObject<SpamIp>>> spamIpPage(
            IpBlock block, Map<String, String> filters, Map<String, String> page) {
        return CallRequest.of(Route.SPAM_IPS, attempt -> api.spamIpPage(block, filters, page, attempt));
    }

    /** Returns the lists of several blocks, whose texts are joined by commas. */
    public CallRequest<List<BatchItem<List<IdOrObject<SpamIp>>>>> spamIpLists(
            String blocks, Map<String, String> filters, Map<String, String> page) {
        return CallRequest.of(Route.SPAM_IPS, attempt -> api.spamIpLists(blocks, filters, page, attempt));
    }

    public CallRequest<SpamIp> spamIp(IpBlock block, IpAddress ip) {
        return CallRequest.of(Route.SPAM_IP, attempt -> api.spamIp(block, ip, attempt))
                .about(ip, SpamIp::ipSpamming);
    }

    public CallRequest<List<BatchItem<SpamIp>>> spamIpBatch(IpBlock block, String ips) {
        return CallRequest.of(Route.SPAM_IP, attempt -> api.spamIpBatch(block, ips, attempt));
    }

    public CallRequest<List<SpamStats>> stats(IpBlock block, IpAddress ip, String from, String to) {
        return CallRequest.of(Route.STATS, attempt -> api.stats(block, ip, from, to, attempt));
    }

    CallRequest<SpamIp> unblock(IpBlock block, IpAddress ip) {
        return CallRequest.of(Route.UNBLOCK, attempt -> api.unblock(block, ip, OneShotEmptyBody.INSTANCE, attempt))
                .about(ip, SpamIp::ipSpamming);
    }

    public CallRequest<List<IpAddress>> reverses(IpBlock block, Map<String, String> page) {
        return CallRequest.of(Route.REVERSES, attempt -> api.reverses(block, page, attempt));
    }

    public CallRequest<List<IdOrObject<ReverseIp>>> reversePage(IpBlock block, Map<String, String> page) {
        return CallRequest.of(Route.REVERSES, attempt -> api.reversePage(block, page, attempt));
    }

    public CallRequest<ReverseIp> reverse(IpBlock block, IpAddress ip) {
        return CallRequest.of(Route.REVERSE, attempt -> api.reverse(block, ip, attempt))
                .about(ip, ReverseIp::ipReverse);
    }

    public CallRequest<List<BatchItem<ReverseIp>>> reverseBatch(IpBlock block, String ips) {
        return CallRequest.of(Route.REVERSE, attempt -> api.reverseBatch(block, ips, attempt));
    }

    public CallRequest<ReverseIp> setReverse(IpBlock block, IpAddress ip, String reverse) {
        JsonBody body = new JsonBody(JsonBody.text(Map.of("ipReverse", ip.toString(), "reverse", reverse)));
        return CallRequest.of(Route.SET_REVERSE, attempt -> api.setReverse(block, body, attempt))
                .about(ip, ReverseIp::ipReverse);
    }

    public CallRequest<Nothing> deleteReverse(IpBlock block, IpAddress ip) {
        return CallRequest.of(Route.DELETE_REVERSE, attempt -> api.deleteReverse(block, ip, attempt));
    }

    public CallRequest<List<Long>> notifications(Map<String, String> page) {
        return CallRequest.of(Route.NOTIFICATIONS, attempt -> api.notifications(page, attempt));
    }

    public CallRequest<EmailNotification> notification(long id) {
        return CallRequest.of(Route.NOTIFICATION, attempt -> api.notification(id, attempt));
    }

    public CallRequest<List<BatchItem<EmailNotification>>> notificationBatch(String ids) {
        return CallRequest.of(Route.NOTIFICATION, attempt -> api.notificationBatch(ids, attempt));
    }

    public CallRequest<SupportTicket> createTicket(String text) {
        JsonBody body = new JsonBody(text);
        return CallRequest.of(Route.CREATE_TICKET, attempt -> api.createTicket(body, attempt));
    }
}
