package org.lucina.web.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.access.Roles;

/** Tells the capabilities of the service (PS3.18 8.9) as WADL, in XML or in JSON. */
@Path("/")
@RolesAllowed({Roles.ADMIN, Roles.WRITER, Roles.READER, Roles.DEIDENTIFIED})
public class CapabilitiesResource {
  private static final String WADL = "application/vnd.sun.wadl+xml";

  @OPTIONS
  public Response service(@BeanParam Call call) {
    return capabilities(call);
  }

  private static Response capabilities(Call call) {
    Capabilities capabilities = new Capabilities(call.service());
    for (MediaRange range : call.accept().ranges()) {
      if (range.takes(WADL) || range.takes("application/xml")) {
        return respond(capabilities.toXml(), WADL);
      }
      if (range.takes("application/json")) {
        return respond(capabilities.toJson(), "application/json");
      }
    }
    throw call.accept().refusal(WADL + " and application/json");
  }

  private static Response respond(String text, String mediaType) {
    return Response.ok(text).header(HttpHeaders.CONTENT_TYPE, mediaType).build();
  }
}
