package com.offgridflow.source.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tests' own check of signatures, against AWS's published example. */
class SigV4Test {
  /** AWS General Reference, Signature Version 4, example of IAM ListUsers of 2015-08-30. */
  @Test
  void shouldSignAsThePublishedExample() {
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    Map<String, String> headers =
        new TreeMap<>(
            Map.of(
                "content-type", "application/x-www-form-urlencoded; charset=utf-8",
                "host", "iam.amazonaws.com",
                "x-amz-date", "20150830T123600Z"));
    String canonical =
        SigV4.canonical(
            "GET",
            URI.create("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"),
            headers,
            empty);

    String signature =
        SigV4.signature(
            canonical,
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            "20150830T123600Z",
            "us-east-1",
            "iam");

    assertThat(signature)
        .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }
}
