package dev.assay.index.lucene;

import dev.assay.index.IndexFailure;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of Lucene's indexes while it is open: its folder, its writer if it is open to write, and
/// those who read it. Each commit carries a note of what it holds. Safe for use by many threads.
final class OpenIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);

  private final Kind kind;
  private final Directory directory;
  private final String place;
  private volatile @Nullable IndexWriter writer;
  private volatile SearcherManager searchers;

  /// What was visible of a writer that a fault ended, until the next fault; those who read may
  /// still have it.
  private final List<SearcherManager> ended = new ArrayList<>();

  /// Whether anybody has asked, and whether there is more to see than they were shown.
  private volatile boolean isAsked;

  private volatile boolean isBehind;

  /// What an index holds.
  ///
  /// @param name for messages: `index`
  /// @param config made anew for each writer, since none may be used twice
  /// @param current whether an index whose last commit has this note is of the present program;
  ///   another is emptied when it is opened to write
  record Kind(
      String name, Supplier<IndexWriterConfig> config, Predicate<Map<String, String>> current) {}

  private OpenIndex(
      Kind kind, Directory directory, @Nullable IndexWriter writer, SearcherManager searchers) {
    this.kind = kind;
    this.directory = directory;
    this.place = place(directory);
    this.writer = writer;
    this.searchers = searchers;
  }

  /// An empty or missing folder becomes an index.
  ///
  /// @throws IllegalStateException if another process writes to it
  static OpenIndex toWrite(Kind kind, Path folder) {
    try {
      return toWrite(kind, FSDirectory.open(folder));
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(
          "another process writes to the %s in %s: stop it, or only read"
              .formatted(kind.name(), folder),
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw failure(kind, folder.toString(), "be opened", e);
    }
  }

  static OpenIndex toWrite(Kind kind, Directory directory) throws IOException {
    try {
      IndexWriter writer = writer(kind, directory);
      return new OpenIndex(kind, directory, writer, visible(writer));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /// A writer at the last commit, or at an empty index if that is not of the present program.
  private static IndexWriter writer(Kind kind, Directory directory) throws IOException {
    IndexWriterConfig config = kind.config().get();
    config.setMergeScheduler(new ToldMerges());
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      if (DirectoryReader.indexExists(directory) && !kind.current().test(note(directory))) {
        writer.deleteAll();
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer::rollback); // or the lock stays
      throw e;
    }
  }

  /// What is visible of a writer, which is closed if nothing can be.
  private static SearcherManager visible(IndexWriter writer) throws IOException {
    try {
      return new SearcherManager(writer, new SearcherFactory());
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer::rollback); // or the lock stays
      throw e;
    }
  }

  /// A merge that fails ends its writer, and whoever writes next is told. Nobody needs its trace.
  private static final class ToldMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable thrown) {
      LOG.debug("parts of an index could not be joined", thrown);
    }
  }

  /// To read the last commit, and newer ones after [#refresh]; a missing index, or one that is not
  /// `readable` by its note, reads as an empty one.
  static OpenIndex toRead(Kind kind, Path folder, Predicate<Map<String, String>> readable) {
    try {
      Directory directory = FSDirectory.open(folder);
      return DirectoryReader.indexExists(directory) && readable.test(note(directory))
          ? new OpenIndex(
              kind, directory, null, new SearcherManager(directory, new SearcherFactory()))
          : inMemory(kind);
    } catch (IOException | IllegalArgumentException e) {
      throw failure(kind, folder.toString(), "be read", e);
    }
  }

  /// An empty index that lasts as long as the process.
  static OpenIndex inMemory(Kind kind) {
    try {
      return toWrite(kind, new ByteBuffersDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> note(Directory directory) throws IOException {
    // a reader would open every part, and every run of an import asks
    return SegmentInfos.readLatestCommit(directory).getUserData();
  }

  /// The note of the last commit; empty if there is none, or if it is not of the present program.
  Map<String, String> note() {
    try {
      Map<String, String> note =
          DirectoryReader.indexExists(directory) ? note(directory) : Map.of();
      return kind.current().test(note) ? note : Map.of();
    } catch (IOException e) {
      throw failed("say how far it is", e);
    }
  }

  boolean isOpenToWrite() {
    return writer != null;
  }

  /// @throws IllegalStateException if the index is open for reading only
  private IndexWriter writer() {
    IndexWriter open = writer;
    if (open == null) {
      throw new IllegalStateException(
          "the %s in %s is open for reading only".formatted(kind.name(), directory));
    }
    return open;
  }

  /// Work with the writer.
  interface Writing {
    void with(IndexWriter writer) throws IOException;
  }

  /// @param what such as `commit`, for the message if the disk does not do its part: what it did to
  ///   another thread, such as one that joins parts, comes out here too
  void writing(String what, Writing work) {
    IndexWriter open = writer();
    try {
      work.with(open);
    } catch (IOException e) {
      throw failed(what, e);
    } catch (IllegalStateException e) {
      Throwable fault = open.getTragicException();
      if (fault == null && !(e instanceof AlreadyClosedException)) {
        throw e;
      }
      throw failed(what, fault instanceof IOException of ? of : new IOException(e));
    }
  }

  /// Makes all changes last, under `note`.
  void commit(Map<String, String> note) {
    writing(
        "commit",
        open -> {
          open.setLiveCommitData(note.entrySet());
          open.commit();
        });
  }

  /// Whether a fault of the disk ended the writer: what it did since its last commit is lost.
  boolean isBroken() {
    IndexWriter open = writer;
    return open != null && (open.getTragicException() != null || !open.isOpen());
  }

  /// Begins to write again at the last commit, if the writer was ended by a fault.
  synchronized void mend() {
    if (!isBroken()) {
      return;
    }
    IOUtils.closeWhileHandlingException(writer()::rollback);
    try {
      IndexWriter next = writer(kind, directory);
      show(visible(next));
      writer = next; // last: who sees it sees what is visible of it
    } catch (IOException e) {
      throw failed("be opened", e);
    }
  }

  /// Puts `next` in the place of what was visible. What was in that place before the last fault is
  /// closed: whoever still reads of it holds a reference of their own.
  private void show(SearcherManager next) {
    IOUtils.closeWhileHandlingException(ended);
    ended.clear();
    ended.add(searchers);
    searchers = next;
  }

  /// Makes what was changed or committed by now visible to [#reading]. While nobody has asked
  /// anything, as in an import by itself, that waits for the first who does: each refresh writes a
  /// part of its own, and the parts are joined again.
  void refresh() {
    isBehind = true;
    if (isAsked) {
      catchUp();
    }
  }

  private void catchUp() {
    SearcherManager visible = searchers;
    try {
      visible.maybeRefreshBlocking();
      isBehind = false; // what changes from now on is caught up with by who changes it
    } catch (IOException | AlreadyClosedException e) {
      if (isBroken()) {
        showCommitted(visible);
      } else if (visible == searchers) { // or another thread mended it in the meantime
        throw failed("refresh", e instanceof IOException of ? of : new IOException(e));
      }
    }
  }

  /// Of a writer that a fault ended there is what was `visible`, or the last commit if that is
  /// newer; nothing is to be done where another thread put something in its place.
  private synchronized void showCommitted(SearcherManager visible) {
    try {
      if (visible == searchers
          && DirectoryReader.indexExists(directory)
          && version() < SegmentInfos.readLatestCommit(directory).getVersion()) {
        show(new SearcherManager(directory, new SearcherFactory()));
      }
    } catch (IOException e) {
      throw failed("be read", e);
    }
  }

  private long version() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return ((DirectoryReader) searcher.getIndexReader()).getVersion();
    } finally {
      searchers.release(searcher);
    }
  }

  /// Work with what is visible; the searcher is not to be kept.
  interface Reading<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  <T> T reading(Reading<T> work) {
    isAsked = true;
    if (isBehind) {
      catchUp();
    }
    SearcherManager visible = searchers;
    try {
      IndexSearcher searcher = visible.acquire();
      try {
        return work.with(searcher);
      } finally {
        visible.release(searcher);
      }
    } catch (IOException e) {
      throw failed("answer", e);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException | IllegalStateException e) {
      throw problems().isEmpty() ? e : IndexFailure.damaged(kind.name() + " in " + place, e);
    }
  }

  /// What is wrong with the files of the last commit, each a line.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    try {
      if (DirectoryReader.indexExists(directory)) {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          for (LeafReaderContext part : reader.leaves()) {
            part.reader().checkIntegrity();
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      problems.add(
          "%s: %s; run assay reindex".formatted(kind.name(), e.getMessage()).replace('\n', ' '));
    }
    return problems;
  }

  IndexFailure failed(String what, IOException e) {
    return failure(kind, place, what, e);
  }

  private static String place(Directory directory) {
    return directory instanceof FSDirectory files
        ? files.getDirectory().toString()
        : directory.toString();
  }

  private static IndexFailure failure(Kind kind, String place, String what, Exception e) {
    String name = kind.name() + " in " + place;
    return isDamage(e) ? IndexFailure.damaged(name, e) : IndexFailure.disk(name, what, e);
  }

  /// What Lucene throws when files are missing, too short or not what their checksum says.
  private static boolean isDamage(Exception e) {
    return e instanceof CorruptIndexException
        || e instanceof IndexFormatTooNewException
        || e instanceof IndexFormatTooOldException
        || e instanceof IndexNotFoundException
        || e instanceof EOFException
        || e instanceof FileNotFoundException
        || e instanceof NoSuchFileException
        || e instanceof IllegalArgumentException;
  }

  @Override
  public synchronized void close() {
    IndexWriter open = writer;
    try (directory;
        open) {
      for (SearcherManager one : ended) {
        one.close();
      }
      searchers.close();
      if (open != null) {
        open.rollback();
      }
    } catch (IOException e) {
      throw failed("close", e);
    }
  }
}
