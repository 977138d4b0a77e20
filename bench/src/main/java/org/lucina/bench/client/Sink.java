package org.lucina.bench.client;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;

/** Takes C-STORE requests, counts their objects and bytes and throws them away. */
final class Sink implements DimseService {
  private final LongAdder objects = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  @Override
  public void serve(Exchange exchange) throws IOException {
    bytes.add(exchange.data().transferTo(OutputStream.nullOutputStream()));
    objects.increment();
  }

  /** What has come since this was last asked. */
  Tally take() {
    return new Tally(objects.sumThenReset(), bytes.sumThenReset());
  }
}
