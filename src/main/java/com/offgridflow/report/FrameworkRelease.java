package com.offgridflow.report;

/** Which framework a report was frozen by, with what its renderings need of it. */
public record FrameworkRelease(String id, String release, String title, Taxonomy taxonomy) {}
