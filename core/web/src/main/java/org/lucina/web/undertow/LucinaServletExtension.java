package org.lucina.web.undertow;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Puts handlers before the authentication of the web application: preflight requests come without
 * credentials, and logins that fail reach no servlet.
 */
public final class LucinaServletExtension implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(next -> new LoginAuditHandler(next, context));
    deployment.addInitialHandlerChainWrapper(next -> new CorsHandler(next, CorsPolicy::inForce));
  }
}
