package com.offgridflow.cbam;

import com.offgridflow.activity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Goods of one kind, origin and installation that were released for free circulation.
 *
 * @param id the declarant's own, such as the number of the customs declaration and its item
 * @param importedOn day of the release
 * @param quantity tonnes of net mass, or MWh
 * @param customs how they entered
 * @param installation where they were produced; empty for electricity and default values
 * @param method how their emissions were determined
 * @param carbonPrice paid in the country of production
 */
public record GoodsLine(
    String id,
    LocalDate importedOn,
    CnCode cn,
    CbamGood good,
    String description,
    String origin,
    String producedIn,
    BigDecimal quantity,
    Customs customs,
    Optional<Installation> installation,
    Method method,
    Production production,
    Optional<CarbonPrice> carbonPrice) {

  /**
   * @param procedure requested procedure, two digits, such as 40
   * @param area of import, a code of the registry
   */
  public record Customs(String procedure, String area) {}

  /** An installation outside the customs territory, with its operator if that is known. */
  public record Installation(String id, String name, Optional<Operator> operator) {}

  /** Who operates an installation, and whom to ask there. */
  public record Operator(
      String id, String name, String city, String contact, String phone, String email) {}

  /**
   * Codes of the registry's lists, which the hub hands on as they are.
   *
   * @param methodology of direct emissions
   * @param indirect how indirect emissions were determined; blank where none are reported
   * @param electricity where the consumed electricity came from; blank likewise
   * @param route production route
   */
  public record Method(
      String methodology, String indirect, String electricity, String route, String routeName) {}

  /** A carbon price that was effectively paid for the emissions of these goods. */
  public record CarbonPrice(Money paid, String instrument, String legalAct) {}
}
