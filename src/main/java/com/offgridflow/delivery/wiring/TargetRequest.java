package com.offgridflow.delivery.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.NamePattern;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.delivery.TargetRules;
import com.offgridflow.delivery.WebhookSignature;
import com.offgridflow.problem.Problem;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A target as an administrator describes it in JSON.
 *
 * @param secret credentials; absent to keep those that are there
 */
record TargetRequest(
    String kind,
    String plan,
    List<String> renderings,
    String names,
    Map<String, String> settings,
    Map<String, String> secret,
    Boolean enabled) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final String SHAPE =
      "{\"kind\": \"s3\", \"renderings\": [\"pdf\"], \"settings\": {}, \"secret\": {}}";

  /**
   * @throws ProblemException when it cannot be read
   */
  static TargetRequest read(byte[] body) {
    try {
      TargetRequest request = JSON.readValue(body, new TypeReference<>() {});
      if (request != null) {
        return request;
      }
    } catch (JsonMappingException e) {
      throw invalid(List.of(new Fault(e.getPathReference(), "", "should be like " + SHAPE)));
    } catch (IOException e) {
      throw invalid(List.of(new Fault("", "", "should be JSON like " + SHAPE)));
    }
    throw invalid(List.of(new Fault("", "", "should be an object like " + SHAPE)));
  }

  /**
   * The target.
   *
   * @param known the renderings that there are
   * @param hasSecret whether credentials for its kind are there already
   * @throws ProblemException that lists what is wrong, and never a secret
   */
  DeliveryTarget target(String tenant, String id, List<String> known, boolean hasSecret) {
    List<Fault> faults = faults(id, known, hasSecret);
    if (!faults.isEmpty()) {
      throw invalid(faults);
    }
    return new DeliveryTarget(
        tenant,
        id,
        Optional.ofNullable(plan),
        TargetKind.named(kind).orElseThrow(),
        renderings,
        pattern(),
        settings == null ? Map.of() : settings,
        enabled == null || enabled);
  }

  private List<Fault> faults(String id, List<String> known, boolean hasSecret) {
    List<Fault> faults = new ArrayList<>();
    checkId(id, faults);
    TargetKind.named(String.valueOf(kind))
        .ifPresentOrElse(
            of -> checkKind(of, hasSecret, faults),
            () -> faults.add(new Fault("/kind", kind, "should be one of " + TargetKind.ids())));
    checkRenderings(known, faults);
    checkNames(faults);
    return faults;
  }

  private static void checkId(String id, List<Fault> faults) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,62}") || id.equals(DeliveryTarget.RECIPIENTS)) {
      faults.add(
          new Fault(
              "id",
              id,
              "should be up to 63 letters a-z, digits and hyphens, and not 'recipients'"));
    }
  }

  private void checkKind(TargetKind of, boolean hasSecret, List<Fault> faults) {
    Map<String, String> given = settings == null ? Map.of() : settings;
    TargetRules.check(of, given).forEach(fault -> faults.add(fault(fault)));
    if (secret != null || !hasSecret) {
      Map<String, String> credentials = secret == null ? Map.of() : secret;
      TargetRules.checkSecret(of, credentials.keySet()).forEach(fault -> faults.add(fault(fault)));
      checkSigning(credentials, faults);
    }
  }

  private static void checkSigning(Map<String, String> credentials, List<Fault> faults) {
    try {
      if (credentials.containsKey("signing_secret")) {
        WebhookSignature.ofSecret(credentials.get("signing_secret"));
      }
    } catch (IllegalArgumentException e) {
      faults.add(new Fault("/secret/signing_secret", "", e.getMessage()));
    }
  }

  private void checkRenderings(List<String> known, List<Fault> faults) {
    List<String> given = renderings == null ? List.of() : renderings;
    if (given.isEmpty() || new TreeSet<>(given).size() < given.size()) {
      faults.add(
          new Fault("/renderings", given.toString(), "should be some of " + known + ", each once"));
    }
    given.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.add(new Fault("/renderings", name, "should be one of " + known)));
  }

  private void checkNames(List<Fault> faults) {
    try {
      pattern();
    } catch (IllegalArgumentException e) {
      faults.add(new Fault("/names", names, e.getMessage()));
    }
  }

  private NamePattern pattern() {
    return names == null ? NamePattern.USUAL : new NamePattern(names);
  }

  private static Fault fault(TargetRules.Fault fault) {
    return new Fault(fault.field(), fault.value(), fault.message());
  }

  private static ProblemException invalid(List<Fault> faults) {
    return new ProblemException(Problem.invalid("the delivery target is not valid", faults));
  }
}
