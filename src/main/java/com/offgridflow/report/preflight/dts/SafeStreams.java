package com.offgridflow.report.preflight.dts;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML read piece by piece, without external entities and without a network. A document type may
 * stand there, as it does in catalogs, and is passed over.
 */
final class SafeStreams {
  private static final XMLInputFactory FACTORY = factory();

  private SafeStreams() {}

  static XMLStreamReader read(InputStream stream) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(stream);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
