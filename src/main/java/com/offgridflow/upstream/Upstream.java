package com.offgridflow.upstream;

import java.net.URI;

/**
 * A service that others share with us, and that may slow down or refuse whoever asks too much.
 *
 * @param provider the service, for example {@code s3}; limits are set by it
 * @param account who counts as one there: a bucket, a storage account, a host
 */
public record Upstream(String provider, String account) {
  /**
   * A bucket: its name is unique in a cloud, and at any other server only there.
   *
   * @param endpoint of the other server; null for the cloud itself
   */
  public static Upstream bucket(String provider, String endpoint, String bucket) {
    return new Upstream(
        provider, endpoint == null ? bucket : URI.create(endpoint).getAuthority() + "/" + bucket);
  }

  @Override
  public String toString() {
    return provider + " (" + account + ")";
  }
}
