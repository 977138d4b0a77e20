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

  /** The study, series or instance of the path; 400 when a UID is malformed. */
  public InstancePath path() {
    return new InstancePath(
        uid("study").orElseThrow(() -> new IllegalStateException("the path names no study")),
        uid("series"),
        uid("instance"));
  }

  /** A UID of the path, by the name it has there; 400 when it is malformed. */
  public Optional<Uid> uid(String name) {
    return Optional.ofNullable(uri.getPathParameters().getFirst(name)).map(Uid::new);
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
