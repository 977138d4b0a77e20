package org.lucina.spi.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * A service that is called by HTTP/1.1. Bodies stream both ways; a call that moves no byte for the
 * read timeout is given up, and so is one whose thread is interrupted. Redirections are not
 * followed, since they would take secrets along. Thread-safe.
 */
public final class HttpPeer {
  private static final int LONGEST_FAULT = 64 << 10;

  private final HttpSettings settings;
  private HttpClient client;

  /** Connects when it is called first. */
  public HttpPeer(HttpSettings settings) {
    this.settings = settings;
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client = connect(settings);
    }
    return client;
  }

  private static HttpClient connect(HttpSettings settings) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout());
    settings.tls().get().ifPresent(builder::sslContext);
    return builder.build();
  }

  /** Where it is. */
  public URI address() {
    return settings.address();
  }

  /**
   * Sends a request.
   *
   * @return the answer, a success, whose body has not been read
   * @throws HttpStatusException when the answer is no success
   * @throws EndpointException when there is no answer
   */
  public HttpAnswer send(HttpCall call) throws EndpointException {
    try {
      return success(call, exchange(call));
    } catch (IOException e) {
      if (!call.repeatable() || !brokeOff(e)) {
        throw fault(call, e);
      }
      // As a connection that was kept open may have been closed by the other side just now
      try {
        return success(call, exchange(call));
      } catch (IOException again) {
        throw fault(call, again);
      }
    }
  }

  /** Sends a request and reads the whole answer as text, which must be short. */
  public String text(HttpCall call) throws EndpointException {
    try (HttpAnswer answer = send(call)) {
      return answer.text();
    } catch (IOException e) {
      throw fault(call, e);
    }
  }

  /** What befell while an answer was read, in the words of endpoints. */
  public EndpointException fault(HttpCall call, IOException e) {
    if (e instanceof SourceException) {
      return new EndpointException(Reason.FAILED, "what is to be sent cannot be read", e);
    }
    String where = settings.address() + ", " + call + ": ";
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return new EndpointException(
          Reason.UNAVAILABLE, settings.address() + " cannot be reached: " + text(e), e);
    }
    Reason reason = e instanceof SSLHandshakeException ? Reason.REFUSED : Reason.UNAVAILABLE;
    return new EndpointException(reason, where + text(e), e);
  }

  private static String text(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static boolean brokeOff(IOException e) {
    return !(e instanceof SourceException)
        && !(e instanceof ConnectException)
        && !(e instanceof HttpTimeoutException)
        && !(e instanceof SSLHandshakeException)
        && !(e instanceof InterruptedIOException);
  }

  private HttpResponse<InputStream> exchange(HttpCall call) throws IOException {
    Upload upload;
    try {
      upload = Upload.of(call.body());
    } catch (IOException e) {
      throw new SourceException(e);
    }
    try (upload) {
      return await(call, upload);
    } catch (IOException e) {
      throw upload.fault().<IOException>map(SourceException::new).orElse(e);
    }
  }

  private HttpResponse<InputStream> await(HttpCall call, Upload upload) throws IOException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client().sendAsync(request(call, upload), status -> new TimedBody(settings.readTimeout()));
    Duration patience = call.patience().orElse(settings.readTimeout());
    try {
      for (long before = -1; before < upload.sent(); ) {
        before = upload.sent();
        try {
          return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // goes on as long as something is taken
        }
      }
      throw new HttpTimeoutException("no answer within " + patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      if (!answer.isDone()) {
        answer.cancel(true);
      }
    }
  }

  private HttpRequest request(HttpCall call, Upload upload) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.address() + call.path()))
            .method(call.method(), upload.publisher());
    settings.headers().forEach(field -> request.header(field.getKey(), field.getValue()));
    call.headers().forEach(field -> request.header(field.getKey(), field.getValue()));
    return request.build();
  }

  private HttpAnswer success(HttpCall call, HttpResponse<InputStream> response)
      throws IOException, HttpStatusException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new HttpAnswer(status, response.headers(), response.body());
    }
    try (InputStream body = response.body()) {
      String text = new String(body.readNBytes(LONGEST_FAULT), StandardCharsets.UTF_8);
      throw new HttpStatusException(
          status, settings.address() + " answered " + status + " to " + call, text);
    }
  }

  /** The content of a request could not be read: the other side is not to blame. */
  private static final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private SourceException(IOException cause) {
      super(cause);
    }
  }
}
