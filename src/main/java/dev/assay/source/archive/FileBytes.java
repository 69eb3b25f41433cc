package dev.assay.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// The bytes of a file. That they cannot be read is a [FileSystemException] always, so that it is
/// told apart from what a reader of them says of their form.
final class FileBytes implements SeekableByteChannel {

  private final Path file;
  private final FileChannel channel;

  FileBytes(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    try {
      return channel.read(into);
    } catch (IOException e) {
      FileSystemException unreadable =
          new FileSystemException(file.toString(), null, e.getMessage());
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
