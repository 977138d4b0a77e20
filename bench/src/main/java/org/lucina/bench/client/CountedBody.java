package org.lucina.bench.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A response body that is read to its end, counted and thrown away. */
final class CountedBody implements BodySubscriber<Tally> {
  private final BodyCounter counter;
  private final CompletableFuture<Tally> tally = new CompletableFuture<>();

  CountedBody(BodyCounter counter) {
    this.counter = counter;
  }

  @Override
  public CompletionStage<Tally> getBody() {
    return tally;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> chunks) {
    chunks.forEach(counter::accept);
  }

  @Override
  public void onError(Throwable fault) {
    tally.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    try {
      tally.complete(counter.end());
    } catch (WrongAnswerException wrong) {
      tally.completeExceptionally(wrong);
    }
  }
}
