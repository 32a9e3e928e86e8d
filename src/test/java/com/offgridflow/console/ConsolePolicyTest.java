package com.offgridflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePolicyTest {
  private static final String CONTEXT = "org.apache.camel:context=hub,type=context,name=\"hub\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.apache.camel:context=hub,type=routes,name=\"r\" | stop()",
        "org.apache.camel:context=hub,type=routes,name=\"r\" | start",
        "org.apache.camel:context=hub,type=routes,name=\"r\" | dumpRouteAsXml()",
        "org.apache.camel:context=hub,type=context,name=\"hub\" | dumpRoutesStatsAsXml(boolean, boolean)",
        "org.apache.camel:context=hub,type=context,name=\"hub\" | sendStringBody(java.lang.String, java.lang.String)",
        "java.lang:type=Threading | dumpAllThreads(boolean,boolean)",
      })
  void shouldAllowWhatAdministratorsDo(String mbean, String operation) throws Exception {
    assertThat(ConsolePolicy.mayCall(new ObjectName(mbean), operation)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.sun.management:type=DiagnosticCommand | vmLog",
        "com.sun.management:type=HotSpotDiagnostic | dumpHeap(java.lang.String,boolean)",
        "java.util.logging:type=Logging | setLoggerLevel",
        "JMImplementation:type=MBeanServerDelegate | anything",
        "org.apache.camel:context=hub,type=routes,name=\"r\" | updateRouteFromXml(java.lang.String)",
        "org.apache.camel:context=hub,type=routes,name=\"r\" | remove()",
        "org.apache.camel:context=hub,type=routes,name=\"r\" | dumpRouteAsXml(boolean)",
        "org.apache.camel:context=hub,type=context,name=\"hub\" | dumpRoutesAsXml(boolean)",
        "org.apache.camel:context=hub,type=context,name=\"hub\" | stop()",
        "org.apache.camel:context=hub,type=context,name=\"hub\" | createEndpoint(java.lang.String)",
        "org.apache.camel:context=hub,type=context,name=\"hub\" | getGlobalOption(java.lang.String)",
        "org.apache.camel:context=hub,type=endpoints,name=\"seda://a\" | browseAllMessagesAsXml(java.lang.Boolean)",
        "org.apache.camel:context=hub,type=tracer,name=BacklogDebugger | setMessageBodyOnBreakpoint",
        "org.apache.camel:context=hub,name=odd | stop()",
        "java.lang:type=Compilation | gc",
      })
  void shouldRefuseTheRest(String mbean, String operation) throws Exception {
    assertThat(ConsolePolicy.mayCall(new ObjectName(mbean), operation)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SystemProperties", "InputArguments"})
  void shouldHideWhatMayCarryPasswords(String attribute) throws Exception {
    assertThat(ConsolePolicy.mayRead(new ObjectName("java.lang:type=Runtime"), attribute))
        .isFalse();
  }

  @Test
  void shouldShowCountersOfRoutes() throws Exception {
    ObjectName route = new ObjectName("org.apache.camel:context=hub,type=routes,name=\"r\"");

    assertThat(ConsolePolicy.mayRead(route, "ExchangesTotal")).isTrue();
  }

  @Test
  void shouldHideOtherDomains() throws MalformedObjectNameException {
    assertThat(ConsolePolicy.shows(new ObjectName("com.sun.management:type=DiagnosticCommand")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct:core-estimate", "seda:inbox"})
  void shouldSendToFrontDoorsOfRoutes(String uri) {
    assertThat(ConsolePolicy.maySend(List.of(uri, "body"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:/etc?fileName=passwd", "http://evil.example", "bean:x", "Direct:a"})
  void shouldNotSendToAnyOtherEndpoint(String uri) {
    assertThat(ConsolePolicy.maySend(List.of(uri, "body"))).isFalse();
  }

  @Test
  void shouldNotSendNowhere() {
    assertThat(ConsolePolicy.maySend(List.of())).isFalse();
    assertThat(ConsolePolicy.maySend(null)).isFalse();
  }

  @Test
  void shouldTellSendsFromOtherOperations() throws Exception {
    assertThat(ConsolePolicy.isSend(new ObjectName(CONTEXT), "sendBody(java.lang.String, x)"))
        .isTrue();
    assertThat(ConsolePolicy.isSend(new ObjectName(CONTEXT), "suspend()")).isFalse();
  }
}
