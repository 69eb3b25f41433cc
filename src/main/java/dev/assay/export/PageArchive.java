package dev.assay.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.article.RawDocument;
import dev.assay.store.RawDocumentTable.RawBytes;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;

/// The pages of a pack's sources as they were fetched, each as a web archive of one record (ISO
/// 28500, `resource`: what was asked and the answer's own head are not kept). Read one at a time.
/// What a site reserves is never in it. Safe for use by many threads.
final class PageArchive {

  /// What came from the web as a page; a line of a batch or a mail is none.
  private static final Set<String> PAGES =
      Set.of(RawDocument.HTML, RawDocument.PDF, RawDocument.DOCX);

  private final Store store;

  PageArchive(Store store) {
    this.store = store;
  }

  /// A file of the pack.
  record Page(String name, byte[] bytes) {}

  /// The page of a source, if it was fetched from an address and may be handed on.
  Optional<Page> of(PackSource source) throws IOException {
    URI address = source.address();
    if (address == null || source.isReserved()) {
      return Optional.empty();
    }
    Optional<Kept> kept = store.read(session -> kept(source, session));
    return kept.isEmpty() ? Optional.empty() : Optional.of(archived(source, address, kept.get()));
  }

  private record Kept(String hash, RawBytes raw) {}

  private static Optional<Kept> kept(PackSource source, Session session) {
    return session
        .articles()
        .origin(source.id())
        .flatMap(
            origin ->
                session
                    .rawDocuments()
                    .find(origin.rawHash())
                    .map(raw -> new Kept(HexFormat.of().formatHex(origin.rawHash()), raw)))
        .filter(kept -> PAGES.contains(kept.raw().mediaType()));
  }

  /// The same bytes for the same page: the record is named by what it holds.
  private static Page archived(PackSource source, URI address, Kept kept) throws IOException {
    UUID name = UUID.nameUUIDFromBytes((kept.hash() + address).getBytes(UTF_8));
    WarcResource record =
        new WarcResource.Builder(address)
            .recordId(name)
            .date(source.article().fetchedAt())
            .payloadDigest("sha256", kept.hash())
            .blockDigest("sha256", kept.hash())
            .body(MediaType.parse(kept.raw().mediaType()), kept.raw().bytes())
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      writer.write(record);
    }
    return new Page("raw/%s.warc.gz".formatted(source.id()), out.toByteArray());
  }
}
