package org.lucina.endpoint.mint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lucina.dicom.DicomFormatException;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.query.Query;

/** The server that is searched; studies are taken as they come. */
final class MintServer {
  private final HttpPeer peer;

  MintServer(HttpPeer peer) {
    this.peer = peer;
  }

  /** Asks for one study. */
  String check() throws EndpointException {
    Query one = Query.of(DicomLevel.STUDY).limit(1).build();
    boolean[] any = {false};
    find(
        one,
        found -> {
          any[0] = true;
          return false;
        });
    return peer.address()
        + " answers MINT searches"
        + (any[0] ? "" : ", and has no studies for this user");
  }

  /** Gives what matches to a sink as it comes. */
  void find(Query query, Endpoint.Sink sink) throws EndpointException {
    Search search = new Search(query, sink);
    List<SearchRequest> requests = SearchRequest.of(query);
    OptionalInt limit = search.serverLimit();
    if (requests.size() == 1 && limit.isPresent()) {
      int came = ask(requests.get(0), limit, search);
      if (came < limit.getAsInt()) {
        return;
      }
      search.again();
    }
    for (SearchRequest request : requests) {
      if (search.wantsMore()) {
        ask(request, OptionalInt.empty(), search);
      }
    }
  }

  /** Reads the studies of a request; answers how many came. */
  private int ask(SearchRequest request, OptionalInt limit, Search search)
      throws EndpointException {
    HttpCall call = HttpCall.get(request.path(limit)).header("Accept", "text/xml, */*");
    int came = 0;
    try (HttpAnswer answer = peer.send(call);
        StudyReader studies = new StudyReader(answer.body())) {
      Optional<MintStudy> study = studies.next();
      while (study.isPresent()) {
        came++;
        if (!search.take(study.get(), request.sent())) {
          return came;
        }
        study = studies.next();
      }
      return came;
    } catch (DicomFormatException e) {
      throw new EndpointException(
          Reason.FAILED, peer.address() + " did not answer with MINT: " + e.getMessage(), e);
    } catch (IOException e) {
      throw peer.fault(call, e);
    }
  }
}
