package com.offgridflow.console;

import java.net.URI;

/**
 * Tells requests of the console's own pages from those that another site makes a browser send.
 * Browsers add {@code Origin} to every POST (WHATWG Fetch, section 3.2) and pages cannot change it.
 */
public final class SameOrigin {
  private SameOrigin() {}

  /**
   * Whether the page that sent the request was served under the name that the request was sent to.
   *
   * @param origin the {@code Origin} header, null when there is none
   * @param host the {@code Host} header or the authority, null when there is none
   */
  public static boolean holds(String origin, String host) {
    if (origin == null || host == null) {
      return false;
    }
    try {
      URI uri = URI.create(origin);
      return host.equalsIgnoreCase(uri.getRawAuthority()) && !isOpaque(uri);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the page was served over HTTPS, seen by the browser, whatever proxy lies between. */
  public static boolean secure(String origin) {
    return origin != null && origin.startsWith("https://");
  }

  private static boolean isOpaque(URI uri) {
    return !"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme());
  }
}
