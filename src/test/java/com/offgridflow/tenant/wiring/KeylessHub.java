package com.offgridflow.tenant.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.wiring.HubConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A hub that nobody has given {@code HUB_SECRET_KEY}. */
public final class KeylessHub {
  private KeylessHub() {}

  public static SealedCredentials credentials() {
    HubConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(HubConfig.class)
            .build()
            .getConfigMapping(HubConfig.class);
    return new SealedCredentials(new ObjectMapper(), config);
  }
}
