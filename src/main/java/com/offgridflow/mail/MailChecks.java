package com.offgridflow.mail;

import java.net.URI;
import java.util.List;

/** What must hold of the fields of a {@link MailContent}. */
final class MailChecks {
  private MailChecks() {}

  static <T> T need(String field, T value) {
    if (value == null || value.equals("")) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return value;
  }

  /** Says of a bad link only how it begins: the rest of it may let its reader in. */
  static void checkLink(URI link) {
    need("link", link);
    boolean web = List.of("https", "http").contains(String.valueOf(link.getScheme()));
    if (!web || link.getHost() == null) {
      throw new IllegalArgumentException(
          "'link' begins with scheme '%s' and host '%s'; needed is a web address, like https://hub.example.com/join"
              .formatted(link.getScheme(), link.getHost()));
    }
  }
}
