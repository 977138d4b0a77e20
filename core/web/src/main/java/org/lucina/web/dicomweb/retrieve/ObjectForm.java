package org.lucina.web.dicomweb.retrieve;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.http.Accept;

/**
 * How whole objects go out (PS3.18 8.7.3.2): as parts or alone, and in which transfer syntaxes.
 *
 * @param multipart whether each object is a part; else the body is the only one
 * @param syntaxes transfer syntaxes that the client takes
 * @param asStored whether it takes any ({@code transfer-syntax=*})
 * @param syntaxNamed whether it named any; when not, Explicit VR Little Endian is meant, and what
 *     is compressed goes out as it is
 */
public record ObjectForm(
    boolean multipart, Set<String> syntaxes, boolean asStored, boolean syntaxNamed) {
  private static final String DICOM = "application/dicom";

  /**
   * What a client takes; 406 when no objects.
   *
   * @param single whether the resource is one instance, which can go out without multipart
   */
  static ObjectForm choose(Accept accept, boolean single) {
    Set<String> syntaxes = new LinkedHashSet<>();
    Optional<Boolean> multipart = Optional.empty();
    boolean named = true;
    for (MediaRange range : accept.ranges()) {
      boolean asParts = range.takesPartsOf(DICOM) || range.name().equals("*/*");
      boolean asOne = single && !range.isMultipartRelated() && range.takes(DICOM);
      if (!(asParts || asOne) || multipart.isPresent() && multipart.get() != asParts) {
        continue;
      }
      multipart = Optional.of(asParts);
      Optional<String> syntax = range.parameter("transfer-syntax");
      named &= syntax.isPresent();
      syntaxes.add(syntax.orElse(UID.ExplicitVRLittleEndian));
    }
    String available = "multipart/related; type=\"application/dicom\"";
    return new ObjectForm(
        multipart.orElseThrow(
            () -> accept.refusal(single ? available + " and application/dicom" : available)),
        syntaxes,
        syntaxes.contains("*"),
        named);
  }

  /** One object alone, in a transfer syntax or, without one, in the default. */
  public static ObjectForm single(Optional<String> syntax) {
    return new ObjectForm(
        false,
        Set.of(syntax.orElse(UID.ExplicitVRLittleEndian)),
        syntax.filter("*"::equals).isPresent(),
        syntax.isPresent());
  }

  /** The transfer syntax in which an object goes out, empty when it cannot. */
  public Optional<String> syntaxOf(InstanceRecord object, ObjectReader reader) {
    String stored = object.transferSyntax();
    if (asStored) {
      return Optional.of(stored);
    }
    Optional<String> chosen = reader.outgoingSyntax(object, syntaxes);
    boolean asItIs = !syntaxNamed && TransferSyntax.of(stored).encapsulated();
    return chosen.or(() -> asItIs ? Optional.of(stored) : Optional.empty());
  }

  /** The Content-Type of an object. */
  public static String contentType(String transferSyntax) {
    return DICOM + "; transfer-syntax=" + transferSyntax;
  }

  /** Media type of the parts. */
  static String partType() {
    return DICOM;
  }
}
