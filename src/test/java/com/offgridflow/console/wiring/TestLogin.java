package com.offgridflow.console.wiring;

import static io.restassured.RestAssured.given;

import com.offgridflow.console.ConsoleUser;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;

/** Logs a test in, without the cost of a password. */
@ApplicationScoped
public class TestLogin {
  private final ConsoleLogins logins;

  TestLogin(ConsoleLogins logins) {
    this.logins = logins;
  }

  /** The token of a new session of a user with this role. */
  public String token(String role) {
    return logins.begin(new ConsoleUser("test", role, "$2y$05$unused"));
  }

  /** A request of an administrator. */
  public RequestSpecification admin() {
    return given().cookie("hub_console", token("admin"));
  }
}
