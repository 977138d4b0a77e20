package org.lucina.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What only root may do, and not in every container: tests that need it are skipped elsewhere. */
final class Privileged {
  private Privileged() {}

  /** Mounts a file system in memory of so many megabytes. */
  static void mount(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    require("mount", "-t", "tmpfs", "-o", size(megabytes), "tmpfs", folder.toString());
  }

  /** Changes how many megabytes it has. */
  static void resize(Path folder, int megabytes) throws IOException, InterruptedException {
    require("mount", "-o", "remount," + size(megabytes), folder.toString());
  }

  private static String size(int megabytes) {
    return "size=" + megabytes + "m";
  }

  /** Takes it away, as soon as nobody uses it. */
  static void unmount(Path folder) throws IOException, InterruptedException {
    run("umount", "--lazy", folder.toString());
  }

  /** Lets nobody change a folder, or what is in it, until told otherwise. */
  static void freeze(Path folder, boolean frozen) throws IOException, InterruptedException {
    require("chattr", "-R", frozen ? "+i" : "-i", folder.toString());
  }

  private static void require(String... command) throws IOException, InterruptedException {
    String problem = run(command);
    assumeTrue(problem.isEmpty(), () -> String.join(" ", command) + ": " + problem);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? "" : "status " + process.exitValue() + " " + output;
  }
}
