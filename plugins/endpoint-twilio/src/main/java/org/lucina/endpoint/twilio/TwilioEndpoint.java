package org.lucina.endpoint.twilio;

import java.io.IOException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Delivery;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.text.Template;

/**
 * Sends a message about each dixel that is put to every number; what is put again is sent again,
 * but for numbers that had it when others had not.
 */
final class TwilioEndpoint implements Endpoint {
  private static final Capabilities CAPABILITIES = Capabilities.none().puts(DicomLevel.values());

  /** Twilio takes no more characters. */
  private static final int LONGEST = 1600;

  private final TwilioAccount account;
  private final Delivery<String> numbers;
  private final Template text;

  TwilioEndpoint(TwilioAccount account, Delivery<String> numbers, Template text) {
    this.account = account;
    this.numbers = numbers;
    this.text = text;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public String check() throws EndpointException {
    account.check();
    return "Twilio knows the account and its token";
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    String message = message(dixel);
    numbers.tell(dixel.reference(), number -> account.send(number, message));
    return dixel.reference();
  }

  private String message(Dixel dixel) throws EndpointException {
    try {
      String whole = text.text(dixel);
      if (whole.isBlank()) {
        throw new EndpointException(Reason.REFUSED, "the template makes no text of " + dixel);
      }
      return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1) + "…";
    } catch (IOException e) {
      throw new EndpointException(Reason.FAILED, dixel + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }
}
