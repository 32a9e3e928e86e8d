package com.offgridflow.source;

import com.offgridflow.failure.UnrecoverableException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A role of the tenant's that the hub assumes. Patterns as in the AWS STS API reference,
 * "AssumeRole".
 *
 * @param arn of the role
 * @param externalId what the role's trust policy asks for, so that the hub cannot be made to use it
 *     for somebody else
 */
public record AwsRole(String arn, String externalId) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]{1,512}");
  private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

  /**
   * The role that a connection names.
   *
   * @throws UnrecoverableException when its settings make no sense
   */
  public static Optional<AwsRole> of(Connection connection) {
    Map<String, String> settings = connection.settings();
    String arn = settings.getOrDefault("role_arn", "");
    String externalId = settings.getOrDefault("external_id", "");
    if (arn.isEmpty() && externalId.isEmpty()) {
      return Optional.empty();
    }
    check(connection, "role_arn", arn, ARN, "arn:aws:iam::111122223333:role/offgridflow-hub");
    check(
        connection,
        "external_id",
        externalId,
        EXTERNAL_ID,
        "4f6c0d9e-acme, 2 to 1224 of A-Z a-z 0-9 _+=,.@:/-");
    return Optional.of(new AwsRole(arn, externalId));
  }

  private static void check(
      Connection connection, String setting, String value, Pattern pattern, String example) {
    if (!pattern.matcher(value).matches()) {
      throw new UnrecoverableException(
          "connection %s: %s is '%s'; a role is assumed with a role_arn and an external_id, here like %s"
              .formatted(connection.id(), setting, value, example));
    }
  }
}
