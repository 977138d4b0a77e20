package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;

/** Makes an endpoint of its configuration. */
final class Assembly {
  private static final Duration SHORTEST_SWEEP = Duration.ofSeconds(1);

  private final Configuration config;
  private final ServerContext server;
  private final Peer peer;
  private final QueryModel.Choice models;
  private final Finder finder;
  private final Targets targets;
  private final Mover mover;

  Assembly(Configuration config, ServerContext server) throws ProviderException {
    this.config = config;
    this.server = server;
    this.peer =
        new Peer(
            new PeerSettings(
                config.string("remote-ae"),
                aeTitle("calling-ae"),
                config.duration("connect-timeout"),
                config.duration("response-timeout"),
                (int) config.integer("max-pdu")),
            server);
    this.models = QueryModel.Choice.valueOf(config.string("query-model").toUpperCase(Locale.ROOT));
    this.finder =
        new Finder(
            peer,
            models,
            new StudySpans((int) config.integer("span-days")),
            new Identifiers(characterSet()),
            Clock.systemDefaultZone());
    this.targets = new Targets(finder, models);
    this.mover = new Mover(peer, targets);
  }

  Endpoint endpoint() throws ProviderException {
    SyntaxPreference syntaxes = SyntaxPreference.parse(config.find("transfer-syntaxes"));
    if (config.string("retrieve").equals("get")) {
      return direct(new GetRetriever(peer, targets, finder, syntaxes));
    }
    Optional<String> destination = aeTitle("move-destination");
    if (destination.isEmpty()) {
      return direct(new MoveRetriever(peer, mover, receiver(), syntaxes, server));
    }
    Optional<Retriever> detour =
        config
            .find("received-by")
            .map(archive -> new DetourRetriever(mover, destination.get(), server, archive));
    return endpoint(detour, () -> {});
  }

  private Endpoint direct(Retrieval retrieval) throws ProviderException {
    Duration keep = config.duration("keep-received");
    Deliveries deliveries = new Deliveries(folder(), keep);
    long pause = Math.max(SHORTEST_SWEEP.toMillis(), keep.toMillis() / 2);
    server.threads().scheduleWithFixedDelay(deliveries::sweep, pause, pause, TimeUnit.MILLISECONDS);
    return endpoint(
        Optional.of(new DirectRetriever(retrieval, targets, deliveries)), deliveries::close);
  }

  private Endpoint endpoint(Optional<Retriever> retriever, Runnable onClose) {
    return new DimseEndpoint(peer, finder, targets, mover, retriever, models.levels(), onClose);
  }

  private ReceiverSettings receiver() throws ProviderException {
    if (config.find("receive-port").isEmpty()) {
      throw new ProviderException(
          "property 'receive-port' or 'move-destination' is missing, as 'retrieve' is 'move'");
    }
    return new ReceiverSettings(
        aeTitle("receive-ae"),
        new InetSocketAddress(
            config.string("receive-address"), (int) config.integer("receive-port")),
        (int) config.integer("max-pdu"),
        config.duration("response-timeout"));
  }

  private Path folder() throws ProviderException {
    try {
      return server.folder().resolve("received");
    } catch (IOException e) {
      throw new ProviderException("no folder can be made for received files: " + e, e);
    }
  }

  private CharacterSet characterSet() throws ProviderException {
    List<String> terms = List.of(config.string("character-set").split("\\\\", -1));
    CharacterSet set = CharacterSet.of(terms);
    if (!set.terms().equals(terms)) {
      throw new ProviderException(
          "property 'character-set': '"
              + config.string("character-set")
              + "' is no Specific Character Set");
    }
    return set;
  }

  private Optional<String> aeTitle(String property) throws ProviderException {
    Optional<String> title = config.find(property).map(String::strip);
    if (title.filter(text -> text.isEmpty() || text.length() > 16).isPresent()) {
      throw new ProviderException("property '" + property + "': an AE title has 1 to 16 letters");
    }
    return title;
  }
}
