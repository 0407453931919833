package io.github.ovhantispam.client.internal.wire;

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
import okhttp3.RequestBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import retrofit2.http.Tag;

/** The routes of the API that this library calls. */
public interface AntispamApi {

    @GET("ip")
    Call<List<IpBlock>> blocks(
            @QueryMap Map<String, String> filters, @HeaderMap Map<String, String> page, @Tag Attempt attempt);

    @GET("ip")
    Call<List<IdOrObject<IpDetails>>> blockPage(
            @QueryMap Map<String, String> filters, @HeaderMap Map<String, String> page, @Tag Attempt attempt);

    @GET("ip/{ip}")
    Call<IpDetails> block(@Path("ip") IpBlock ip, @Tag Attempt attempt);

    @GET("ip/{ips}")
    @Headers("X-Ovh-Batch: ,")
    Call<List<BatchItem<IpDetails>>> blockBatch(@Path("ips") String ips, @Tag Attempt attempt);

    @GET("ip/{ip}/spam")
    Call<List<IpAddress>> spamIps(
            @Path("ip") IpBlock ip,
            @QueryMap Map<String, String> filters,
            @HeaderMap Map<String, String> page,
            @Tag Attempt attempt);

    @GET("ip/{ip}/spam")
    Call<List<IdOrObject<SpamIp>>> spamIpPage(
            @Path("ip") IpBlock ip,
            @QueryMap Map<String, String> filters,
            @HeaderMap Map<String, String> page,
            @Tag Attempt attempt);

    @GET("ip/{ip}/spam/{ipSpamming}")
    Call<SpamIp> spamIp(@Path("ip") IpBlock ip, @Path("ipSpamming") IpAddress ipSpamming, @Tag Attempt attempt);

    /** Returns the lists of several blocks, whose texts are joined by commas. */
    @GET("ip/{ips}/spam")
    @Headers("X-Ovh-Batch: ,")
    Call<List<BatchItem<List<IdOrObject<SpamIp>>>>> spamIpLists(
            @Path("ips") String ips,
            @QueryMap Map<String, String> filters,
            @HeaderMap Map<String, String> page,
            @Tag Attempt attempt);

    @GET("ip/{ip}/spam/{ips}")
    @Headers("X-Ovh-Batch: ,")
    Call<List<BatchItem<SpamIp>>> spamIpBatch(@Path("ip") IpBlock ip, @Path("ips") String ips, @Tag Attempt attempt);

    @GET("ip/{ip}/spam/{ipSpamming}/stats")
    Call<List<SpamStats>> stats(
            @Path("ip") IpBlock ip,
            @Path("ipSpamming") IpAddress ipSpamming,
            @Query("from") String from,
            @Query("to") String to,
            @Tag Attempt attempt);

    @POST("ip/{ip}/spam/{ipSpamming}/unblock")
    Call<SpamIp> unblock(
            @Path("ip") IpBlock ip,
            @Path("ipSpamming") IpAddress ipSpamming,
            @Body RequestBody nothing,
            @Tag Attempt attempt);

    @GET("ip/{ip}/reverse")
    Call<List<IpAddress>> reverses(@Path("ip") IpBlock ip, @HeaderMap Map<String, String> page, @Tag Attempt attempt);

    @GET("ip/{ip}/reverse")
    Call<List<IdOrObject<ReverseIp>>> reversePage(
            @Path("ip") IpBlock ip, @HeaderMap Map<String, String> page, @Tag Attempt attempt);

    @GET("ip/{ip}/reverse/{ipReverse}")
    Call<ReverseIp> reverse(@Path("ip") IpBlock ip, @Path("ipReverse") IpAddress ipReverse, @Tag Attempt attempt);

    @GET("ip/{ip}/reverse/{ips}")
    @Headers("X-Ovh-Batch: ,")
    Call<List<BatchItem<ReverseIp>>> reverseBatch(
            @Path("ip") IpBlock ip, @Path("ips") String ips, @Tag Attempt attempt);

    @POST("ip/{ip}/reverse")
    Call<ReverseIp> setReverse(@Path("ip") IpBlock ip, @Body RequestBody reverse, @Tag Attempt attempt);

    @DELETE("ip/{ip}/reverse/{ipReverse}")
    Call<Nothing> deleteReverse(@Path("ip") IpBlock ip, @Path("ipReverse") IpAddress ipReverse, @Tag Attempt attempt);

    @GET("me/notification/email/history")
    Call<List<Long>> notifications(@HeaderMap Map<String, String> page, @Tag Attempt attempt);

    @GET("me/notification/email/history/{id}")
    Call<EmailNotification> notification(@Path("id") long id, @Tag Attempt attempt);

    @GET("me/notification/email/history/{ids}")
    @Headers("X-Ovh-Batch: ,")
    Call<List<BatchItem<EmailNotification>>> notificationBatch(@Path("ids") String ids, @Tag Attempt attempt);

    @POST("support/tickets/create")
    Call<SupportTicket> createTicket(@Body RequestBody ticket, @Tag Attempt attempt);
}
