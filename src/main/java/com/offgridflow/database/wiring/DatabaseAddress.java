package com.offgridflow.database.wiring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the database is and who may change its tables.
 *
 * @param url JDBC URL without credentials
 * @param owner role that owns the tables and migrates them
 * @param ownerPassword its password, or empty
 * @param appUser role the hub works as: no superuser, owner of nothing, bound by row-level security
 * @param appPassword its password
 */
public record DatabaseAddress(
    String url, String owner, String ownerPassword, String appUser, String appPassword) {

  static final String APP_USER = "hub_app";

  /** The working role's password follows from the owner's, so that every replica knows it. */
  static String derivedPassword(String ownerPassword, String appUser) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(("hub:" + ownerPassword).getBytes(StandardCharsets.UTF_8), "raw"));
      return HexFormat.of().formatHex(mac.doFinal(appUser.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The settings of Quarkus that follow. */
  Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", appUser,
        "quarkus.datasource.password", appPassword,
        "quarkus.flyway.jdbc-url", url,
        "quarkus.flyway.username", owner,
        "quarkus.flyway.password", ownerPassword,
        "quarkus.flyway.placeholders.app_role", appUser);
  }

  @Override
  public String toString() {
    return url + " as " + appUser;
  }
}
