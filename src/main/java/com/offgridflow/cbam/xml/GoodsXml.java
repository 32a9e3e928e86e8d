package com.offgridflow.cbam.xml;

import com.offgridflow.cbam.CbamGood.Sector;
import com.offgridflow.cbam.DeclaredLine;
import com.offgridflow.cbam.GoodsLine.CarbonPrice;
import com.offgridflow.cbam.GoodsLine.Installation;
import com.offgridflow.cbam.GoodsLine.Operator;
import com.offgridflow.cbam.xml.instance.AddressType;
import com.offgridflow.cbam.xml.instance.CarbonPriceDueType;
import com.offgridflow.cbam.xml.instance.CommodityCodeType;
import com.offgridflow.cbam.xml.instance.ContactDetailsType;
import com.offgridflow.cbam.xml.instance.DirectEmissionsType;
import com.offgridflow.cbam.xml.instance.GoodsEmissionsType;
import com.offgridflow.cbam.xml.instance.ImportedGoodType;
import com.offgridflow.cbam.xml.instance.ImportedQuantityType;
import com.offgridflow.cbam.xml.instance.IndirectEmissionsType;
import com.offgridflow.cbam.xml.instance.InstallationOperatorType;
import com.offgridflow.cbam.xml.instance.InstallationType;
import com.offgridflow.cbam.xml.instance.MeasureProcedureType;
import com.offgridflow.cbam.xml.instance.MeasureType;
import com.offgridflow.cbam.xml.instance.ProdMethodQualifyingParamsType;
import com.offgridflow.cbam.xml.instance.RemarksEmissionsType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A goods line as the elements of the CBAM report. */
final class GoodsXml {
  private static final String FIRST = "1";
  private static final BigInteger NOT_INWARD_PROCESSING = BigInteger.ZERO;
  private static final int QUANTITY_DECIMALS = 6;

  private GoodsXml() {}

  static void add(ImportedGoodType element, DeclaredLine line) {
    element.setItemNumber(Integer.toString(line.number()));
    CommodityCodeType code = element.addNewCommodityCode();
    code.setHsCode(line.cn().hs());
    code.setCnCode(line.cn().digits());
    code.addNewCommodityDetails().setDescription(line.description());
    element.addNewOriginCountry().setCountry(line.origin());
    quantity(element.addNewImportedQuantity(), line);
    measure(element.addNewMeasureImported(), line.sector(), line.quantity());
    emissions(element.addNewGoodsEmissions(), line);
  }

  private static void quantity(ImportedQuantityType element, DeclaredLine line) {
    element.setSequenceNumber(FIRST);
    element.addNewProcedure().setRequestedProc(line.customs().procedure());
    element.addNewImportArea().setImportArea(line.customs().area());
    MeasureProcedureType measure = element.addNewMeasureProcedureImported();
    measure.setIndicator(NOT_INWARD_PROCESSING);
    if (line.sector() == Sector.ELECTRICITY) {
      measure.setSupplementaryUnits(published(line.quantity()));
    } else {
      measure.setNetMass(published(line.quantity()));
    }
    measure.setMeasurementUnit(unit(line.sector()));
  }

  static void measure(MeasureType element, Sector sector, BigDecimal quantity) {
    if (sector == Sector.ELECTRICITY) {
      element.setSupplementaryUnits(published(quantity));
    } else {
      element.setNetMass(published(quantity));
    }
    element.setMeasurementUnit(unit(sector));
  }

  private static void emissions(GoodsEmissionsType element, DeclaredLine line) {
    element.setSequenceNumber(FIRST);
    element.setProductionCountry(line.producedIn());
    line.installation().ifPresent(installation -> installation(element, line, installation));
    measure(element.addNewProducedMeasure(), line.sector(), line.quantity());
    DirectEmissionsType direct = element.addNewDirectEmissions();
    direct.setApplicableReportingTypeMethodology(line.method().methodology());
    direct.setSpecificEmbeddedEmissions(DeclaredLine.published(line.specific().direct()));
    direct.setMeasurementUnit(emissionUnit(line.sector()));
    if (!line.method().indirect().isEmpty()) {
      indirect(element.addNewIndirectEmissions(), line);
    }
    ProdMethodQualifyingParamsType route = element.addNewProdMethodQualifyingParams();
    route.setSequenceNumber(FIRST);
    route.setMethodId(line.method().route());
    route.setMethodName(line.method().routeName());
    line.carbonPrice().ifPresent(price -> price(element.addNewCarbonPriceDue(), line, price));
    line.defaultValue()
        .ifPresent(value -> remark(element.addNewRemarksEmissions(), value.description()));
  }

  private static void remark(RemarksEmissionsType element, String text) {
    element.setSequenceNumber(FIRST);
    element.setAdditionalInformation(text);
  }

  private static void indirect(IndirectEmissionsType element, DeclaredLine line) {
    element.setDeterminationType(line.method().indirect());
    element.setSpecificEmbeddedEmissions(DeclaredLine.published(line.specific().indirect()));
    element.setMeasurementUnit(emissionUnit(line.sector()));
    element.setElectricitySource(line.method().electricity());
  }

  private static void installation(
      GoodsEmissionsType parent, DeclaredLine line, Installation installation) {
    installation
        .operator()
        .ifPresent(operator -> operator(parent.addNewInstallationOperator(), line, operator));
    InstallationType element = parent.addNewInstallation();
    element.setInstallationId(installation.id());
    element.setInstallationName(installation.name());
    element.addNewAddress().setEstablishmentCountry(line.producedIn());
  }

  private static void operator(
      InstallationOperatorType element, DeclaredLine line, Operator operator) {
    element.setOperatorId(operator.id());
    element.setOperatorName(operator.name());
    AddressType address = element.addNewOperatorAddress();
    address.setCountry(line.producedIn());
    address.setCity(operator.city());
    ContactDetailsType contact = element.addNewContactDetails();
    contact.setName(operator.contact());
    contact.setPhone(operator.phone());
    contact.setEmail(operator.email());
  }

  private static void price(CarbonPriceDueType element, DeclaredLine line, CarbonPrice price) {
    element.setSequenceNumber(FIRST);
    element.setInstrumentType(price.instrument());
    element.setLegalActDescription(price.legalAct());
    element.setAmount(price.paid().amount());
    element.setCurrency(price.paid().currency());
    element.setCountry(line.producedIn());
  }

  /** Tonnes or MWh by the registry's list of units. */
  private static String unit(Sector sector) {
    return sector == Sector.ELECTRICITY ? "02" : "01";
  }

  /** t CO2e per tonne or per MWh by the registry's list of emission units. */
  private static String emissionUnit(Sector sector) {
    return sector == Sector.ELECTRICITY ? "EMU2" : "EMU1";
  }

  private static BigDecimal published(BigDecimal quantity) {
    return quantity.setScale(QUANTITY_DECIMALS, RoundingMode.HALF_UP);
  }
}
