package dev.assay.addons.flink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/// The documents of a file: the pages of a web archive, or else the lines of a batch. A file is read
/// by one reader; after a failure Flink passes over what it had read before.
public final class Documents extends SimpleStreamFormat<Read> {

  private static final long serialVersionUID = 1;

  private static final int MOST_BYTES = 20_000_000;
  private static final int OK = 200;

  /// A line says itself when it was published; that it was fetched at a fixed moment makes two runs
  /// the same.
  private static final Instant OF_LINES = Instant.EPOCH;

  @Override
  public Reader<Read> createReader(Configuration config, FSDataInputStream in) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(in, 4);
    byte[] begin = peeked.readNBytes(4);
    peeked.unread(begin);
    boolean archive =
        begin.length == 4
            && (begin[0] == 0x1f && (begin[1] & 0xff) == 0x8b || new String(begin).equals("WARC"));
    return archive ? new Pages(new WarcReader(peeked)) : new Lines(peeked);
  }

  @Override
  public TypeInformation<Read> getProducedType() {
    return TypeInformation.of(Read.class);
  }

  private record Pages(WarcReader archive) implements Reader<Read> {
    @Override
    public @Nullable Read read() throws IOException {
      for (Optional<WarcRecord> record = archive.next();
          record.isPresent();
          record = archive.next()) {
        if (record.get() instanceof WarcResponse response && isPage(response)) {
          return Read.page(
              response.target(),
              response.http().contentType().toString(),
              response.http().body().stream().readNBytes(MOST_BYTES),
              response.date());
        }
      }
      return null;
    }

    private static boolean isPage(WarcResponse response) throws IOException {
      return response.contentType().base().equals(MediaType.HTTP)
          && response.http().status() == OK
          && response.payloadType().base().equals(MediaType.HTML);
    }

    @Override
    public void close() throws IOException {
      archive.close();
    }
  }

  private record Lines(PushbackInputStream in) implements Reader<Read> {
    @Override
    public @Nullable Read read() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int next = in.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = in.read();
      }
      return Read.line(line.toByteArray(), OF_LINES);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
