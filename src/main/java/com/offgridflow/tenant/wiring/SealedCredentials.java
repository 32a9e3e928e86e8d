package com.offgridflow.tenant.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.tenant.SecretBox;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Credentials by name, encrypted with the hub's key for the one row that they belong to. */
@ApplicationScoped
public class SealedCredentials {
  private final ObjectMapper json;
  private final Optional<String> key;

  SealedCredentials(ObjectMapper json, HubConfig config) {
    this.json = json;
    this.key = config.secretKey();
  }

  /**
   * @param owner what the credentials are of, for people
   * @param row tells the row from all others; for another they do not open
   * @return null when there are none
   * @throws MissingKeyException when the hub has no key
   */
  public byte[] seal(String owner, String row, Map<String, String> credentials) {
    if (credentials.isEmpty()) {
      return null;
    }
    try {
      return box(owner).seal(json.writeValueAsBytes(credentials), row);
    } catch (IOException e) {
      throw new IllegalArgumentException("credentials must be strings by name", e);
    }
  }

  /**
   * @param sealed null when there are none
   * @throws UnrecoverableException when the hub has no key, or this is not what was sealed
   */
  public Map<String, String> open(String owner, String row, byte[] sealed) {
    if (sealed == null) {
      return Map.of();
    }
    try {
      return json.readValue(box(owner).open(sealed, row), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UnrecoverableException(
          "the secret of " + owner + " is not a flat JSON object of strings");
    }
  }

  private SecretBox box(String owner) {
    try {
      return SecretBox.ofHexKey(key.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new MissingKeyException(owner);
    }
  }
}
