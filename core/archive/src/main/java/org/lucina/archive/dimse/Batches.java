package org.lucina.archive.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lucina.archive.index.InstanceRecord;

/** Hands on objects some at a time. */
final class Batches {
  private static final int SIZE = 200;

  private final Consumer<List<InstanceRecord>> sink;
  private List<InstanceRecord> batch = new ArrayList<>();

  Batches(Consumer<List<InstanceRecord>> sink) {
    this.sink = sink;
  }

  /** Adds an object; when there are enough they are handed on. */
  void add(InstanceRecord object) {
    batch.add(object);
    if (batch.size() == SIZE) {
      finish();
    }
  }

  /** Hands on what is left. */
  void finish() {
    List<InstanceRecord> full = batch;
    batch = new ArrayList<>();
    if (!full.isEmpty()) {
      sink.accept(full);
    }
  }
}
