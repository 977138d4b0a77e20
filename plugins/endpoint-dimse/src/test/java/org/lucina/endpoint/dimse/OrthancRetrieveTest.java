package org.lucina.endpoint.dimse;

import java.nio.file.Path;

/** The endpoint gets objects from Orthanc. */
class OrthancRetrieveTest extends PacsRetrieveContract {
  @Override
  Pacs start(Path temp, Pacs.Destination... destinations) throws Exception {
    return Pacs.orthanc(temp, destinations);
  }
}
