package org.lucina.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * An output stream that can be ended by a range of a channel, whose bytes it brings to their
 * destination on the shortest way there is.
 */
public abstract class ChannelOutput extends OutputStream {

  /** Bytes at known positions, such as those of a file. */
  public interface Source {

    /** Reads some bytes from a position on, -1 when there are none. */
    int read(ByteBuffer target, long from) throws IOException;

    /**
     * Copies bytes to a channel, best without bringing them into the process.
     *
     * @return bytes copied; fewer than asked for when the source ends before or a target that does
     *     not block takes no more
     */
    long transferTo(long from, long count, WritableByteChannel target) throws IOException;

    /** Its bytes. */
    long size() throws IOException;
  }

  /**
   * Writes a range of a source, which ends what this stream is for: a data set, or a part of more.
   *
   * @param from position of the first byte
   * @param count bytes
   * @throws java.io.EOFException when the source has not that many
   */
  public abstract void finish(Source source, long from, long count) throws IOException;
}
