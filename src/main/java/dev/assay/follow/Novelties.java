package dev.assay.follow;

import dev.assay.source.FeedEntry;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceState;
import dev.assay.store.Session;
import dev.assay.store.source.SourceEntryTable.First;
import dev.assay.store.source.SourceEntryTable.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells what a source never named before, and writes it down.
final class Novelties {

  private Novelties() {}

  /// Writes down what is new.
  ///
  /// @return how many there were
  static int keep(
      Session session, Source source, SourceState before, List<FeedEntry> entries, Instant now) {
    boolean files = source.kind() instanceof SourceKind.OfFolder;
    boolean baseline =
        source.kind() instanceof SourceKind.OfPage && before.seen().wholeAt() == null;
    Set<String> known =
        session.sourceEntries().known(source.id(), entries.stream().map(FeedEntry::link).toList());
    Map<String, List<Named>> byName = named(session, source, entries);
    List<String> again = new ArrayList<>();
    int fresh = 0;
    for (int i = 0; i < entries.size(); i++) {
      FeedEntry entry = entries.get(i);
      boolean same =
          files
              ? byName.containsKey(entry.id()) // its time and size are in the name
              : known.contains(entry.link()) || isMoved(entry, byName);
      if (same) {
        again.add(entry.link());
      } else {
        boolean wanted = !baseline || i < source.settings().backfill();
        session.sourceEntries().add(source.id(), entry, first(source, entry, wanted), now);
        fresh += wanted ? 1 : 0;
      }
    }
    if (!files) { // of a file nothing follows from when it was seen last
      session.sourceEntries().seen(source.id(), again, now);
    }
    return fresh;
  }

  private static First first(Source source, FeedEntry entry, boolean wanted) {
    if (!wanted) {
      return First.BEFORE;
    }
    return source.settings().skips(entry.title(), entry.link()) ? First.SKIPPED : First.WAITING;
  }

  private static Map<String, List<Named>> named(
      Session session, Source source, List<FeedEntry> entries) {
    Map<String, Long> uses =
        entries.stream()
            .filter(entry -> !entry.id().isEmpty())
            .collect(Collectors.groupingBy(FeedEntry::id, Collectors.counting()));
    List<String> single =
        uses.entrySet().stream().filter(use -> use.getValue() == 1).map(Map.Entry::getKey).toList();
    Map<String, List<Named>> byName = new HashMap<>();
    session
        .sourceEntries()
        .named(source.id(), single)
        .forEach(one -> byName.computeIfAbsent(one.guid(), _ -> new ArrayList<>()).add(one));
    return byName;
  }

  /// Whether an entry is one that the feed named before with another link: by a name of its own
  /// that it used twice for that one alone, under the same title or of the same time. A feed that
  /// numbers its entries by their place, or gives them new names at every round, says nothing by
  /// its names.
  private static boolean isMoved(FeedEntry entry, Map<String, List<Named>> byName) {
    List<Named> before = byName.getOrDefault(entry.id(), List.of());
    if (before.size() != 1 || !before.getFirst().twice()) {
      return false;
    }
    Named one = before.getFirst();
    boolean sameTitle = !entry.title().isEmpty() && entry.title().equals(one.title());
    Instant published = entry.published();
    return sameTitle || published != null && published.equals(one.published());
  }
}
