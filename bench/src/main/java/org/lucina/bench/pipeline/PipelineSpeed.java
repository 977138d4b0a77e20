package org.lucina.bench.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lucina.bench.peer.PeerKind;
import org.lucina.bench.peer.Peers;
import org.lucina.bench.peer.Ports;

/** Has a pipeline of the assembled server copy a directory: filter, coerce or anonymize, put. */
public final class PipelineSpeed {
  private static final String USAGE =
      """
      usage: bench/pipeline.sh [OPTION VALUE]...
        --events N         in each round (2000); a fifth of it before, as warm-up
        --rounds N         (3)
        --concurrency N    events in work at once (4)
        --ordered B        whether order within studies is kept (false)
        --size NAME        small (20 KB) or ct (0.5 MB)
        --change NAME      coerce; anonymize by rules, which is reported; unreported; or
                           registered, by a mint that remembers
        --port-offset N    added to all ports (1000)
        --server FOLDER    the assembled Lucina
        --classes FOLDER   compiled tests of core/spi
        --scratch FOLDER   where all data lie (a folder in the system's for temporary files)
      """;

  private final Map<String, String> options =
      new TreeMap<>(
          Map.of(
              "events", "2000",
              "rounds", "3",
              "concurrency", "4",
              "ordered", "false",
              "size", "small",
              "change", "coerce",
              "port-offset", "1000",
              "server", "wildfly-config/server/target/lucina-server",
              "classes", "core/spi/target/test-classes",
              "scratch", System.getProperty("java.io.tmpdir")));

  private PipelineSpeed(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i).replaceFirst("^--", "");
      if (!options.containsKey(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(i));
      }
      options.put(name, arguments.get(i + 1));
    }
  }

  /** Prints events in a second of each round, and their median. */
  public static void main(String[] arguments) throws Exception {
    try {
      new PipelineSpeed(List.of(arguments)).run();
    } catch (IllegalArgumentException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    Path scratch = Files.createTempDirectory(Path.of(options.get("scratch")), "lucina-pipeline");
    try {
      CopiedObjects objects = new CopiedObjects(scratch, options.get("size").equals("ct"));
      try (Peers peers =
          Peers.start(
              List.of(PeerKind.LUCINA),
              Path.of(options.get("server")),
              Optional.of(commands(scratch, objects)),
              new Ports(number("port-offset")),
              scratch)) {
        measure(objects);
      }
    } finally {
      delete(scratch);
    }
  }

  private void measure(CopiedObjects objects) throws Exception {
    objects.secondsFor(Math.max(1, number("events") / 5));
    double[] rates = new double[number("rounds")];
    for (int round = 0; round < rates.length; round++) {
      rates[round] = number("events") / objects.secondsFor(number("events"));
      System.out.printf("round %d: %.0f events/s%n", round + 1, rates[round]);
    }
    Arrays.sort(rates);
    System.out.printf(
        "filter, %s, put to dcmdir (%s objects, %s at once%s): %.0f events/s%n",
        options.get("change"),
        options.get("size"),
        options.get("concurrency"),
        options.get("ordered").equals("true") ? ", ordered" : "",
        rates[rates.length / 2]);
  }

  private Path commands(Path scratch, CopiedObjects objects) throws IOException {
    Path jar = scratch.resolve("list.jar");
    ObserverPlugin.write(Path.of(options.get("classes")), jar);
    return Files.writeString(
        scratch.resolve("pipeline.cli"),
        """
        deploy %s
        /subsystem=lucina/endpoint=from:add(provider=dcmdir,properties={path="%s"})
        /subsystem=lucina/endpoint=to:add(provider=dcmdir,properties={path="%s"})
        /subsystem=lucina/observer=list:add(provider=list,properties={path="%s",batch=1000})
        /subsystem=lucina/pipeline=copy:add(observers=[list],source=from,concurrency=%s,ordered=%s)
        /subsystem=lucina/pipeline=copy/step=filter:add(type=filter,properties={kinds=added,levels=instance})
        %s
        /subsystem=lucina/pipeline=copy/step=put:add(type=put,endpoint=to)
        /subsystem=lucina/pipeline=copy:write-attribute(name=enabled,value=true)
        """
            .formatted(
                jar,
                objects.from(),
                objects.to(),
                objects.list(),
                options.get("concurrency"),
                options.get("ordered"),
                change()));
  }

  private String change() {
    String change = options.get("change");
    if (change.equals("coerce")) {
      return "/subsystem=lucina/pipeline=copy/step=coerce:add(type=coerce,properties={"
          + "rules=\"set InstitutionName=North\"})";
    }
    if (!List.of("anonymize", "unreported", "registered").contains(change)) {
      throw new IllegalArgumentException(change);
    }
    return """
        /subsystem=lucina/mint=who:add(provider=%s)
        /subsystem=lucina/anonymizer=rules:add(provider=rules,properties={mint=who,rules="%s"})
        /subsystem=lucina/pipeline=copy/step=anonymize:add(type=anonymize,anonymizer=rules,properties={report=%s})"""
        .formatted(
            change.equals("registered") ? "registry" : "uid-random",
            "identity PatientID; identity PatientName; hash AccessionNumber; uid vr:UI; shift vr:DA",
            !change.equals("unreported"));
  }

  private int number(String option) {
    return Integer.parseInt(options.get(option));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
