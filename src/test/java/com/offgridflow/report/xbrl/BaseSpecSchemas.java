package com.offgridflow.report.xbrl;

import com.offgridflow.report.SharedTaxonomies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Validates documents by the published schemas, read from the folder beside the project. */
public final class BaseSpecSchemas {
  private BaseSpecSchemas() {}

  /** What the specifications' schemas of these URLs have against the document. */
  public static List<String> errors(byte[] document, String... urls) throws Exception {
    return errors(document, sources(urls));
  }

  /** Likewise, with a schema of the taxonomy's elements beside them. */
  static List<String> errorsWith(String concepts, byte[] document, String... urls)
      throws Exception {
    List<StreamSource> sources = sources(urls);
    sources.add(new StreamSource(new StringReader(concepts), "http://test/concepts.xsd"));
    return errors(document, sources);
  }

  private static List<StreamSource> sources(String... urls) throws Exception {
    List<StreamSource> sources = new ArrayList<>();
    for (String url : urls) {
      sources.add(
          new StreamSource(Files.newInputStream(file(SharedTaxonomies.baseSpecs(), url)), url));
    }
    return sources;
  }

  private static List<String> errors(byte[] document, List<StreamSource> sources) throws Exception {
    Path root = SharedTaxonomies.baseSpecs();
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
    factory.setResourceResolver(resolver(root));
    return errors(document, factory.newSchema(sources.toArray(StreamSource[]::new)));
  }

  private static List<String> errors(byte[] document, Schema schema) throws Exception {
    List<String> errors = new ArrayList<>();
    Validator validator = schema.newValidator();
    validator.setErrorHandler(collecting(errors));
    validator.validate(new StreamSource(new ByteArrayInputStream(document)));
    return errors;
  }

  private static LSResourceResolver resolver(Path root) {
    return (type, namespace, publicId, systemId, base) -> {
      if (systemId == null) {
        return null;
      }
      String url = base == null ? systemId : URI.create(base).resolve(systemId).toString();
      Path local = file(root, url);
      return Files.isRegularFile(local) ? new LocalInput(local, url) : null;
    };
  }

  private static Path file(Path root, String url) {
    return root.resolve(url.replace("://", "/"));
  }

  private static ErrorHandler collecting(List<String> errors) {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException e) {}

      @Override
      public void error(SAXParseException e) {
        errors.add(e.getLineNumber() + ": " + e.getMessage());
      }

      @Override
      public void fatalError(SAXParseException e) {
        error(e);
      }
    };
  }

  private record LocalInput(Path file, String systemId) implements LSInput {
    @Override
    public InputStream getByteStream() {
      try {
        return Files.newInputStream(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getSystemId() {
      return systemId;
    }

    @Override
    public Reader getCharacterStream() {
      return null;
    }

    @Override
    public String getStringData() {
      return null;
    }

    @Override
    public String getPublicId() {
      return null;
    }

    @Override
    public String getBaseURI() {
      return systemId;
    }

    @Override
    public String getEncoding() {
      return null;
    }

    @Override
    public boolean getCertifiedText() {
      return false;
    }

    @Override
    public void setCharacterStream(Reader value) {}

    @Override
    public void setByteStream(InputStream value) {}

    @Override
    public void setStringData(String value) {}

    @Override
    public void setSystemId(String value) {}

    @Override
    public void setPublicId(String value) {}

    @Override
    public void setBaseURI(String value) {}

    @Override
    public void setEncoding(String value) {}

    @Override
    public void setCertifiedText(boolean value) {}
  }
}
