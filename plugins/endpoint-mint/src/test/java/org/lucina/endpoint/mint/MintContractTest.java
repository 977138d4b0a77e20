package org.lucina.endpoint.mint;

import static org.lucina.endpoint.mint.MintXml.instance;
import static org.lucina.endpoint.mint.MintXml.results;
import static org.lucina.endpoint.mint.MintXml.series;
import static org.lucina.endpoint.mint.MintXml.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ScriptedServer;

/** A MINT server does what every endpoint does. */
class MintContractTest extends EndpointContract {
  private static final Map<String, String> STUDIES =
      Map.of(
          "1.2",
          study(
              "1.2",
              series("1.2.1", instance("1.2.1.1"), instance("1.2.1.2")),
              series("1.2.2", instance("1.2.2.1"))),
          "1.3",
          study("1.3", series("1.3.1", instance("1.3.1.1"))));

  private final LocalContext context = new LocalContext();
  private ScriptedServer peer;

  @Override
  protected Endpoint open() throws Exception {
    if (peer == null) {
      peer = new ScriptedServer().always(MintContractTest::answer);
    }
    MintEndpointProvider provider = new MintEndpointProvider();
    return provider.create("test", provider.configSpec().check(Map.of("url", peer.url())), context);
  }

  private static String answer(ScriptedServer.Request request) {
    String asked = request.line();
    return results(
        STUDIES.entrySet().stream()
            .filter(
                study ->
                    !asked.contains("studyInstanceUID=")
                        || asked.contains("studyInstanceUID=" + study.getKey() + "&"))
            .map(Map.Entry::getValue)
            .toArray(String[]::new));
  }

  @Override
  protected List<Reference> fill(Endpoint opened) {
    return Stream.of("1.2.1.1", "1.2.1.2", "1.2.2.1", "1.3.1.1")
        .map(uid -> Reference.instance(uid.substring(0, 3), uid.substring(0, 5), uid))
        .toList();
  }

  @AfterEach
  void stop() {
    context.close();
    peer.close();
  }
}
