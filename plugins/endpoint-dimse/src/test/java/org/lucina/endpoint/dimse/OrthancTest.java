package org.lucina.endpoint.dimse;

import java.nio.file.Path;

/** The endpoint asks and feeds Orthanc. */
class OrthancTest extends PacsContract {
  @Override
  Pacs start(Path temp, Pacs.Destination... destinations) throws Exception {
    return Pacs.orthanc(temp, destinations);
  }
}
