package com.offgridflow.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a framework is in force. */
public enum FrameworkStatus {
  @JsonProperty("adopted")
  ADOPTED,
  /** Published for consultation or not adopted yet; its names may change. */
  @JsonProperty("draft")
  DRAFT,
  /** Adopted, and its application suspended. */
  @JsonProperty("stayed")
  STAYED
}
