package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;

/** Where something lies at a target, for people. */
final class Location {
  private Location() {}

  static String of(DeliveryTarget target, String name) {
    return switch (target.kind()) {
      case S3 -> "s3://" + target.setting("bucket") + "/" + name;
      case GCS -> "gs://" + target.setting("bucket") + "/" + name;
      case AZURE_BLOB ->
          "azure://" + target.setting("account") + "/" + target.setting("container") + "/" + name;
      case SFTP ->
          "sftp://%s:%s/%s".formatted(target.setting("host"), target.setting("port"), name);
      case DIRECTORY -> target.setting("directory") + "/" + name;
      case EMAIL -> "mailto:" + target.setting("to");
      case WEBHOOK -> target.setting("url").replaceFirst("\\?.*", "");
    };
  }
}
