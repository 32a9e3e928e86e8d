package com.offgridflow.cbam.xml;

import static com.offgridflow.cbam.SampleGoods.CLINKER;
import static com.offgridflow.cbam.SampleGoods.COILS;
import static com.offgridflow.cbam.SampleGoods.DEFAULTS_HEADER;
import static com.offgridflow.cbam.SampleGoods.SCREWS;
import static com.offgridflow.cbam.SampleGoods.STEEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.cbam.Declaration;
import com.offgridflow.cbam.SampleGoods;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DeclarationXmlTest {

  @Test
  void shouldRenderAQuarterByTheSchemaOfTheReport() throws Exception {
    byte[] xml = DeclarationXml.render(SampleGoods.declaration("2025-Q4", SCREWS, CLINKER, STEEL));

    validate(xml, "cbam-qreport.xsd");
    Document report = parse(xml);
    assertThat(report.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1");
    assertThat(text(report, "//*[local-name()='ReportingPeriod']")).isEqualTo("Q4");
    assertThat(text(report, "count(//*[local-name()='ImportedGood'])")).isEqualTo("3");
    // by hand in EmbeddedEmissionsTest
    assertThat(text(report, "(//*[local-name()='DirectEmissions'])[3]/*[2]"))
        .isEqualTo("1.7962500");
    assertThat(text(report, "(//*[local-name()='IndirectEmissions'])[3]/*[2]"))
        .isEqualTo("0.1540000");
  }

  @Test
  void shouldRenderAYearByTheSchemaOfTheDeclaration() throws Exception {
    Declaration declaration =
        SampleGoods.declaration("2026", SCREWS.replace("2025-11-03", "2026-11-03"));

    byte[] xml = DeclarationXml.render(declaration);

    validate(xml, "cbam-declaration.xsd");
    assertThat(text(parse(xml), "//*[local-name()='Digest']")).isEqualTo(declaration.digest());
    // 200 t x (2.1 + 0.4) t CO2e/t
    assertThat(text(parse(xml), "//*[local-name()='OverallEmissions']")).isEqualTo("500.0000000");
  }

  @Test
  void shouldRemarkByReferenceToWhichDefaultValueEmissionsAreDetermined() throws Exception {
    byte[] xml = DeclarationXml.render(SampleGoods.declaration("2026", DEFAULTS_HEADER + COILS));

    validate(xml, "cbam-declaration.xsd");
    assertThat(text(parse(xml), "//*[local-name()='RemarksEmissions']/*[2]"))
        .startsWith("default value of Implementing Regulation (EU) 2025/2621, Annex I");
    // 100 t x 1.4 t CO2e/t x 1.10
    assertThat(text(parse(xml), "//*[local-name()='OverallEmissions']")).isEqualTo("154.0000000");
  }

  @Test
  void shouldRenderAYearWithoutGoods() throws Exception {
    validate(DeclarationXml.render(SampleGoods.declaration("2026")), "cbam-declaration.xsd");
  }

  @Test
  void shouldRenderElectricityInMegawattHoursWithoutIndirectEmissions() throws Exception {
    String power =
        SCREWS.replace("73181500", "27160000").replace(",t,", ",MWh,").replace("2.1,0.4", "0.6,");

    byte[] xml = DeclarationXml.render(SampleGoods.declaration("2025-Q4", power));

    validate(xml, "cbam-qreport.xsd");
    assertThat(text(parse(xml), "//*[local-name()='SupplementaryUnits']")).isEqualTo("200.000000");
    assertThat(text(parse(xml), "count(//*[local-name()='IndirectEmissions'])")).isEqualTo("0");
  }

  @Test
  void shouldSayWithADigitThatGoodsWereNotUnderInwardProcessing() throws Exception {
    byte[] xml = DeclarationXml.render(SampleGoods.declaration("2025-Q4", SCREWS));

    // a number of one digit in the registry's schema (total_digits 1 in the bindings)
    assertThat(text(parse(xml), "//*[local-name()='Indicator']")).isEqualTo("0");
  }

  /** The order in which the bindings that were generated from the registry's schema have them. */
  @ParameterizedTest
  @CsvSource({
    "QReport, SubmissionDate ReportingPeriod Year Declarant Signatures ImportedGood",
    "ImportedGood, ItemNumber CommodityCode OriginCountry ImportedQuantity MeasureImported"
        + " GoodsEmissions",
    "ImportedQuantity, SequenceNumber Procedure ImportArea MeasureProcedureImported",
    "MeasureProcedureImported, Indicator NetMass MeasurementUnit",
    "GoodsEmissions, SequenceNumber ProductionCountry Installation ProducedMeasure DirectEmissions"
        + " IndirectEmissions ProdMethodQualifyingParams",
    "DirectEmissions, ApplicableReportingTypeMethodology SpecificEmbeddedEmissions MeasurementUnit",
    "IndirectEmissions, DeterminationType SpecificEmbeddedEmissions MeasurementUnit"
        + " ElectricitySource",
    "ProdMethodQualifyingParams, SequenceNumber MethodId MethodName",
  })
  void shouldWriteElementsInTheOrderOfTheRegistry(String parent, String children) throws Exception {
    Document report = parse(DeclarationXml.render(SampleGoods.declaration("2025-Q4", SCREWS)));

    NodeList found =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate("//*[local-name()='" + parent + "']/*", report, XPathConstants.NODESET);
    assertThat(IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getLocalName()))
        .containsExactly(children.split(" "));
  }

  @Test
  void shouldHaveNoReportForAQuarterWithoutGoods() {
    assertThatThrownBy(() -> DeclarationXml.render(SampleGoods.declaration("2025-Q4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("2025-Q4 has no goods");
  }

  private static void validate(byte[] xml, String schema) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Path.of("schemas", schema).toFile())
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(xml)));
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static String text(Document document, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, document);
  }
}
