package org.lucina.spi.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of an answer as a stream that fails when nothing comes for a time. */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {

  /** What the connection tells: bytes, or, with none, that there will be no more. */
  private record Signal(List<ByteBuffer> bytes, Optional<Throwable> fault, boolean last) {}

  private final Duration patience;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
  private boolean ended;
  private volatile boolean closed;

  TimedBody(Duration patience) {
    this.patience = patience;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    if (!subscription.complete(given)) {
      given.cancel();
    } else if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    signals.add(new Signal(bytes, Optional.empty(), false));
  }

  @Override
  public void onError(Throwable fault) {
    signals.add(new Signal(List.of(), Optional.of(fault), true));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal(List.of(), Optional.empty(), true));
  }

  @Override
  public int read() throws IOException {
    return hasBytes() ? buffers.peek().get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasBytes()) {
      return -1;
    }
    int count = Math.min(length, buffers.peek().remaining());
    buffers.peek().get(into, offset, count);
    return count;
  }

  private boolean hasBytes() throws IOException {
    while (true) {
      if (closed) {
        throw new IOException("the answer is closed");
      }
      while (!buffers.isEmpty() && !buffers.peek().hasRemaining()) {
        buffers.remove();
        if (buffers.isEmpty()) {
          subscription.join().request(1);
        }
      }
      if (!buffers.isEmpty()) {
        return true;
      }
      if (ended) {
        return false;
      }
      take();
    }
  }

  private void take() throws IOException {
    Signal signal;
    try {
      signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while an answer was read");
    }
    if (signal == null) {
      close();
      throw new HttpTimeoutException("nothing came for " + patience);
    }
    if (signal.fault().isPresent()) {
      throw new IOException("an answer broke off", signal.fault().get());
    }
    ended = signal.last();
    buffers.addAll(signal.bytes());
    if (buffers.isEmpty() && !ended) {
      subscription.join().request(1);
    }
  }

  /** What has not come yet is not waited for: the connection is given up. */
  @Override
  public void close() {
    closed = true;
    if (!ended) {
      Subscription given = subscription.getNow(null);
      if (given != null) {
        given.cancel();
      }
    }
  }
}
