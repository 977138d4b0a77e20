package org.lucina.web.undertow;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.lucina.archive.access.AuditTrail;

/** Shows the audit trail to handlers that stand outside of dependency injection. */
@WebListener
public class AuditExposure implements ServletContextListener {
  static final String ATTRIBUTE = "org.lucina.audit";

  private final AuditTrail audit;

  /** Shows this one. */
  @Inject
  public AuditExposure(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute(ATTRIBUTE, audit);
  }
}
