package org.lucina.endpoint.dimse;

import java.nio.file.Path;

/** The endpoint feeds and asks Orthanc. */
class OrthancSearchTest extends PacsSearchContract {
  @Override
  Pacs start(Path temp, Pacs.Destination... destinations) throws Exception {
    return Pacs.orthanc(temp, destinations);
  }
}
