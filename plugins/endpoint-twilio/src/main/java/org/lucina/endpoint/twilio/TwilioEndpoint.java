package org.lucina.endpoint.twilio;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.text.Template;

/**
 * Sends a message about each dixel that is put to every number; what is put again is sent again.
 */
final class TwilioEndpoint implements Endpoint {
  private static final Capabilities CAPABILITIES = Capabilities.none().puts(DicomLevel.values());

  /** Twilio takes no more characters. */
  private static final int LONGEST = 1600;

  private final TwilioAccount account;
  private final List<String> numbers;
  private final Template text;

  TwilioEndpoint(TwilioAccount account, List<String> numbers, Template text) {
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

  /** That one number is refused keeps the others from nothing. */
  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    String message = message(dixel);
    Optional<EndpointException> fault = Optional.empty();
    for (String number : numbers) {
      try {
        account.send(number, message);
      } catch (EndpointException e) {
        if (e.isTransient()) {
          throw e;
        }
        fault = Optional.of(e);
      }
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
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
