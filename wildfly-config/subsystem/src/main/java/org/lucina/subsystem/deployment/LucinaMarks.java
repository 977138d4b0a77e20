package org.lucina.subsystem.deployment;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.as.server.deployment.Attachments;
import org.jboss.as.server.deployment.DeploymentUnit;
import org.jboss.as.server.deployment.ServicesAttachment;
import org.jboss.as.server.deployment.module.ResourceRoot;
import org.lucina.dicom.PrivateDictionary;
import org.lucina.subsystem.runtime.ProviderKind;

/** Tells which deployments concern Lucina. */
final class LucinaMarks {
  private static final String DESCRIPTOR = "META-INF/lucina.xml";

  private LucinaMarks() {}

  /** Whether it offers providers of ours in {@code META-INF/services}. */
  static boolean isPlugin(DeploymentUnit unit) {
    ServicesAttachment services = unit.getAttachment(Attachments.SERVICES);
    return services != null
        && Stream.concat(
                Stream.of(PrivateDictionary.class),
                Arrays.stream(ProviderKind.values()).map(ProviderKind::service))
            .anyMatch(service -> !services.getServiceImplementations(service.getName()).isEmpty());
  }

  /** Whether it, or the application that it is part of, has {@value #DESCRIPTOR}. */
  static boolean isApplication(DeploymentUnit unit) {
    ResourceRoot root = unit.getAttachment(Attachments.DEPLOYMENT_ROOT);
    boolean marked =
        root != null && root.getRoot() != null && root.getRoot().getChild(DESCRIPTOR).exists();
    return marked || (unit.getParent() != null && isApplication(unit.getParent()));
  }
}
