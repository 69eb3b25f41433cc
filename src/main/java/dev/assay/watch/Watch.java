package dev.assay.watch;

import dev.assay.desk.Mutes;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.Store;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.ledger.Ledgers;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// Alerts, as a whole. Safe for use by many threads.
///
/// @param firing used by one thread at a time
public record Watch(Rules rules, Channels channels, Outbox outbox, Firing firing, Live live) {

  /// What alerts are made of.
  ///
  /// @param indexing brings the index up to the store
  public record Parts(
      Store store,
      Topics topics,
      Ledgers ledgers,
      Differences differences,
      Lexicon lexicon,
      Runnable indexing) {}

  /// Puts it together.
  ///
  /// @param refusal why nothing is sent to an address; empty if it may be
  public static Watch of(
      Parts parts,
      WatchSettings settings,
      Function<URI, Optional<String>> refusal,
      InstantSource clock) {
    ItemWords.InLanguages words =
        new ItemWords.InLanguages(parts.lexicon(), parts.ledgers()::wording);
    Outlets outlets = Outlets.of(parts.lexicon());
    RuleMatcher matcher =
        new RuleMatcher(
            parts.topics(),
            parts.ledgers(),
            parts.differences(),
            new Mutes(parts.store(), clock),
            words,
            outlets);
    Composer composer = new Composer(parts.store(), words, outlets);
    return new Watch(
        new Rules(parts.store(), parts.ledgers(), matcher, clock),
        new Channels(parts.store(), composer, refusal, settings.mail() != null, clock),
        new Outbox(parts.store(), composer, clock),
        new Firing(parts.store(), parts.ledgers(), matcher, parts.indexing(), clock),
        new Live(parts.store(), clock));
  }
}
