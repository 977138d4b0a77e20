package org.lucina.endpoint.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lucina.spi.contract.EndpointContract;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.query.Query;
import org.lucina.spi.testing.LocalContext;

/** Mock data does what every endpoint does that can only be read. */
class MockEndpointContractTest extends EndpointContract {
  private static final String SITES = "[{services: [{modality: CR, studies_per_hour: 1}]}]";

  @Override
  protected Endpoint open() throws Exception {
    MockEndpointProvider provider = new MockEndpointProvider();
    return provider.create(
        "test",
        provider.configSpec().check(Map.of("sites", SITES, "matrix", "32")),
        new LocalContext());
  }

  @Override
  protected List<Reference> fill(Endpoint opened) throws Exception {
    List<Reference> made = new ArrayList<>();
    opened.find(
        Query.parse(DicomLevel.INSTANCE, "StudyDate=20200504").withLimit(9),
        found -> made.add(found.reference()));
    return made;
  }
}
