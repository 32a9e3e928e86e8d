package com.offgridflow;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may look at which. */
@AnalyzeClasses(packages = "com.offgridflow", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String ROOT = "com.offgridflow.";
  private static final String[] TECHNOLOGY = {
    "org.apache.camel..",
    "io.quarkus..",
    "io.vertx..",
    "io.agroal..",
    "jakarta.enterprise..",
    "jakarta.inject..",
    "jakarta.ws..",
    "jakarta.mail..",
    "java.sql..",
    "javax.sql..",
    "org.postgresql..",
    "org.duckdb..",
    "software.amazon..",
    "com.azure..",
    "com.google.cloud..",
    "com.stripe..",
  };

  @ArchTest
  static final ArchRule onlyWiringKnowsTechnology =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TECHNOLOGY)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingPlainLooksAtWiring =
      noClasses()
          .that()
          .resideOutsideOfPackage("..wiring..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..wiring..")
          .allowEmptyShould(true);

  @ArchTest static final ArchRule activityStandsAlone = looksOnlyAt("activity");

  @ArchTest static final ArchRule calendarKnowsActivity = looksOnlyAt("calendar", "activity");

  @ArchTest static final ArchRule restatementStandsAlone = looksOnlyAt("restatement", "problem");

  @ArchTest static final ArchRule factorKnowsActivity = looksOnlyAt("factor", "activity");

  @ArchTest static final ArchRule rateKnowsActivity = looksOnlyAt("rate", "activity");

  @ArchTest
  static final ArchRule emissionKnowsActivityFactorRateAndTables =
      looksOnlyAt("emission", "activity", "factor", "rate", "problem", "table");

  @ArchTest
  static final ArchRule reportKnowsEmission =
      looksOnlyAt("report", "emission", "activity", "factor", "failure");

  @ArchTest
  static final ArchRule cbamKnowsActivityAndTables =
      looksOnlyAt("cbam", "activity", "problem", "report", "table");

  @ArchTest
  static final ArchRule sourceKnowsActivityAndWhatIntakeRejects =
      looksOnlyAt("source", "activity", "intake", "failure");

  @ArchTest static final ArchRule lakeKnowsActivity = looksOnlyAt("lake", "activity");

  @ArchTest static final ArchRule intakeKnowsActivity = looksOnlyAt("intake", "activity");

  @ArchTest static final ArchRule jobStandsAlone = looksOnlyAt("job", "failure");

  @ArchTest static final ArchRule mailStandsAlone = looksOnlyAt("mail");

  @ArchTest static final ArchRule deliveryStandsAlone = looksOnlyAt("delivery");

  @ArchTest static final ArchRule tableKnowsProblem = looksOnlyAt("table", "problem");

  @ArchTest static final ArchRule tenantStandsAlone = looksOnlyAt("tenant");

  @ArchTest static final ArchRule consoleStandsAlone = looksOnlyAt("console");

  @ArchTest static final ArchRule signalStandsAlone = looksOnlyAt("signal");

  @ArchTest static final ArchRule routeStandsAlone = looksOnlyAt("route");

  @ArchTest static final ArchRule billingStandsApart = looksOnlyAt("billing");

  @ArchTest
  static final ArchRule nobodyLooksAtBilling =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "billing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "billing..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule plainFeaturesHaveNoCycles =
      slices()
          .matching(ROOT + "(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(resideInAPackage("..wiring.."), alwaysTrue())
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sourcesDoNotKnowOutputs =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "source..", ROOT + "lake..", ROOT + "intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "emission..", ROOT + "report..")
          .allowEmptyShould(true);

  /** The plain part of a feature sees itself, the named features' plain parts, and libraries. */
  private static ArchRule looksOnlyAt(String feature, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = ROOT + feature + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = ROOT + others[i] + "..";
    }
    return classes()
        .that()
        .resideInAPackage(ROOT + feature + "..")
        .and()
        .resideOutsideOfPackage("..wiring..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAPackage("com.offgridflow.."))))
        .allowEmptyShould(true);
  }
}
