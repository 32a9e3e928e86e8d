package com.offgridflow.upstream;

/**
 * A service that others share with us, and that may slow down or refuse whoever asks too much.
 *
 * @param provider the service, for example {@code s3}; limits are set by it
 * @param account who counts as one there: a bucket, a storage account, a host
 */
public record Upstream(String provider, String account) {
  @Override
  public String toString() {
    return provider + " (" + account + ")";
  }
}
