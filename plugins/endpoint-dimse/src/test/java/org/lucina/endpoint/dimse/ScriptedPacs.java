package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.net.Association;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.AssociationRequest;
import org.lucina.net.DicomListener;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.ListenerConfig;
import org.lucina.net.Status;

/** A peer that does what a test tells it, however wrong. */
final class ScriptedPacs implements AutoCloseable {
  /** Identifiers of the C-FINDs that came. */
  final List<DataSet> asked = new CopyOnWriteArrayList<>();

  private final Map<String, DimseService> services = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Optional<AssociationPolicy.Rejection> rejection = Optional.empty();
  private byte[] extended = {};
  private Optional<DicomListener> listener = Optional.empty();

  /** Performs requests for a SOP class. */
  ScriptedPacs serving(String sopClass, DimseService service) {
    services.put(sopClass, service);
    return this;
  }

  /** Answers each C-FIND of the study root with some data sets, then with a status. */
  ScriptedPacs finding(int pending, int last, DataSet... answers) {
    return serving(
        UID.StudyRootQueryRetrieveInformationModelFind,
        exchange -> {
          asked.add(exchange.readData());
          for (DataSet answer : answers) {
            exchange.respond(pending, new DataSet(), Optional.of(answer));
          }
          exchange.respond(
              last, new DataSet().set(Tag.ErrorComment, VR.LO, "so it is"), Optional.empty());
        });
  }

  /** Answers a C-FIND with success. */
  ScriptedPacs finding(DataSet... answers) {
    return finding(Status.PENDING, Status.SUCCESS, answers);
  }

  /** Rejects all associations. */
  ScriptedPacs rejecting(AssociationPolicy.Rejection why) {
    rejection = Optional.of(why);
    return this;
  }

  /** Answers extended negotiation. */
  ScriptedPacs agreeing(int... options) {
    extended = new byte[options.length];
    for (int i = 0; i < options.length; i++) {
      extended[i] = (byte) options[i];
    }
    return this;
  }

  ScriptedPacs start() throws IOException {
    ListenerConfig config =
        new ListenerConfig(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            false,
            10,
            10,
            16384,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            1);
    listener =
        Optional.of(new DicomListener(config, new Policy(), services, threads, new Silence()));
    listener.get().start();
    return this;
  }

  int port() {
    return listener.orElseThrow().address().getPort();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    listener.ifPresent(DicomListener::close);
  }

  private final class Policy implements AssociationPolicy {
    @Override
    public Optional<Rejection> admit(
        AssociationRequest request, InetAddress peer, Optional<Principal> tlsPeer) {
      return rejection;
    }

    @Override
    public Optional<String> chooseTransferSyntax(
        AssociationRequest request, String abstractSyntax, List<String> proposed) {
      return Optional.of(proposed.get(0));
    }

    @Override
    public boolean supports(AssociationRequest request, String abstractSyntax) {
      return services.containsKey(abstractSyntax)
          || request.roles().containsKey(abstractSyntax)
          || services.containsKey(DimseService.ANY_SOP_CLASS);
    }

    @Override
    public Optional<byte[]> extendedNegotiation(
        AssociationRequest request, String sopClass, byte[] proposed) {
      return Optional.of(extended).filter(options -> options.length > 0);
    }
  }

  private static final class Silence implements AssociationLog {
    @Override
    public void opened(Association association) {}

    @Override
    public void rejected(
        AssociationRequest request, InetSocketAddress peer, AssociationPolicy.Rejection why) {}

    @Override
    public void closed(Association association, Throwable fault) {}

    @Override
    public void failed(InetSocketAddress peer, Throwable fault) {}

    @Override
    public void serviceFailed(Exchange exchange, Throwable fault) {}
  }
}
