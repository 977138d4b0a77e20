package org.lucina.subsystem.model;

import java.net.InetSocketAddress;
import org.jboss.as.network.ManagedBinding;
import org.jboss.as.network.SocketBinding;
import org.lucina.subsystem.runtime.ListenerSpec;

/** Tells WildFly's socket binding that its port is bound, so that management shows it. */
final class BoundSocket implements ListenerSpec.PortWatcher {
  private final SocketBinding binding;

  BoundSocket(SocketBinding binding) {
    this.binding = binding;
  }

  @Override
  public void bound(InetSocketAddress address) {
    binding
        .getSocketBindings()
        .getNamedRegistry()
        .registerBinding(
            ManagedBinding.Factory.createSimpleManagedBinding(binding.getName(), address, null));
  }

  @Override
  public void unbound() {
    binding.getSocketBindings().getNamedRegistry().unregisterBinding(binding.getName());
  }
}
