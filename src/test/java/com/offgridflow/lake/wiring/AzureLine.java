package com.offgridflow.lake.wiring;

/** A charge of a cost export, as files of both agreements write it. */
record AzureLine(
    String type,
    String model,
    String publisher,
    String category,
    String sub,
    String meter,
    String unit,
    String quantity,
    String cost,
    String location,
    String info) {
  static final String EA =
      "SubscriptionId,Date,Product,MeterCategory,MeterSubCategory,MeterName,Quantity,Cost,"
          + "BillingCurrency,ResourceLocation,ConsumedService,AdditionalInfo,Tags,UnitOfMeasure,"
          + "ChargeType,PublisherType,PricingModel";

  static final String MCA =
      "chargeType,date,costInBillingCurrency,billingCurrency,SubscriptionId,meterCategory,"
          + "meterSubCategory,meterName,quantity,unitOfMeasure,resourceLocation,consumedService,"
          + "additionalInfo,pricingModel,publisherType,tags";

  static AzureLine usage(String category, String sub, String meter, String unit, String quantity) {
    return new AzureLine(
        "Usage", "OnDemand", "Azure", category, sub, meter, unit, quantity, "1.5", "EastUS2", "");
  }

  static AzureLine vm(String type, String model) {
    String info = "{\"ServiceType\": \"Standard_D2_v3\", \"VCPUs\": 2, \"VMName\": \"web\"}";
    return new AzureLine(
        type,
        model,
        "Azure",
        "Virtual Machines",
        "Dv3/DSv3 Series",
        "D2 v3/D2s v3",
        "1 Hour",
        "3",
        "0.30",
        "EastUS2",
        info);
  }

  AzureLine published(String by) {
    return new AzureLine(
        type, model, by, category, sub, meter, unit, quantity, cost, location, info);
  }

  AzureLine at(String region) {
    return new AzureLine(
        type, model, publisher, category, sub, meter, unit, quantity, cost, region, info);
  }

  AzureLine knowing(String additionalInfo) {
    return new AzureLine(
        type,
        model,
        publisher,
        category,
        sub,
        meter,
        unit,
        quantity,
        cost,
        location,
        additionalInfo);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  String ea() {
    return String.join(
        ",",
        "sub-1",
        "09/02/2024",
        "",
        category,
        sub,
        meter,
        quantity,
        cost,
        "EUR",
        location,
        "Microsoft.Compute",
        quoted(info),
        quoted("\"env\": \"prod\",\"org\": \"trey\""),
        unit,
        type,
        publisher,
        model);
  }

  String mca() {
    return String.join(
        ",",
        type,
        "2024-09-02",
        cost,
        "EUR",
        "sub-1",
        category,
        sub,
        meter,
        quantity,
        unit,
        location,
        "Microsoft.Compute",
        quoted(info),
        model,
        publisher,
        quoted("{\"env\": \"prod\"}"));
  }
}
