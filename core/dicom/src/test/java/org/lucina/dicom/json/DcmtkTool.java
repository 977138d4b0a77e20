package org.lucina.dicom.json;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs a command line tool of DCMTK on one file. */
public final class DcmtkTool {

  /**
   * What a run gave.
   *
   * @param code the exit code, 0 when all went well
   * @param output bytes of the standard output
   * @param errors the standard error
   */
  public record Result(int code, byte[] output, String errors) {}

  private final String name;
  private final Path folder;

  private DcmtkTool(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** A tool that keeps its output in a folder; skips the running test when it is not installed. */
  public static DcmtkTool orSkip(String name, Path folder) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
    Assumptions.assumeTrue(installed, "skipped: DCMTK's " + name + " is not installed");
    return new DcmtkTool(name, folder);
  }

  /** Runs it to its end. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve(name + ".out");
    Path errors = folder.resolve(name + ".err");
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    int code =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    return new Result(
        code, Files.readAllBytes(output), Files.readString(errors, StandardCharsets.ISO_8859_1));
  }
}
