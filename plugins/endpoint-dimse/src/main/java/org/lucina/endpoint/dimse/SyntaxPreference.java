package org.lucina.endpoint.dimse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.UID;
import org.lucina.dicom.Uids;
import org.lucina.spi.ProviderException;

/**
 * Transfer syntaxes in which objects are received.
 *
 * @param syntaxes the only ones, best first; empty takes what the peer has
 */
record SyntaxPreference(List<String> syntaxes) {
  /** What objects may be in, the most frequent ones first; DCMTK takes 50 in a proposal at most. */
  private static final List<String> USUAL =
      List.of(
          UID.ExplicitVRLittleEndian,
          UID.ImplicitVRLittleEndian,
          UID.JPEGLosslessSV1,
          UID.JPEG2000Lossless,
          UID.JPEGBaseline8Bit,
          UID.JPEGLSLossless,
          UID.JPEG2000,
          UID.RLELossless,
          UID.JPEGExtended12Bit,
          UID.JPEGLossless,
          UID.JPEGLSNearLossless,
          UID.DeflatedExplicitVRLittleEndian,
          UID.ExplicitVRBigEndian,
          UID.HTJ2KLossless,
          UID.HTJ2KLosslessRPCL,
          UID.HTJ2K,
          UID.JPEGXLLossless,
          UID.JPEGXLJPEGRecompression,
          UID.JPEGXL,
          UID.MPEG2MPML,
          UID.MPEG2MPHL,
          UID.MPEG4HP41,
          UID.MPEG4HP41BD,
          UID.MPEG4HP422D,
          UID.MPEG4HP423D,
          UID.MPEG4HP42STEREO,
          UID.HEVCMP51,
          UID.HEVCM10P51);

  /** Copies the list. */
  SyntaxPreference {
    syntaxes = List.copyOf(syntaxes);
  }

  /** Reads a list of UIDs or keywords, separated by commas. */
  static SyntaxPreference parse(Optional<String> text) throws ProviderException {
    List<String> names =
        text
            .map(list -> Arrays.stream(list.split(",")).map(String::strip).toList())
            .orElseGet(List::of)
            .stream()
            .filter(name -> !name.isEmpty())
            .toList();
    for (String name : names) {
      if (!Uids.transferSyntaxes().contains(uid(name))) {
        throw new ProviderException(
            "property 'transfer-syntaxes': '" + name + "' is no transfer syntax");
      }
    }
    return new SyntaxPreference(names.stream().map(SyntaxPreference::uid).toList());
  }

  private static String uid(String name) {
    return Uids.byKeyword(name).map(Uids.Entry::uid).orElse(name);
  }

  /** Which of the proposed ones is taken, empty for none. */
  Optional<String> choose(List<String> proposed) {
    return syntaxes.isEmpty()
        ? proposed.stream().findFirst()
        : syntaxes.stream().filter(proposed::contains).findFirst();
  }

  /** All that can be proposed, best first. */
  List<String> proposable() {
    return syntaxes.isEmpty() ? USUAL : syntaxes;
  }
}
