package org.lucina.observer.archive;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.query.Query;
import org.lucina.spi.server.ArchiveCapabilities;

/** An archive of some instances, which can be listed. */
final class FakeArchive implements Endpoint {
  private final Set<Reference> instances = new LinkedHashSet<>();

  FakeArchive with(Reference instance) {
    instances.add(instance);
    return this;
  }

  @Override
  public Capabilities capabilities() {
    return ArchiveCapabilities.ALL;
  }

  @Override
  public String check() {
    return "there";
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    for (Reference found : at(query.level())) {
      sink.accept(Dixel.of(found).build());
    }
  }

  @Override
  public void expand(Reference reference, DicomLevel level, ReferenceSink sink)
      throws EndpointException {
    for (Reference found : at(level)) {
      if (found.studyUid().equals(reference.studyUid())) {
        sink.accept(found);
      }
    }
  }

  private Set<Reference> at(DicomLevel level) {
    Set<Reference> found = new LinkedHashSet<>();
    instances.forEach(instance -> found.add(instance.at(level).orElseThrow()));
    return found;
  }

  @Override
  public void close() {
    // nothing is open
  }
}
