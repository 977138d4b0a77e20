package org.lucina.web.dicomweb.retrieve;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.lucina.web.log.WebLog;

/**
 * Streams a body and tells at its end whether it went out whole. A failure on the way is passed on,
 * so that the connection breaks rather than that a cut body looks complete.
 */
public final class GuardedOutput implements StreamingOutput {

  /** Writes a body. */
  public interface Body {
    void write(OutputStream out) throws IOException;
  }

  private final String request;
  private final Body body;
  private final Consumer<Boolean> whenDone;

  /**
   * Streams a body.
   *
   * @param request names the request in the log
   * @param whenDone is given whether all went out
   */
  public GuardedOutput(String request, Body body, Consumer<Boolean> whenDone) {
    this.request = request;
    this.body = body;
    this.whenDone = whenDone;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    boolean whole = false;
    try {
      body.write(out);
      out.flush();
      whole = true;
    } catch (UncheckedIOException e) {
      WebLog.LOG.responseCutOff(request, e.getCause().toString());
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      WebLog.LOG.responseCutOff(request, e.toString());
      throw e;
    } finally {
      whenDone.accept(whole);
    }
  }
}
