package org.lucina.observer.dimsepoll;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/** Studies in memory, which are away when a test wishes. */
final class ShelfEndpoint implements Endpoint {
  final List<DataSet> studies = new CopyOnWriteArrayList<>();
  final List<Query> asked = new CopyOnWriteArrayList<>();
  volatile boolean away;

  @Override
  public Capabilities capabilities() {
    return Capabilities.none().finds(QuerySupport.all(DicomLevel.STUDY));
  }

  @Override
  public String check() throws EndpointException {
    checkThere();
    return "the shelf is there";
  }

  private void checkThere() throws EndpointException {
    if (away) {
      throw new EndpointException(Reason.UNAVAILABLE, "the shelf is away");
    }
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    checkThere();
    capabilities().queries().check(query);
    asked.add(query);
    for (DataSet study : studies) {
      if (query.matches(study)) {
        Reference reference = Reference.of(query.level(), study).orElseThrow();
        if (!sink.accept(Dixel.of(reference).tags(study).build())) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    studies.clear();
  }
}
