package org.lucina.subsystem.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;
import org.lucina.subsystem.runtime.Secret;
import org.lucina.subsystem.runtime.StoredSecret;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.subsystem.service.ServiceDependency;

/**
 * The properties of a resource whose values are in credential stores.
 *
 * @param byProperty where each is
 */
record SecretReferences(Map<String, Reference> byProperty) {

  /** An alias in a credential store, which is there when the instance is made. */
  record Reference(ServiceDependency<CredentialStore> store, String name, String alias) {}

  /** Reads them from the resource and those below it. */
  static SecretReferences of(SecretType type, OperationContext context, ModelNode model)
      throws OperationFailedException {
    Map<String, Reference> references = new TreeMap<>();
    ModelNode children = model.get(SecretType.PATH.getKey());
    if (children.isDefined()) {
      for (Property child : children.asPropertyList()) {
        String store = type.store().resolveModelAttribute(context, child.getValue()).asString();
        String alias = SecretType.ALIAS.resolveModelAttribute(context, child.getValue()).asString();
        references.put(
            child.getName(),
            new Reference(ServiceDependency.on(SecretType.STORES, store), store, alias));
      }
    }
    return new SecretReferences(references);
  }

  Set<String> properties() {
    return byProperty.keySet();
  }

  /** Services that must be up before {@link #secrets}. */
  Iterable<ServiceDependency<CredentialStore>> stores() {
    return byProperty.values().stream().map(Reference::store).toList();
  }

  /** How their values are had. */
  Map<String, Secret> secrets() {
    return byProperty.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    new StoredSecret(
                        entry.getValue().store().get(),
                        entry.getValue().name(),
                        entry.getValue().alias())));
  }
}
