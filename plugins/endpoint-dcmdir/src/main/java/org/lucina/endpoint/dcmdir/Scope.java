package org.lucina.endpoint.dcmdir;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which folders of a directory are searched. */
@FunctionalInterface
interface Scope {
  /** All of them. */
  Scope EVERYTHING = folder -> true;

  /** Whether a folder is entered; its path is relative to the directory. */
  boolean enters(Path folder);

  /**
   * Those of Orthanc's storage: two levels, named by two hexadecimal digits each.
   *
   * @param low the least number that the four digits may make
   * @param high the greatest one
   */
  record OrthancStorage(int low, int high) implements Scope {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{2}");

    @Override
    public boolean enters(Path folder) {
      for (Path name : folder) {
        if (!DIGITS.matcher(name.toString()).matches()) {
          return false;
        }
      }
      int outer = Integer.parseInt(folder.getName(0).toString(), 16);
      if (folder.getNameCount() == 1) {
        return outer >= low >> 8 && outer <= high >> 8;
      }
      int number = outer << 8 | Integer.parseInt(folder.getName(1).toString(), 16);
      return folder.getNameCount() == 2 && number >= low && number <= high;
    }
  }
}
