package org.lucina.subsystem.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.dmr.ModelNode;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;

/** The services behind the resources of a type: installed, removed and replaced at run time. */
final class LiveServices {
  private final ResourceServiceConfigurator configurator;
  private final Map<PathAddress, Consumer<OperationContext>> removers = new ConcurrentHashMap<>();

  LiveServices(ResourceServiceConfigurator configurator) {
    this.configurator = configurator;
  }

  /** Installs the services of the resource of this operation. */
  void install(OperationContext context, ModelNode model) throws OperationFailedException {
    replace(context, model);
  }

  /** Replaces them; what its model does not allow is refused before the old ones are touched. */
  void replace(OperationContext context, ModelNode model) throws OperationFailedException {
    ResourceServiceInstaller installer = configurator.configure(context, model);
    remove(context);
    removers.put(context.getCurrentAddress(), installer.install(context));
  }

  /** Removes them. */
  void remove(OperationContext context) {
    Consumer<OperationContext> remover = removers.remove(context.getCurrentAddress());
    if (remover != null) {
      remover.accept(context);
    }
  }
}
