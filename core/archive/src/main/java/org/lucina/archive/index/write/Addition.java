package org.lucina.archive.index.write;

import java.util.Optional;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.store.StoreException;

/** A caller's wish to index an object, and what became of it. Written before its caller wakes. */
final class Addition {
  private final Candidate candidate;
  private BatchWriter.Result result;
  private Exception failure;

  Addition(Candidate candidate) {
    this.candidate = candidate;
  }

  Candidate candidate() {
    return candidate;
  }

  void done(BatchWriter.Result what) {
    result = what;
  }

  void failed(Exception why) {
    failure = why;
  }

  /** Why it is not in the index, after it was worked on. */
  Optional<Exception> failure() {
    if (failure == null && result == null) {
      return Optional.of(new IllegalStateException("the index has not worked on it"));
    }
    return Optional.ofNullable(failure);
  }

  IndexOutcome outcome() throws StoreException {
    if (failure != null || result == null) {
      throw new StoreException(
          StoreException.Reason.FAILED, "the index could not take the object", failure);
    }
    return result
        .outcome()
        .orElseThrow(
            () ->
                new StoreException(
                    StoreException.Reason.DUPLICATE,
                    "another object has the SOP Instance UID already"));
  }
}
