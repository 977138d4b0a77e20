package org.lucina.subsystem.model;

import java.util.Locale;
import java.util.TreeSet;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.mint.Mint;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.ProviderKind;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code mint=NAME}: makes identifiers that stand for others. */
final class MintResource extends ProvidedResource<Mint> {
  static final ProvidedType TYPE = ProvidedType.of(ProviderKind.MINT);

  private static final AttributeDefinition PRODUCTS =
      new StringListAttributeDefinition.Builder("products")
          .setRequired(false)
          .setStorageRuntime()
          .build();

  private MintResource(ProvidedInstances<Mint> instances, boolean runtimeToo) {
    super(TYPE, instances, runtimeToo);
  }

  static MintResource of(Running running, boolean runtimeToo) {
    return new MintResource(
        new ProvidedInstances<>(running, Mint.class, RunningServer::mints), runtimeToo);
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    super.registerAttributes(registration);
    if (runtimeToo()) {
      registration.registerReadOnlyAttribute(
          PRODUCTS,
          new RuntimeReader(
              name ->
                  instances()
                      .find(name)
                      .flatMap(Instance::value)
                      .map(MintResource::products)
                      .orElseGet(ModelNode::new)));
    }
  }

  private static ModelNode products(Mint mint) {
    ModelNode list = new ModelNode().setEmptyList();
    new TreeSet<>(mint.products())
        .forEach(product -> list.add(product.name().toLowerCase(Locale.ROOT)));
    return list;
  }
}
