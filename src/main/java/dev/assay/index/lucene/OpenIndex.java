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

/// One of Lucene's indexes while it is open: its folder, its writer if it is open to write, and
/// those who read it. Each commit carries a note of what it holds. Safe for use by many threads.
final class OpenIndex implements AutoCloseable {

  private final Kind kind;
  private final Directory directory;
  private final String place;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;

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

  private OpenIndex(Kind kind, Directory directory, @Nullable IndexWriter writer)
      throws IOException {
    this.kind = kind;
    this.directory = directory;
    this.place = place(directory);
    this.writer = writer;
    this.searchers =
        writer == null
            ? new SearcherManager(directory, new SearcherFactory())
            : new SearcherManager(writer, new SearcherFactory());
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

  private static OpenIndex toWrite(Kind kind, Directory directory) throws IOException {
    IndexWriter writer = new IndexWriter(directory, kind.config().get());
    try {
      if (DirectoryReader.indexExists(directory) && !kind.current().test(note(directory))) {
        writer.deleteAll();
      }
      return new OpenIndex(kind, directory, writer);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer::rollback, directory); // or the lock stays
      throw e;
    }
  }

  /// To read the last commit, and newer ones after [#refresh]; a missing index, or one that is not
  /// `readable` by its note, reads as an empty one.
  static OpenIndex toRead(Kind kind, Path folder, Predicate<Map<String, String>> readable) {
    try {
      Directory directory = FSDirectory.open(folder);
      return DirectoryReader.indexExists(directory) && readable.test(note(directory))
          ? new OpenIndex(kind, directory, null)
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
  IndexWriter writer() {
    if (writer == null) {
      throw new IllegalStateException(
          "the %s in %s is open for reading only".formatted(kind.name(), directory));
    }
    return writer;
  }

  /// Makes all changes last, under `note`.
  void commit(Map<String, String> note) {
    IndexWriter open = writer();
    try {
      open.setLiveCommitData(note.entrySet());
      open.commit();
    } catch (IOException e) {
      throw failed("commit", e);
    } catch (AlreadyClosedException e) {
      throw failed("commit", new IOException(e));
    }
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
    try {
      searchers.maybeRefreshBlocking();
      isBehind = false; // what changes from now on is caught up with by who changes it
    } catch (IOException e) {
      throw failed("refresh", e);
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
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return work.with(searcher);
      } finally {
        searchers.release(searcher);
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
  public void close() {
    try (directory;
        writer) {
      searchers.close();
      if (writer != null) {
        writer.rollback();
      }
    } catch (IOException e) {
      throw failed("close", e);
    }
  }
}
