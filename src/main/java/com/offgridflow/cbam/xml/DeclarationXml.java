package com.offgridflow.cbam.xml;

import com.offgridflow.cbam.Declarant;
import com.offgridflow.cbam.Declaration;
import com.offgridflow.cbam.Declaration.Total;
import com.offgridflow.cbam.DeclaredLine;
import com.offgridflow.cbam.Regime;
import com.offgridflow.cbam.xml.instance.AddressType;
import com.offgridflow.cbam.xml.instance.CbamDeclarationDocument;
import com.offgridflow.cbam.xml.instance.CbamDeclarationType;
import com.offgridflow.cbam.xml.instance.DeclarantType;
import com.offgridflow.cbam.xml.instance.GoodsType;
import com.offgridflow.cbam.xml.instance.QReportDocument;
import com.offgridflow.cbam.xml.instance.QReportType;
import com.offgridflow.cbam.xml.instance.ReportConfirmationType;
import com.offgridflow.cbam.xml.instance.SignaturesType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/**
 * Renders a declaration as XML: of a quarter by {@code schemas/cbam-qreport.xsd}, of a year by
 * {@code schemas/cbam-declaration.xsd}.
 */
public final class DeclarationXml {
  private DeclarationXml() {}

  /**
   * The document in UTF-8.
   *
   * @throws IllegalArgumentException for a quarter without goods, for which there is no report
   * @throws IllegalStateException when it would not be valid by its schema
   */
  public static byte[] render(Declaration declaration) {
    XmlObject document =
        declaration.period().regime() == Regime.TRANSITIONAL
            ? quarterly(declaration)
            : annual(declaration);
    requireValid(document, declaration);
    XmlOptions options =
        new XmlOptions()
            .setSavePrettyPrint()
            .setSaveAggressiveNamespaces()
            .setCharacterEncoding("UTF-8");
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.save(bytes, options);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XmlObject quarterly(Declaration declaration) {
    if (declaration.lines().isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no goods; a quarter without imports has no CBAM report"
              .formatted(declaration.period()));
    }
    QReportDocument document = QReportDocument.Factory.newInstance();
    QReportType report = document.addNewQReport();
    report.setSubmissionDate(declaration.frozenAt().toString());
    report.setReportingPeriod("Q" + declaration.period().quarter().orElseThrow());
    report.setYear(declaration.period().year());
    add(report.addNewDeclarant(), declaration.declarant());
    sign(report.addNewSignatures(), declaration.declarant());
    for (DeclaredLine line : declaration.lines()) {
      GoodsXml.add(report.addNewImportedGood(), line);
    }
    return document;
  }

  private static XmlObject annual(Declaration declaration) {
    CbamDeclarationDocument document = CbamDeclarationDocument.Factory.newInstance();
    CbamDeclarationType root = document.addNewCbamDeclaration();
    root.setSubmissionDate(declaration.frozenAt().toString());
    root.setReportId(declaration.id());
    root.setDigest(declaration.digest());
    root.setYear(declaration.period().year());
    add(root.addNewDeclarant(), declaration.declarant());
    sign(root.addNewSignatures(), declaration.declarant());
    root.setBelowMassThreshold(declaration.belowMassThreshold());
    declaration.totals().forEach(total -> add(root.addNewGoods(), total));
    for (DeclaredLine line : declaration.lines()) {
      GoodsXml.add(root.addNewImportedGood(), line);
    }
    return document;
  }

  private static void add(GoodsType goods, Total total) {
    goods.setCnCode(total.cn().digits());
    GoodsXml.measure(goods.addNewMeasureImported(), total.sector(), total.quantity());
    goods.setTotalDirect(DeclaredLine.published(total.embedded().direct()));
    goods.setTotalIndirect(DeclaredLine.published(total.embedded().indirect()));
    goods.setOverallEmissions(DeclaredLine.published(total.embedded().total()));
  }

  private static void add(DeclarantType element, Declarant declarant) {
    element.setIdentificationNumber(declarant.eori());
    element.setName(declarant.name());
    element.setRole(declarant.role());
    AddressType address = element.addNewActorAddress();
    address.setCountry(declarant.country());
    address.setCity(declarant.city());
    if (!declarant.street().isEmpty()) {
      address.setStreet(declarant.street());
    }
    if (!declarant.number().isEmpty()) {
      address.setNumber(declarant.number());
    }
    if (!declarant.postcode().isEmpty()) {
      address.setPostcode(declarant.postcode());
    }
  }

  private static void sign(SignaturesType signatures, Declarant declarant) {
    ReportConfirmationType confirmation = signatures.addNewReportConfirmation();
    confirmation.setGlobalDataConfirmation(declarant.confirmed());
    confirmation.setUseOfDataConfirmation(declarant.confirmed());
    confirmation.setSignaturePlace(declarant.place());
    confirmation.setSignature(declarant.signatory());
    confirmation.setPositionOfPersonSending(declarant.position());
  }

  private static void requireValid(XmlObject document, Declaration declaration) {
    List<XmlError> errors = new ArrayList<>();
    if (!document.validate(new XmlOptions().setErrorListener(errors))) {
      throw new IllegalStateException(
          "declaration %s is not valid by its schema in schemas/: %s"
              .formatted(declaration.id(), errors));
    }
  }
}
