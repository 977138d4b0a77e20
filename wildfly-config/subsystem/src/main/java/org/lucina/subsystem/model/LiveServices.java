package org.lucina.subsystem.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.registry.Resource;
import org.jboss.dmr.ModelNode;
import org.wildfly.subsystem.service.ResourceServiceConfigurator;
import org.wildfly.subsystem.service.ResourceServiceInstaller;

/**
 * The services behind the resources of a type: installed, removed and replaced at run time, by
 * operations on such a resource or on the parts below it.
 */
final class LiveServices {
  private final String key;
  private final boolean parts;
  private final ResourceServiceConfigurator configurator;
  private final Map<PathAddress, Consumer<OperationContext>> removers = new ConcurrentHashMap<>();

  private LiveServices(String key, boolean parts, ResourceServiceConfigurator configurator) {
    this.key = key;
    this.parts = parts;
    this.configurator = configurator;
  }

  /** Services that are made from the attributes of a resource. */
  static LiveServices of(PathElement path, ResourceServiceConfigurator configurator) {
    return new LiveServices(path.getKey(), false, configurator);
  }

  /** Services that are made from the attributes of a resource and of those below it. */
  static LiveServices ofWhole(PathElement path, ResourceServiceConfigurator configurator) {
    return new LiveServices(path.getKey(), true, configurator);
  }

  /** The address of the resource of a type that an operation is on, or on a part of. */
  static PathAddress owner(OperationContext context, String key) {
    PathAddress address = context.getCurrentAddress();
    while (!address.getLastElement().getKey().equals(key)) {
      address = address.getParent();
    }
    return address;
  }

  /** Installs the services of a resource that was added. */
  void install(OperationContext context) throws OperationFailedException {
    PathAddress owner = owner(context, key);
    if (!context.isBooting()) {
      context.markResourceRestarted(owner, this);
    }
    replace(context, owner, model(context.readResourceFromRoot(owner, parts)));
  }

  /**
   * Replaces them once an operation, unless the resource itself goes; what its model does not allow
   * is refused before the old ones are touched. At boot they are installed with the whole model.
   */
  void change(OperationContext context) throws OperationFailedException {
    if (context.isBooting()) {
      return;
    }
    PathAddress owner = owner(context, key);
    boolean there =
        context
            .readResourceFromRoot(owner.getParent(), false)
            .getChildrenNames(key)
            .contains(owner.getLastElement().getValue());
    if (there && context.markResourceRestarted(owner, this)) {
      replace(context, owner, model(context.readResourceFromRoot(owner, parts)));
    }
  }

  /** Takes back a change. */
  void revert(OperationContext context) throws OperationFailedException {
    if (!context.isBooting() && context.revertResourceRestarted(owner(context, key), this)) {
      restore(context);
    }
  }

  /** Brings them back to what they were before the operation. */
  void restore(OperationContext context) throws OperationFailedException {
    PathAddress owner = owner(context, key);
    Optional<Resource> before = Optional.of(context.getOriginalRootResource());
    for (PathElement step : owner) {
      before = before.map(resource -> resource.getChild(step));
    }
    if (before.isPresent()) {
      replace(context, owner, model(before.get()));
    } else {
      remove(context);
    }
  }

  private ModelNode model(Resource resource) {
    return parts ? Resource.Tools.readModel(resource) : resource.getModel();
  }

  private void replace(OperationContext context, PathAddress owner, ModelNode model)
      throws OperationFailedException {
    ResourceServiceInstaller installer = configurator.configure(context, model);
    remove(context);
    removers.put(owner, installer.install(context));
  }

  /** Removes them. */
  void remove(OperationContext context) {
    Consumer<OperationContext> remover = removers.remove(owner(context, key));
    if (remover != null) {
      remover.accept(context);
    }
  }
}
