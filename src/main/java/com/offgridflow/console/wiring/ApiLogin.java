package com.offgridflow.console.wiring;

import com.offgridflow.console.ConsoleUser;
import com.offgridflow.console.LoginOutcome;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the console's users call the API with HTTP Basic; guessing is slowed down just the same. */
@ApplicationScoped
public class ApiLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final ConsoleLogins logins;

  ApiLogin(ConsoleLogins logins) {
    this.logins = logins;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
    String address = http == null ? "" : http.request().remoteAddress().hostAddress();
    return context.runBlocking(() -> identity(request, address));
  }

  /** An API call has no use for a session, so it ends before it begins. */
  private SecurityIdentity identity(UsernamePasswordAuthenticationRequest request, String address) {
    String name = request.getUsername();
    String password = new String(request.getPassword().getPassword());
    if (logins.login(name, password, address) instanceof LoginOutcome.Accepted accepted) {
      logins.logout(accepted.token());
      return QuarkusSecurityIdentity.builder()
          .setPrincipal(new QuarkusPrincipal(name))
          .addRole(ConsoleUser.ADMIN)
          .build();
    }
    throw new AuthenticationFailedException("wrong name or password, or too many attempts");
  }
}
