package dev.assay.app;

import dev.assay.access.Doors;
import dev.assay.article.ExpectedFailure;
import dev.assay.cli.Desk;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.meaning.Embedder;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.Reindexing;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Opens data folders for the command line.
final class Desks implements Desk.Opener {

  private final Lexicon lexicon;
  private final InstantSource clock;
  private final Supplier<Optional<Embedder>> embedder;

  /// @param embedder asked when something is to be found by meaning
  Desks(Lexicon lexicon, InstantSource clock, Supplier<Optional<Embedder>> embedder) {
    this.lexicon = lexicon;
    this.clock = clock;
    this.embedder = embedder;
  }

  @Override
  public Lexicon lexicon() {
    return lexicon;
  }

  @Override
  public Desk toRead(Path data) {
    return OpenDesk.toRead(data, lexicon, clock, embedder);
  }

  @Override
  public Desk toWrite(Path data) {
    return OpenDesk.toWrite(data, lexicon, clock, embedder);
  }

  @Override
  public long reindex(Path data, LongConsumer progress) {
    try (Store store = Store.openToWrite(data);
        LuceneIndex.Rebuild rebuild = LuceneIndex.rebuild(OpenDesk.indexFolder(data))) {
      long count =
          Reindexing.fill(
              store,
              rebuild.index(),
              new NameBook(store, Names.load(lexicon), clock).names(),
              progress);
      rebuild.finish(store.read(session -> session.articles().lastSequence()));
      return count;
    }
  }

  @Override
  public <T> T doors(Path data, Function<Doors, T> work) {
    try (Store store = Store.openBeside(data)) {
      return work.apply(Doors.of(store, clock));
    }
  }

  @Override
  public void restore(Path data, Path backup) {
    Store.restore(data, backup);
    reindex(data, _ -> {});
  }

  @Override
  public Desk.Serving serve(Desk desk, Desk.Listening listening) {
    try {
      return Server.start((OpenDesk) desk, listening);
    } catch (IOException e) {
      desk.close();
      throw new ExpectedFailure(
          "Port %d cannot be used: %s. Name another with --port N, or 0 for any."
              .formatted(listening.port(), e.getMessage()),
          e);
    }
  }
}
