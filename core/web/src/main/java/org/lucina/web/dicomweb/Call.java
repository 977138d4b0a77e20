package org.lucina.web.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.archive.access.Requestor;
import org.lucina.web.access.Requestors;
import org.lucina.web.http.Accept;

/** What a resource method needs to know of the request it serves; filled in by JAX-RS. */
public class Call {
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  /** Who asks. */
  public Requestor requestor() {
    return Requestors.of(request, Requestor.Protocol.DICOMWEB);
  }

  /** What the client takes. */
  public Accept accept() {
    return Accept.of(
        uri.getQueryParameters().getOrDefault("accept", List.of()),
        Optional.ofNullable(headers.getRequestHeader(HttpHeaders.ACCEPT)).orElse(List.of()));
  }

  /** Where the service is. */
  public ServiceUri service() {
    return ServiceUri.of(uri);
  }

  /** Decoded query parameters. */
  public Map<String, List<String>> query() {
    return uri.getQueryParameters();
  }

  /** A header field. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getHeaderString(name));
  }

  /** The body, to be read once. */
  public InputStream body() throws IOException {
    return request.getInputStream();
  }

  /** Method and path, for the log. */
  public String describe() {
    return request.getMethod() + " " + request.getRequestURI();
  }
}
