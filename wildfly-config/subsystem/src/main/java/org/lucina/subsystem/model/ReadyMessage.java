package org.lucina.subsystem.model;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.as.network.ManagedBinding;
import org.jboss.as.network.SocketBindingManager;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Listener;
import org.lucina.subsystem.runtime.ListenerSpec;
import org.lucina.subsystem.runtime.RunningServer;

/** Prints where everything is, when the archive is ready. */
final class ReadyMessage implements Consumer<RunningServer> {
  private final SocketBindingManager sockets;

  ReadyMessage(SocketBindingManager sockets) {
    this.sockets = sockets;
  }

  @Override
  public void accept(RunningServer server) {
    List<String> lines = new ArrayList<>();
    for (Listener listener : server.listeners().all()) {
      listener.address().ifPresent(at -> lines.add(dicom(listener.spec(), at, server)));
    }
    web("http")
        .or(() -> web("https"))
        .ifPresent(
            base -> {
              lines.add("  DICOMweb  " + base + "/dicom-web");
              lines.add("  WADO-URI  " + base + "/wado");
            });
    web("management-http")
        .or(() -> web("management-https"))
        .ifPresent(base -> lines.add("  console   " + base + "/console"));
    LucinaLogger.LOG.ready(String.join(System.lineSeparator(), lines));
  }

  private static String dicom(ListenerSpec spec, InetSocketAddress at, RunningServer server) {
    String titles =
        spec.calledAeTitles().isEmpty()
            ? server.settings().localAeTitle() + " (any called AE title)"
            : String.join(", ", spec.calledAeTitles());
    String tls = spec.config().tls().isPresent() ? " (TLS)" : "";
    return "  DICOM     " + place(at) + tls + ", AE title " + titles;
  }

  private Optional<String> web(String binding) {
    ManagedBinding bound = sockets.getNamedRegistry().getManagedBinding(binding);
    String scheme = binding.endsWith("https") ? "https://" : "http://";
    return Optional.ofNullable(bound).map(found -> scheme + place(found.getBindAddress()));
  }

  private static String place(InetSocketAddress at) {
    String host = at.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
  }
}
