package io.github.ovhantispam.client.internal.wire;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** The routes that are called without a signature or token. */
public interface AuthApi {

    @GET("auth/time")
    Call<Long> time(@Tag Attempt attempt);

    @POST("auth/credential")
    Call<CredentialResponse> credential(
            @Header("X-Ovh-Application") String applicationKey, @Body CredentialRequest request, @Tag Attempt attempt);

    @FormUrlEncoded
    @POST
    Call<TokenResponse> token(
            @Url String url,
            @Field("grant_type") String grantType,
            @Field("client_id") String clientId,
            @Field("client_secret") String clientSecret,
            @Field("scope") String scope,
            @Tag Attempt attempt);
}
