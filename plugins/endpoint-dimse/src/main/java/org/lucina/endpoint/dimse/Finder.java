package org.lucina.endpoint.dimse;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lucina.net.AcceptedContext;
import org.lucina.net.Association;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;
import org.lucina.spi.query.UnsupportedQueryException;

/** Finds by C-FIND, on one association for each query. */
final class Finder {
  /** Positions in the extended negotiation of C-FIND (PS3.4 C.5.1.1.1). */
  private static final int RELATIONAL = 0;

  private static final int FUZZY = 2;

  private final Peer peer;
  private final QueryModel.Choice models;
  private final StudySpans spans;
  private final Identifiers identifiers;
  private final Clock clock;

  Finder(
      Peer peer, QueryModel.Choice models, StudySpans spans, Identifiers identifiers, Clock clock) {
    this.peer = peer;
    this.models = models;
    this.spans = spans;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** What can be asked for; whether keys that are optional are supported, answers tell. */
  QuerySupport support() {
    QuerySupport all = QuerySupport.all(DicomLevel.INSTANCE);
    return new QuerySupport(
        models.levels(), Optional.empty(), all.matchings(), true, true, ConfigSpec.none());
  }

  /** Gives what matches to a sink as it comes. */
  void find(Query query, Endpoint.Sink sink) throws EndpointException {
    support().check(query);
    QueryModel model = models.at(query.level());
    // Relational queries, combined date and time matching, fuzzy names (PS3.4 C.5.1.1.1).
    Proposal proposal =
        new Proposal()
            .with(model.find())
            .extended(model.find(), (byte) 1, (byte) 0, (byte) (query.fuzzy() ? 1 : 0));
    peer.talk(proposal, association -> answer(query, model, association, sink));
  }

  private Void answer(Query query, QueryModel model, Association association, Endpoint.Sink sink)
      throws IOException, EndpointException {
    AcceptedContext context = peer.context(association, model.find(), "C-FIND");
    if (query.fuzzy() && !agreed(association, model, FUZZY)) {
      throw new UnsupportedQueryException(List.of("fuzzy matching, which the peer does not do"));
    }
    Found found = new Found(query, sink);
    for (Query part : spans.cut(query, LocalDate.now(clock))) {
      FindPlan plan =
          agreed(association, model, RELATIONAL)
              ? FindPlan.relational(part, model)
              : FindPlan.hierarchical(part, model);
      new Search(peer, association, context, identifiers, plan, found).run();
      if (!found.wantsMore()) {
        break;
      }
    }
    return null;
  }

  private static boolean agreed(Association association, QueryModel model, int option) {
    return association
        .extendedNegotiation(model.find())
        .filter(answer -> answer.length > option && answer[option] == 1)
        .isPresent();
  }
}
