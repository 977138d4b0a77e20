package org.lucina.endpoint.dimse;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Offers the endpoint type {@code dimse}: a remote PACS. */
public final class DimseProvider implements EndpointProvider {
  @Override
  public String type() {
    return "dimse";
  }

  @Override
  public String description() {
    return "A remote PACS by C-FIND, C-MOVE or C-GET, and C-STORE";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required(
            "remote-ae",
            Type.STRING,
            "Name of the remote-ae resource that tells where the PACS is"),
        Property.optional(
            "calling-ae",
            Type.STRING,
            "AE title under which the PACS is called; the server's own when it is not given"),
        Property.optional(
                "query-model",
                Type.STRING,
                "any",
                "Information model: 'patient' root, 'study' root, or 'any' for patients by the"
                    + " patient root and all else by the study root")
            .allowing("any", "patient", "study"),
        Property.optional(
                "span-days",
                Type.INTEGER,
                "0",
                "Days of one C-FIND: queries for studies of a longer time are cut, so that limits"
                    + " of the PACS are not met; 0 to cut none")
            .between(0, 36500),
        Property.optional(
            "character-set",
            Type.STRING,
            "ISO_IR 192",
            "Specific Character Set of keys that are not ASCII"),
        Property.optional(
                "retrieve",
                Type.STRING,
                "get",
                "How objects come: by C-'get', or by C-'move' to a receiver of the endpoint's own"
                    + " or to another archive (move-destination and received-by)")
            .allowing("get", "move"),
        Property.optional(
            "receive-ae",
            Type.STRING,
            "AE title of the endpoint's own receiver for C-MOVE; that of calling-ae when it is not"
                + " given"),
        Property.optional(
                "receive-port",
                Type.INTEGER,
                "TCP port of the receiver, which listens while objects are expected; plain, or by"
                    + " TLS if the resource names an ssl-context")
            .between(1, 65535),
        Property.optional(
            "receive-address", Type.STRING, "127.0.0.1", "Address that the receiver listens on"),
        Property.optional(
            "move-destination",
            Type.STRING,
            "AE title of another archive to which the PACS sends, instead of a receiver"),
        Property.optional(
            "received-by",
            Type.STRING,
            "Name of the endpoint that gives what was sent to move-destination"),
        Property.optional(
            "transfer-syntaxes",
            Type.STRING,
            "Transfer syntaxes in which objects are received, best first: UIDs or keywords,"
                + " separated by commas; any when it is not given"),
        Property.optional(
                "keep-received",
                Type.DURATION,
                "PT10M",
                "How long received files stay after they were last read; they are retrieved again when"
                    + " they are asked for later")
            .positive(),
        Property.optional(
                "connect-timeout",
                Type.DURATION,
                "PT10S",
                "Until the connection stands and the association is answered")
            .positive(),
        Property.optional(
                "response-timeout",
                Type.DURATION,
                "PT60S",
                "Without a byte from the PACS while it is to answer or to send")
            .positive(),
        Property.optional(
                "max-pdu", Type.INTEGER, "262144", "Bytes of a P-DATA-TF that are received at most")
            .between(4096, 1 << 20));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    return new Assembly(config, server).endpoint();
  }
}
