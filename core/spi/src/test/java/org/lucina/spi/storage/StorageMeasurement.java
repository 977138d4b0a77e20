package org.lucina.spi.storage;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ProviderException;
import org.lucina.spi.testing.LocalContext;

/**
 * Measures storages beside each other, and beside durable appends to one file for each sender, in
 * alternating rounds; see {@link #main}.
 */
public final class StorageMeasurement {
  private static final int PIECE = 256 << 10;
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;

  private final Path folder;
  private final int objects;
  private final int bytes;
  private final PrintStream out;

  private StorageMeasurement(Path folder, int objects, int bytes, PrintStream out) {
    this.folder = folder;
    this.objects = objects;
    this.bytes = bytes;
    this.out = out;
  }

  /** Stores one object from a buffer. */
  @FunctionalInterface
  private interface Sender {
    void store(ByteBuffer object) throws IOException;
  }

  /**
   * Stores objects and prints for each round: storage, senders, objects a second, and CPU time of
   * this process for each object in microseconds.
   *
   * @param args folder for the storages, objects, bytes of each, senders (such as 1,4,16), rounds,
   *     types of storage on the class path (such as filesystem,packs); "append" is the raw append
   */
  public static void main(String[] args) throws Exception {
    StorageMeasurement measurement =
        new StorageMeasurement(
            Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), System.out);
    int rounds = Integer.parseInt(args[4]);
    for (int round = 0; round < rounds; round++) {
      for (String senders : args[3].split(",")) {
        for (String type : args[5].split(",")) {
          measurement.round(type, Integer.parseInt(senders));
        }
      }
    }
  }

  private void round(String type, int senders) throws Exception {
    Path place = Files.createDirectories(folder.resolve(type));
    try {
      if (type.equals("append")) {
        append(place, senders);
      } else {
        try (Storage storage = open(type, place)) {
          run(type, senders, sender -> object -> store(storage, object));
        }
      }
    } finally {
      remove(place);
    }
  }

  private static Storage open(String type, Path place) throws ConfigException, ProviderException {
    StorageProvider provider =
        ServiceLoader.load(StorageProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.type().equals(type))
            .findFirst()
            .orElseThrow();
    return provider.create(
        "m", provider.configSpec().check(Map.of("path", place.toString())), new LocalContext());
  }

  /** Hands pieces over as the archive does. */
  private static void store(Storage storage, ByteBuffer object) throws IOException {
    try (StorageUpload upload = storage.begin("2.25.1")) {
      while (object.remaining() > PIECE) {
        upload.write(object.slice().limit(PIECE));
        object.position(object.position() + PIECE);
      }
      upload.commit(object);
    }
  }

  private void append(Path place, int senders) throws Exception {
    List<FileChannel> files = new ArrayList<>();
    try {
      for (int i = 0; i < senders; i++) {
        files.add(
            FileChannel.open(
                place.resolve("" + i), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      }
      run("append", senders, sender -> object -> append(files.get(sender), object));
    } finally {
      for (FileChannel file : files) {
        file.close();
      }
    }
  }

  private static void append(FileChannel file, ByteBuffer object) throws IOException {
    while (object.hasRemaining()) {
      file.write(object);
    }
    file.force(false);
  }

  private void run(String type, int senders, java.util.function.IntFunction<Sender> sender)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    try {
      AtomicInteger left = new AtomicInteger(objects);
      long cpu = cpuNanos();
      long start = System.nanoTime();
      List<Future<long[]>> all = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        Sender one = sender.apply(i);
        all.add(threads.submit(() -> send(one, left)));
      }
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> one : all) {
        latencies.add(one.get());
      }
      double seconds = (System.nanoTime() - start) / NANOS;
      long[] sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      out.printf(
          "%-12s %2d senders %8.0f objects/s, median %6.0f us each, %5.0f us CPU%n",
          type,
          senders,
          objects / seconds,
          sorted[sorted.length / 2] / (NANOS / MICROS),
          (cpuNanos() - cpu) / (NANOS / MICROS) / objects);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] send(Sender sender, AtomicInteger left) throws IOException {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    ByteBuffer object = ByteBuffer.allocateDirect(bytes).put(content);
    List<Long> latencies = new ArrayList<>();
    while (left.getAndDecrement() > 0) {
      long start = System.nanoTime();
      sender.store(object.duplicate().clear());
      latencies.add(System.nanoTime() - start);
    }
    return latencies.stream().mapToLong(Long::longValue).toArray();
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
