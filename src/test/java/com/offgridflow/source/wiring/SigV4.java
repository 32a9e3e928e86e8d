package com.offgridflow.source.wiring;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 as a service checks it: AWS IAM user guide, "Elements of an AWS API
 * request signature" and "Create a signed AWS API request".
 */
final class SigV4 {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?"
              + "SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

  private SigV4() {}

  /**
   * @param token of a session, or empty
   */
  record Keys(String accessKeyId, String secret, String token) {
    Keys(String accessKeyId, String secret) {
      this(accessKeyId, secret, "");
    }

    Map<String, String> asSecret() {
      return Map.of("access_key_id", accessKeyId, "secret_access_key", secret);
    }
  }

  /** The access key id that a request speaks for. */
  static String caller(HttpExchange exchange) {
    String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Matcher authorization = AUTHORIZATION.matcher(header);
    return authorization.matches() ? authorization.group(1) : "nobody";
  }

  /** What is wrong with the signature of a request, if anything. */
  static Optional<String> problem(
      HttpExchange exchange, byte[] body, Keys keys, String region, String service) {
    String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Matcher given = AUTHORIZATION.matcher(header);
    if (!given.matches()) {
      return Optional.of("no Signature Version 4: " + header);
    }
    String time = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Date"));
    String token = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
    List<String> signed = List.of(given.group(5).split(";"));
    boolean inScope =
        given.group(1).equals(keys.accessKeyId())
            && time.matches("\\d{8}T\\d{6}Z")
            && time.startsWith(given.group(2))
            && given.group(3).equals(region)
            && given.group(4).equals(service)
            && signed.containsAll(List.of("host", "x-amz-date"))
            && keys.token().equals(token == null ? "" : token)
            && (token == null || signed.contains("x-amz-security-token"));
    if (!inScope) {
      return Optional.of("out of scope: " + header + " at " + time);
    }
    Map<String, String> headers = new TreeMap<>();
    signed.forEach(name -> headers.put(name, value(exchange, name)));
    String canonical =
        canonical(exchange.getRequestMethod(), exchange.getRequestURI(), headers, hex(sha(body)));
    return signature(canonical, keys.secret(), time, region, service).equals(given.group(6))
        ? Optional.empty()
        : Optional.of("the signature does not match:\n" + canonical);
  }

  private static String value(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(capital(name), List.of()).stream()
        .map(text -> text.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  /** The JDK's server spells header names so. */
  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
  }

  /** The canonical request. */
  static String canonical(
      String method, URI uri, Map<String, String> signedHeaders, String payloadHash) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    List<String> lines = new ArrayList<>();
    lines.add(method);
    lines.add(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
    lines.add(Stream.of(query.split("&")).sorted().collect(Collectors.joining("&")));
    signedHeaders.forEach((name, text) -> lines.add(name + ":" + text));
    lines.add("");
    lines.add(String.join(";", signedHeaders.keySet()));
    lines.add(payloadHash);
    return String.join("\n", lines);
  }

  static String signature(
      String canonical, String secret, String time, String region, String service) {
    String day = time.substring(0, 8);
    String scope = String.join("/", day, region, service, "aws4_request");
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, hex(sha(utf8(canonical))));
    byte[] key = utf8("AWS4" + secret);
    for (String part : Arrays.asList(day, region, service, "aws4_request")) {
      key = hmac(key, part);
    }
    return hex(hmac(key, toSign));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
