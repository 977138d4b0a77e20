package org.lucina.endpoint.slack;

import java.io.IOException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.text.Template;

/** Posts about each dixel that is put; what is put again is posted again. */
final class SlackEndpoint implements Endpoint {
  private static final Capabilities CAPABILITIES = Capabilities.none().puts(DicomLevel.values());

  private final Template text;
  private final SlackChannel channel;

  SlackEndpoint(Template text, SlackChannel channel) {
    this.text = text;
    this.channel = channel;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    return channel.check();
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    try {
      channel.post(text.text(dixel, SlackEndpoint::quote));
      return dixel.reference();
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  /** A value is no mention and no link: these begin with an angle bracket. */
  private static String quote(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }
}
