package org.lucina.endpoint.dicomweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

/** Searches by QIDO-RS, page by page (PS3.18 10.6). */
final class Searcher {
  static final String JSON = "application/dicom+json";

  private final HttpPeer peer;
  private final Urls urls;
  private final boolean escapes;
  private final int pageSize;

  Searcher(HttpPeer peer, Urls urls, boolean escapes, int pageSize) {
    this.peer = peer;
    this.urls = urls;
    this.escapes = escapes;
    this.pageSize = pageSize;
  }

  void find(Query query, Endpoint.Sink sink) throws EndpointException {
    SearchRequest request = SearchRequest.of(query, urls, escapes);
    Candidates candidates = new Candidates(query, request, sink);
    Optional<Reference> before = Optional.empty();
    for (long offset = 0; ; ) {
      int size = (int) Math.min(pageSize, candidates.wanted());
      Page page = new Page(query.level(), size, before, candidates);
      read(call(request, offset, size), query.fuzzy(), page);
      if (!page.end()) {
        return;
      }
      before = page.first();
      offset += page.count();
    }
  }

  private static HttpCall call(SearchRequest request, long offset, int size) {
    String separator = request.path().endsWith("?") ? "" : "&";
    String skipping = offset == 0 ? "" : "&offset=" + offset;
    return HttpCall.get(request.path() + separator + "limit=" + size + skipping)
        .header("Accept", JSON);
  }

  private void read(HttpCall call, boolean fuzzy, Page page) throws EndpointException {
    try (HttpAnswer answer = peer.send(call)) {
      if (fuzzy && answer.header("Warning").filter(text -> text.contains("fuzzy")).isPresent()) {
        throw new UnsupportedQueryException(List.of("fuzzy matching"));
      }
      if (answer.status() == 200) {
        DicomJson.readAll(answer.body(), ReadLimits.DEFAULT, page::take);
      }
    } catch (Enough e) {
      // what follows in this page is not wanted
    } catch (Stopped e) {
      throw e.fault;
    } catch (DicomFormatException e) {
      throw new EndpointException(
          Reason.FAILED, peer.address() + " answers to " + call + " what is no DICOM JSON", e);
    } catch (IOException e) {
      throw peer.fault(call, e);
    }
  }

  /**
   * What comes in one answer: held until it is whole, so that the service need not wait for the
   * sink; but when a service knows no limit and tells more, given on as it comes.
   */
  private final class Page {
    private final DicomLevel level;
    private final int size;
    private final Optional<Reference> before;
    private final Candidates candidates;
    private final List<DataSet> held = new ArrayList<>();
    private Optional<Reference> first = Optional.empty();
    private long count;
    private boolean more = true;

    private Page(DicomLevel level, int size, Optional<Reference> before, Candidates candidates) {
      this.level = level;
      this.before = before;
      this.size = size;
      this.candidates = candidates;
    }

    private void take(DataSet match) throws IOException {
      if (count == 0) {
        begin(Reference.of(level, match));
      }
      held.add(match);
      if (++count > size) {
        try {
          give();
        } catch (EndpointException e) {
          throw new Stopped(e);
        }
        if (!more) {
          throw new Enough();
        }
      }
    }

    /** A service that knows no offset gives the same page again: then nothing of it is told. */
    private void begin(Optional<Reference> match) throws Stopped {
      if (match.isPresent() && match.equals(before)) {
        throw new Stopped(
            new EndpointException(
                Reason.UNSUPPORTED, peer.address() + " gives the first matches again and again"));
      }
      first = match;
    }

    private void give() throws EndpointException {
      for (DataSet match : held) {
        more = more && candidates.take(match);
      }
      held.clear();
    }

    /** Gives what is held; returns whether there may be, and are wanted, more matches. */
    private boolean end() throws EndpointException {
      give();
      return more && count > 0 && count <= size;
    }

    private Optional<Reference> first() {
      return first;
    }

    private long count() {
      return count;
    }
  }

  /** Ends the reading of an answer early. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Carries a fault of the sink out of the reading of an answer. */
  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient EndpointException fault;

    private Stopped(EndpointException fault) {
      super(fault);
      this.fault = fault;
    }
  }
}
