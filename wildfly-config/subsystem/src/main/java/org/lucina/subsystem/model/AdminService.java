package org.lucina.subsystem.model;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.lucina.subsystem.runtime.FirstAdmin;
import org.wildfly.security.auth.server.ModifiableSecurityRealm;
import org.wildfly.service.Installer.StartWhen;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;
import org.wildfly.subsystem.service.ServiceDependency;
import org.wildfly.subsystem.service.ServiceInstaller;

/** Sees to it, at the first start, that there is a user {@code admin}. */
final class AdminService implements ResourceServiceConfigurator {

  @Override
  public ResourceServiceInstaller configure(OperationContext context, ModelNode model)
      throws OperationFailedException {
    if (!model.hasDefined(ServerResource.ADMIN_REALM.getName())) {
      return nothing -> removing -> {};
    }
    ServiceDependency<ModifiableSecurityRealm> realm =
        ServerResource.ADMIN_REALM.resolve(context, model);
    return ServiceInstaller.builder(
            () -> new FirstAdmin(realm.get(), System.getenv(), AdminService::print))
        .requires(realm)
        .onStart(FirstAdmin::createIfAbsent)
        .startWhen(StartWhen.INSTALLED)
        .blocking()
        .build();
  }

  /** Past System.out, which WildFly writes to its log files. */
  private static void print(String line) {
    PrintStream console =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    console.println(line);
  }
}
