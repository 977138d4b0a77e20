package org.lucina.archive.retrieve;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.dicom.TransferSyntax;
import org.lucina.net.ChannelOutput;
import org.lucina.spi.storage.ObjectChannel;

/** One stored object that is open for reading; offsets count from its (inflated) data set. */
final class StoredFile implements ChannelOutput.Source, AutoCloseable {
  private static final int BUFFER = 128 << 10;

  private final ObjectChannel channel;
  private final InstanceRecord object;
  private final TransferSyntax syntax;

  StoredFile(ObjectChannel channel, InstanceRecord object) {
    this.channel = channel;
    this.object = object;
    this.syntax = TransferSyntax.of(object.transferSyntax());
  }

  TransferSyntax syntax() {
    return syntax;
  }

  /** Copies the stored bytes from a position of the file to its end. */
  void copyFrom(long position, OutputStream out) throws IOException {
    long length = object.length() - position;
    if (out instanceof ChannelOutput direct) {
      direct.finish(this, position, length);
    } else {
      channel.position(position);
      copy(Channels.newInputStream(channel), length, out);
    }
  }

  @Override
  public int read(ByteBuffer target, long from) throws IOException {
    return channel.position(from).read(target);
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    return channel.transferTo(from, count, target);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  /** The data set as stored, deflated if it is; closing the stream leaves the file open. */
  InputStream dataSet() throws IOException {
    channel.position(object.dataSetOffset());
    return new FilterInputStream(Channels.newInputStream(channel)) {
      @Override
      public void close() {
        // the file itself closes the channel
      }
    };
  }

  /** The inflated bytes of the data set from an offset on. */
  InputStream at(long offset) throws IOException {
    if (!syntax.deflated()) {
      channel.position(object.dataSetOffset() + offset);
      return Channels.newInputStream(channel);
    }
    InputStream inflated = new InflaterInputStream(dataSet(), new Inflater(true), BUFFER);
    inflated.skipNBytes(offset);
    return inflated;
  }

  /** Copies a range of the inflated data set. */
  void copy(long offset, long length, OutputStream out) throws IOException {
    copy(at(offset), length, out);
  }

  /** Copies a range of the inflated data set, which ends what is written. */
  void finish(long offset, long length, OutputStream out) throws IOException {
    if (out instanceof ChannelOutput direct && !syntax.deflated()) {
      direct.finish(this, object.dataSetOffset() + offset, length);
    } else {
      copy(offset, length, out);
    }
  }

  private void copy(InputStream in, long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, length))];
    for (long left = length; left > 0; ) {
      int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (got < 0) {
        throw new EOFException("object " + object.sopInstance() + " lacks " + left + " bytes");
      }
      out.write(buffer, 0, got);
      left -= got;
    }
  }

  /** Reads a range of the inflated data set into memory. */
  ByteBuffer read(long offset, int length) throws IOException {
    byte[] bytes = at(offset).readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("object " + object.sopInstance() + " is cut off");
    }
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
