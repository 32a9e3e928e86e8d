package com.offgridflow.report.wiring;

import io.quarkus.qute.Expression;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;

/**
 * Makes text safe in XML and HTML, and replaces characters that XML 1.0 §2.2 does not allow by
 * U+FFFD.
 */
final class XmlEscaper implements ResultMapper {

  @Override
  public boolean appliesTo(Origin origin, Object result) {
    return !(result instanceof RawString)
        && origin.getVariant().map(Variant::getContentType).filter("text/html"::equals).isPresent();
  }

  @Override
  public String map(Object result, Expression expression) {
    StringBuilder escaped = new StringBuilder();
    result.toString().codePoints().forEach(c -> escaped.append(escape(c)));
    return escaped.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> allowed(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  private static boolean allowed(int c) {
    return c >= 0x20 && c <= 0xD7FF
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
