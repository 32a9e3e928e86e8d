package com.offgridflow.cbam;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A declaration as JSON, the form that is stored and digested: UTF-8, no white space, properties in
 * alphabetical order, numbers plain with all their digits. The digest is SHA-256 over the
 * declaration with an empty digest.
 */
public final class DeclarationJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private DeclarationJson() {}

  /** The declaration as JSON. */
  public static String write(Declaration declaration) {
    try {
      return MAPPER.writeValueAsString(declaration);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "declaration %s cannot be written as JSON".formatted(declaration.id()), e);
    }
  }

  /**
   * The declaration that was written.
   *
   * @throws IllegalArgumentException when the text is none, or its digest is not its own
   */
  public static Declaration read(String json) {
    try {
      Declaration declaration = MAPPER.readValue(json, Declaration.class);
      if (!digest(declaration).equals(declaration.digest())) {
        throw new IllegalArgumentException(
            "declaration %s was changed after it was frozen: digest %s, content has %s"
                .formatted(declaration.id(), declaration.digest(), digest(declaration)));
      }
      return declaration;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a frozen declaration: " + e.getOriginalMessage(), e);
    }
  }

  static Declaration sealed(Declaration declaration) {
    return declaration.withDigest(digest(declaration));
  }

  private static String digest(Declaration declaration) {
    return DigestUtils.sha256Hex(write(declaration.withDigest("")));
  }
}
