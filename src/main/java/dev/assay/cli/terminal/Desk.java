package dev.assay.cli.terminal;

import dev.assay.access.Doors;
import dev.assay.ask.Ask;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.desk.Marks;
import dev.assay.desk.morning.Morning;
import dev.assay.desk.note.Collections;
import dev.assay.desk.note.Notes;
import dev.assay.event.kept.EventsByHand;
import dev.assay.export.Export;
import dev.assay.follow.Sources;
import dev.assay.ingest.CompanyList;
import dev.assay.ingest.Embedding;
import dev.assay.ingest.Folds;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.Tagging;
import dev.assay.ingest.Upkeep;
import dev.assay.ingest.input.Inputs;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.Search;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.brief.TopicBriefs;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import dev.assay.watch.Watch;
import dev.assay.watch.send.Sending;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// The features, opened on one data folder.
public interface Desk extends AutoCloseable {

  Topics topics();

  /// The desk as it was known at a moment.
  Past past();

  /// What readers have read and starred. Changing it needs a desk that was opened to write.
  Marks marks();

  /// What readers wrote beside articles. Changing it needs a desk that was opened to write.
  Notes notes();

  /// What readers put together; the same holds.
  Collections collections();

  /// What readers want to be told of.
  Watch watch();

  /// What sends it.
  Sending sending();

  /// Who may come in.
  Doors doors();

  /// What is new since a reader last looked.
  Morning morning();

  Ledgers ledgers();

  Search search();

  /// Answers questions. Keeping an answer needs a desk that was opened to write.
  Ask ask();

  /// Evidence to take away.
  Export export();

  /// What topics say as a whole.
  TopicBriefs topicBriefs();

  Upkeep upkeep();

  /// The language model's work; there is always a desk, perhaps without a model.
  ModelDesk models();

  /// Finding a language model. Trying one needs a desk that was opened to write.
  ModelTrials modelTrials();

  /// What differs between copies and between revisions.
  Differences differences();

  /// Only on a desk that was opened to write.
  Folds folds();

  /// Only on a desk that was opened to write.
  EventsByHand eventsByHand();

  /// The making of vectors for search by meaning; empty if the add-on is not installed. On a desk
  /// opened to read it only tells how far they are.
  Optional<Embedding> embedding();

  /// Only on a desk that was opened to write.
  Ingest ingest();

  Inputs inputs();

  /// What is followed.
  Sources sources();

  /// What things are called, and what the user said of that.
  NameBook names();

  /// Companies that are known by their tickers. Adding them needs a desk that was opened to write.
  CompanyList companies();

  /// Names that nobody knows yet.
  NameCandidates candidates();

  /// Brings the articles' tags up to the names. Running it needs a desk that was opened to write.
  Tagging tagging();

  @Override
  void close();

  /// Opens desks. What is wrong with a folder is told by a
  /// [ExpectedFailure][dev.assay.article.ExpectedFailure], in words for a person.
  interface Opener {

    /// The same for a desk whose store is elsewhere than its data folder says.
    ///
    /// @param store `postgres://...`, or `folder`
    Opener at(String store);

    /// The same for desks that may ask one program of this machine, besides those that their
    /// settings name.
    ///
    /// @param place `HOST:PORT`
    Opener meeting(String place);

    /// The words that every command reads by.
    Lexicon lexicon();

    Desk toRead(Path data);

    /// Opens a data folder to write.
    ///
    /// @throws FolderServed if a server has it open, which takes commands: [#handOver]
    Desk toWrite(Path data);

    /// Has the server that has the data folder open run a command line.
    ///
    /// @return its exit code
    int handOver(Path data, Streams streams, String[] arguments);

    /// Makes the search index anew from the store.
    ///
    /// @param progress hears how many articles were indexed so far
    /// @return how many there are
    long reindex(Path data, LongConsumer progress);

    /// Puts a backup into an empty data folder, and indexes it.
    void restore(Path data, Path backup);

    /// What is well and what is not with the program on this machine and a data folder, whatever
    /// state they are in.
    List<Finding> examine(Path data);

    /// What a data folder holds, in numbers and kinds that tell nothing of its documents; empty if
    /// it cannot be opened.
    Map<String, Object> counts(Path data);

    /// Runs `work` on a folder's accounts, beside a process that may be serving it.
    <T> T doors(Path data, Function<Doors, T> work);

    /// Serves a desk's tools to one assistant over two streams, until the first ends.
    void serveTools(Desk desk, InputStream in, OutputStream out) throws InterruptedException;

    /// Serves pages and API until the process is asked to stop.
    Serving serve(Desk desk, Listening listening);

    /// The roles of a desk that several processes share.
    ///
    /// @throws dev.assay.article.ExpectedFailure if the desk is kept in its folder
    Sharing sharing(Path data);

    /// Moves a desk from its folder to a server, or back, and compares every row.
    ///
    /// @param target `postgres://...`, or `folder`
    /// @param progress hears how many rows were looked at
    /// @return what differs afterwards, each a line for a person; empty if it was moved whole
    List<String> move(Path data, String target, LongConsumer progress);
  }

  /// Where a server listens.
  ///
  /// @param port 0 for any free one
  /// @param furtherNames names that it goes by besides `host`, such as that of a proxy before it
  /// @param duty what else the process does
  record Listening(String host, int port, List<String> furtherNames, Duty duty) {
    public Listening {
      furtherNames = List.copyOf(furtherNames);
    }

    public Listening(String host, int port, List<String> furtherNames) {
      this(host, port, furtherNames, Duty.ALL);
    }

    /// Reached from this machine only.
    public static Listening here(int port) {
      return new Listening("127.0.0.1", port, List.of());
    }
  }

  /// What a server does beside answering.
  enum Duty {
    /// All that the desk needs: it asks sources, reads, tags, decides.
    ALL,
    /// Nothing: others of a shared desk do that.
    PAGES
  }

  /// What a process can be for a desk that several share.
  interface Sharing {

    /// Decides what workers and pages leave to be decided, and does all else that is done once for
    /// a desk.
    Running settle();

    /// Hands out files to the workers.
    ///
    /// @return how many parts they became
    int backfill(List<Path> files);

    /// Takes parts that were handed out.
    ///
    /// @param listener hears of each part that was done
    Working work(Consumer<Done> listener);
  }

  /// A role that goes on until it is closed.
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /// A running server.
  interface Serving extends Running {
    int port();

    /// Looks at the first pages in the background, so that the first reader need not wait.
    void lookAtFirstPages();
  }

  /// A running worker.
  interface Working extends Running {

    /// How many parts nobody has done yet.
    long waiting();
  }

  /// A part that was done.
  ///
  /// @param documents by the word of their outcome
  record Done(String part, Map<String, Long> documents) {}
}
