package org.lucina.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Encodes fragments as items while they are made (PS3.5 A.4), in little endian. */
final class FragmentStream extends BlockStream {
  private final MadeFragments.Supply fragments;
  private byte[] current = {};
  private int at;
  private boolean ended;

  FragmentStream(MadeFragments.Supply fragments) {
    this.fragments = fragments;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (at == current.length && !advance()) {
      return -1;
    }
    int read = Math.min(count, current.length - at);
    System.arraycopy(current, at, into, offset, read);
    at += read;
    return read;
  }

  private boolean advance() throws IOException {
    Optional<byte[]> next = ended ? Optional.empty() : fragments.next();
    ended = next.isEmpty();
    at = 0;
    current = ended ? new byte[0] : item(next.get());
    return !ended;
  }

  private static byte[] item(byte[] fragment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(fragment.length + 9);
    Output out = new Output(bytes);
    new HeaderWriter(out, true, false).item(fragment.length + fragment.length % 2);
    out.put(fragment, 0, fragment.length);
    if (fragment.length % 2 != 0) {
      out.put(0);
    }
    out.flush();
    return bytes.toByteArray();
  }
}
