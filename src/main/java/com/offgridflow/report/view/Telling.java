package com.offgridflow.report.view;

import com.offgridflow.report.Messages;
import com.offgridflow.report.Report;
import java.util.Map;

/** A report and how it is told, for its tables. */
record Telling(
    Report report, ReportView view, Formats formats, Messages messages, Map<String, String> words) {
  Telling(Report report, ReportView view, Formats formats, Messages messages) {
    this(report, view, formats, messages, messages.words());
  }

  /** The word of that key in the report's language. */
  String word(String key) {
    return words.get(key);
  }

  /** A column of words under the title of that key. */
  TableView.Column words(String key, int millimetres) {
    return TableView.words(word(key), millimetres);
  }

  /** A column of figures under the title of that key. */
  TableView.Column figures(String key, int millimetres) {
    return TableView.figures(word(key), millimetres);
  }
}
