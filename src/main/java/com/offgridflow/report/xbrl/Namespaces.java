package com.offgridflow.report.xbrl;

/** The namespaces of XBRL documents. */
public final class Namespaces {
  /** XBRL 2.1. */
  public static final String INSTANCE = "http://www.xbrl.org/2003/instance";

  /** XBRL 2.1, linkbases. */
  public static final String LINKBASE = "http://www.xbrl.org/2003/linkbase";

  /** XLink 1.0. */
  public static final String XLINK = "http://www.w3.org/1999/xlink";

  /** XBRL Dimensions 1.0, instance part. */
  public static final String DIMENSION = "http://xbrl.org/2006/xbrldi";

  /** XBRL Dimensions 1.0, taxonomy part. */
  public static final String DIMENSION_TAXONOMY = "http://xbrl.org/2005/xbrldt";

  /** Inline XBRL 1.1. */
  public static final String INLINE = "http://www.xbrl.org/2013/inlineXBRL";

  /** XHTML. */
  public static final String XHTML = "http://www.w3.org/1999/xhtml";

  /** Currencies by ISO 4217. */
  public static final String CURRENCIES = "http://www.xbrl.org/2003/iso4217";

  /** Units of the XBRL unit registry. */
  public static final String UNITS = "http://www.xbrl.org/2009/utr";

  /** Entity identifiers by ISO 17442, the scheme that ESEF and ESRS filings use. */
  public static final String LEI_SCHEME = "http://standards.iso.org/iso/17442";

  private Namespaces() {}
}
