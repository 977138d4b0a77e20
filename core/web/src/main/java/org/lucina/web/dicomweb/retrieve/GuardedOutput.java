package org.lucina.web.dicomweb.retrieve;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.lucina.web.log.WebLog;
import org.lucina.web.undertow.ResponseOutput;
import org.lucina.web.undertow.StartedResponse;

/**
 * Streams a body, unless the request wants none (HEAD), and tells at its end whether it went out
 * whole. A failure on the way breaks the connection, lest a cut body look complete; before the
 * first byte it becomes a problem document.
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

  private void breakOff(Exception reason) {
    if (StartedResponse.breakOff()) {
      WebLog.LOG.responseCutOff(request, reason.toString());
    }
  }

  @Override
  public void write(OutputStream out) throws IOException {
    boolean whole = false;
    try {
      if (!StartedResponse.isBodyless()) {
        body.write(new ResponseOutput(out));
        out.flush();
      }
      whole = true;
    } catch (UncheckedIOException e) {
      breakOff(e.getCause());
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      breakOff(e);
      throw e;
    } finally {
      whenDone.accept(whole);
    }
  }
}
