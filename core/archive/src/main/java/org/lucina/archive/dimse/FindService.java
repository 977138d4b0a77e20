package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.ExtendedNegotiation;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.access.Requestors;
import org.lucina.archive.query.ArchiveQuery;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.store.StorageChoice;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.net.DimseCommand;
import org.lucina.net.DimseException;
import org.lucina.net.DimseService;
import org.lucina.net.Exchange;
import org.lucina.net.Status;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.QueryException;
import org.lucina.spi.server.ArchiveSettings;

/** Query (PS3.4 C.4.1): answers C-FIND from the index, one pending response for each match. */
final class FindService implements DimseService {
  /** Keys that are answered here, not matched on. */
  private static final Set<Integer> OWN_KEYS =
      Set.of(
          Tag.QueryRetrieveLevel,
          Tag.RetrieveAETitle,
          Tag.InstanceAvailability,
          Tag.SpecificCharacterSet,
          Tag.TimezoneOffsetFromUTC);

  private final QueryService queries;
  private final StorageChoice storages;
  private final AuditTrail audit;

  FindService(QueryService queries, StorageChoice storages, AuditTrail audit) {
    this.queries = queries;
    this.storages = storages;
    this.audit = audit;
  }

  @Override
  public void serve(Exchange exchange) throws IOException, DimseException {
    Requests.require(exchange, DimseCommand.C_FIND);
    Identifier identifier = Identifier.read(exchange);
    Requestor requestor = Requestors.of(exchange.association());
    ArchiveSettings settings = storages.settings();
    boolean fuzzy =
        settings.fuzzyMatching()
            || ExtendedNegotiation.fuzzy(
                exchange.association(), exchange.context().abstractSyntax());
    ArchiveQuery query =
        new ArchiveQuery(
            identifier.level(),
            matchingKeys(identifier.keys()),
            false,
            Set.of(),
            fuzzy,
            0,
            settings.maxResults(),
            requestor);
    int pending =
        unsupported(identifier).isEmpty()
            ? Status.PENDING
            : Status.PENDING_OPTIONAL_KEYS_NOT_SUPPORTED;
    Answers answers = new Answers(exchange, identifier, settings.localAeTitle(), pending);
    QueryService.QueryOutcome outcome;
    try {
      outcome = queries.find(query, answers::send);
    } catch (QueryException e) {
      throw new DimseException(
          Status.CANNOT_UNDERSTAND, String.valueOf(e.getMessage()), List.of(e.tag()), e);
    }
    String asked = exchange.context().abstractSyntax();
    audit.record(AuditTrail.Event.QUERY, requestor, List.of(), List.of(), true, asked);
    finish(exchange, answers, outcome.more());
  }

  private static void finish(Exchange exchange, Answers answers, boolean more)
      throws IOException, DimseException {
    if (answers.cancelled) {
      exchange.respond(Status.CANCEL);
    } else if (more) {
      throw new DimseException(
          Status.OUT_OF_RESOURCES, "more matches than are given; narrow the query");
    } else {
      exchange.respond(Status.SUCCESS);
    }
  }

  private static DataSet matchingKeys(DataSet identifier) {
    DataSet keys = new DataSet();
    for (Element element : identifier) {
      if (!OWN_KEYS.contains(element.tag()) || element.tag() == Tag.SpecificCharacterSet) {
        keys.put(element);
      }
    }
    return keys;
  }

  private Set<Integer> unsupported(Identifier identifier) {
    Set<Integer> unsupported = new TreeSet<>();
    Set<Integer> supported = queries.matchingKeys(identifier.level());
    for (Element element : identifier.keys()) {
      if (!element.isEmpty()
          && !OWN_KEYS.contains(element.tag())
          && !supported.contains(element.tag())
          && !isUniqueKey(element.tag())) {
        unsupported.add(element.tag());
      }
    }
    return unsupported;
  }

  private static boolean isUniqueKey(int tag) {
    for (DicomLevel level : DicomLevel.values()) {
      if (InformationModel.uniqueKey(level) == tag) {
        return true;
      }
    }
    return false;
  }

  /** Sends matches as pending responses until there is a C-CANCEL. */
  private static final class Answers {
    private final Exchange exchange;
    private final Identifier identifier;
    private final String aeTitle;
    private final int status;
    private boolean cancelled;

    Answers(Exchange exchange, Identifier identifier, String aeTitle, int status) {
      this.exchange = exchange;
      this.identifier = identifier;
      this.aeTitle = aeTitle;
      this.status = status;
    }

    boolean send(DataSet match) throws IOException {
      if (exchange.isCancelled()) {
        cancelled = true;
        return false;
      }
      match.set(Tag.QueryRetrieveLevel, VR.CS, identifier.level().queryRetrieveLevel());
      match.set(Tag.RetrieveAETitle, VR.AE, aeTitle);
      if (identifier.keys().contains(Tag.InstanceAvailability)) {
        match.set(Tag.InstanceAvailability, VR.CS, "ONLINE");
      }
      exchange.respond(status, new DataSet(), Optional.of(match));
      return true;
    }
  }
}
