package com.offgridflow.emission.wiring;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Outcome.Estimated;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Estimates as JSON. Amounts are plain decimals in kg or kWh, unrounded. */
final class EstimateJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  private final JsonGenerator out;

  private EstimateJson(JsonGenerator out) {
    this.out = out;
  }

  static void write(List<Estimate> estimates, boolean one, OutputStream stream) throws IOException {
    try (JsonGenerator out = JSON.createGenerator(stream)) {
      EstimateJson writer = new EstimateJson(out);
      if (one) {
        writer.estimate(estimates.get(0));
        return;
      }
      out.writeStartArray();
      for (Estimate estimate : estimates) {
        writer.estimate(estimate);
      }
      out.writeEndArray();
    }
  }

  private void estimate(Estimate estimate) throws IOException {
    out.writeStartObject();
    out.writeNumberField("index", estimate.index());
    if (!estimate.recordKey().isEmpty()) {
      out.writeStringField("record_key", estimate.recordKey());
    }
    if (estimate.problem().isPresent()) {
      out.writePOJOField("problem", estimate.problem().get());
    }
    if (estimate.estimated().isPresent()) {
      estimated(estimate.estimated().get());
    }
    out.writeEndObject();
  }

  private void estimated(Estimated estimated) throws IOException {
    out.writeArrayFieldStart("emissions");
    for (Emission emission : estimated.emissions()) {
      emission(emission);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("gaps");
    for (String gap : estimated.gaps()) {
      out.writeString(gap);
    }
    out.writeEndArray();
  }

  private void emission(Emission emission) throws IOException {
    out.writeStartObject();
    out.writeStringField("component", emission.component());
    out.writeNumberField("scope", emission.scope().number());
    if (emission.category().isPresent()) {
      out.writeNumberField("category", emission.category().get());
    }
    out.writeStringField("method", emission.method());
    out.writeStringField("formula", emission.formula());
    out.writeBooleanField("counted", emission.counted());
    gases(emission.gases());
    number("energy_kwh", emission.energyKwh());
    out.writeStringField("gwp_set", emission.gwpSet());
    uncertain(emission);
    if (!emission.profile().isEmpty()) {
      out.writeStringField("profile", emission.profile());
    }
    out.writeFieldName("derivation");
    out.writeRawValue(emission.derivation().toJson());
    out.writeEndObject();
  }

  private void uncertain(Emission emission) throws IOException {
    BigDecimal kg = emission.kgCo2e();
    number("kg_co2e_low", emission.uncertainty().map(u -> u.low().multiply(kg)));
    number("kg_co2e_high", emission.uncertainty().map(u -> u.high().multiply(kg)));
    number("data_quality", emission.dataQuality());
  }

  private void gases(Gases gases) throws IOException {
    out.writeNumberField("kg_co2e", gases.co2e());
    number("kg_co2", gases.co2());
    number("kg_ch4", gases.ch4());
    number("kg_n2o", gases.n2o());
    number("kg_biogenic_co2", gases.biogenicCo2());
    for (Map.Entry<String, BigDecimal> gas : gases.otherGases().entrySet()) {
      out.writeNumberField("kg " + gas.getKey(), gas.getValue());
    }
  }

  private void number(String name, Optional<BigDecimal> value) throws IOException {
    if (value.isPresent()) {
      out.writeNumberField(name, value.get());
    }
  }
}
