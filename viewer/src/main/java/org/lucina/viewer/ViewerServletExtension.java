package org.lucina.viewer;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Lets browsers keep the viewer's files, which hold no patient data, though they need a log-in; the
 * container would forbid it.
 */
public final class ViewerServletExtension implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.setDisableCachingForSecuredPages(false);
  }
}
