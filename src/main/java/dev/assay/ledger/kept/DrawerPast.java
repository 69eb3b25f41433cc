package dev.assay.ledger.kept;

import dev.assay.analyze.quantity.Property;
import dev.assay.article.ArticleId;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.KeptEntry;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.kept.LedgerTable.Doubted;
import dev.assay.ledger.kept.LedgerTable.Made;
import dev.assay.ledger.kept.LedgerTable.Standpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a drawer came to, moment by moment: which entries it had, with which claims, and what they
/// are found by. Told forward, each moment as a whole; what differs from the moment before is kept
/// with the time that it stood.
final class DrawerPast {

  /// An entry as lists go by it.
  record EntryRow(KeptEntry kept, String entityKey, Property property, long orderedBy) {}

  /// An id under which an entry was or could have been known.
  record OtherId(EntryId id, EntryId entry) {}

  /// A claim in an entry.
  record InEntry(EntryId entry, ClaimKey claim) {}

  /// How it stands there.
  ///
  /// @param place in the order of showing, counted from its end, so that the many rows behind a
  ///   newer one keep theirs: -1 is the last
  record Stand(int place, @Nullable ClaimKey against) {}

  /// What an entry is found by.
  record FoundBy(String entity, EntryId entry) {}

  final Track<EntryId, EntryRow> entries = new Track<>(Objects::equals);
  final Track<OtherId, Boolean> otherIds = new Track<>(Objects::equals);
  final Track<InEntry, Stand> evidence =
      new Track<>((one, other) -> Objects.equals(one.against(), other.against()));

  /// With whether only articles that give the entry's figures are about it.
  final Track<FoundBy, Boolean> tags = new Track<>(Objects::equals);

  private final List<Turn> turns = new ArrayList<>();
  private final List<DoubtRow> doubts = new ArrayList<>();

  /// What a reader should look at in an entry.
  record DoubtRow(EntryId entry, Doubted doubted) {}

  /// That an entry came into dispute, or out of it.
  record Turn(EntryId entry, boolean opened, Instant at) {}

  /// What an entry is found by at a moment: ids of entities, and whether each stands aside.
  interface Tagged {
    Map<String, Boolean> of(Made made, Instant at);
  }

  /// Says what the drawer came to at a moment, later than those before.
  ///
  /// @param tagged asked of entries whose claims are others than before
  void at(Instant at, List<Made> made, Tagged tagged) {
    Map<EntryId, EntryRow> rows = new LinkedHashMap<>();
    Map<OtherId, Boolean> others = new LinkedHashMap<>();
    Map<InEntry, Stand> claims = new LinkedHashMap<>();
    for (Made one : made) {
      EntryId id = one.kept().id();
      if (rows.putIfAbsent(id, row(one)) == null) {
        one.entry().otherIds().forEach(other -> others.put(new OtherId(other, id), true));
        int place = -one.claims().size();
        for (Standpoint point : one.claims()) {
          claims.putIfAbsent(new InEntry(id, point.claim()), new Stand(place++, point.against()));
        }
      }
    }
    turn(rows, at);
    doubts.clear();
    for (Made one : made) {
      one.doubts().forEach(doubted -> doubts.add(new DoubtRow(one.kept().id(), doubted)));
    }
    Map<FoundBy, Boolean> found = new LinkedHashMap<>();
    for (Made one : made) {
      tagged
          .of(one, at)
          .forEach(
              (entity, aside) -> found.putIfAbsent(new FoundBy(entity, one.kept().id()), aside));
    }
    entries.at(at, rows);
    otherIds.at(at, others);
    evidence.at(at, claims);
    tags.at(at, found);
  }

  private static EntryRow row(Made made) {
    Instant newest = made.entry().newest();
    return new EntryRow(
        made.kept(),
        made.entry().entityKey(),
        made.entry().property(),
        newest == null ? 0 : newest.toEpochMilli());
  }

  private void turn(Map<EntryId, EntryRow> rows, Instant at) {
    rows.forEach(
        (id, row) -> {
          Standing<EntryRow> before = entries.standing.get(id);
          boolean disputed = before != null && isDisputed(before.value());
          if (disputed != isDisputed(row)) {
            turns.add(new Turn(id, !disputed, at));
          }
        });
  }

  private static boolean isDisputed(EntryRow row) {
    return row.kept().verdict() == Verdict.DIFFER;
  }

  /// The turns of all moments that were told.
  List<Turn> turns() {
    return turns;
  }

  /// Whether all claims that stand in the entries are among `known`.
  boolean isOf(Set<ClaimKey> known) {
    return evidence.standing.keySet().stream().map(InEntry::claim).allMatch(known::contains);
  }

  /// The articles with a disputed claim that had none when it was kept, and the other way round.
  Set<ArticleId> disputedOtherThanBefore() {
    Set<ArticleId> before = disputed(entries.kept, evidence.kept);
    Set<ArticleId> after = disputed(entries.standing, evidence.standing);
    Set<ArticleId> changed = new HashSet<>(before);
    changed.removeAll(after);
    after.stream().filter(id -> !before.contains(id)).forEach(changed::add);
    return changed;
  }

  private static Set<ArticleId> disputed(
      Map<EntryId, Standing<EntryRow>> entries, Map<InEntry, Standing<Stand>> evidence) {
    Set<ArticleId> disputed = new HashSet<>();
    evidence.forEach(
        (in, stand) -> {
          Standing<EntryRow> entry = entries.get(in.entry());
          if (entry != null && isDisputed(entry.value()) && stand.value().against() != null) {
            disputed.add(in.claim().article());
          }
        });
    return disputed;
  }

  /// The entries that are not as they are kept, or not found by the same.
  Set<EntryId> entriesOtherThanBefore() {
    Set<EntryId> changed = new HashSet<>();
    Stream.of(entries.gone(), entries.come())
        .forEach(rows -> rows.forEach(row -> changed.add(row.getKey())));
    Stream.of(tags.gone(), tags.come())
        .forEach(rows -> rows.forEach(row -> changed.add(row.getKey().entry())));
    return changed;
  }

  /// Leaves what was to be looked at before in claims that are not among `known`: they are of other
  /// scopes, and stand in no entry.
  void keepDoubts(List<DoubtRow> before, Set<ClaimKey> known) {
    before.stream()
        .filter(
            row ->
                !known.contains(row.doubted().claim()) || !known.contains(row.doubted().against()))
        .forEach(doubts::add);
  }

  /// Takes what stands as what is kept, to be told on from there.
  void goOn() {
    Stream.of(entries, otherIds, evidence, tags).forEach(Track::goOn);
    turns.clear();
    doubts.clear();
  }

  /// What a reader should look at since the last moment.
  List<DoubtRow> doubts() {
    return doubts;
  }

  /// What stands since a moment.
  record Standing<V>(V value, Instant from) {}

  /// What stood from one moment until another.
  record Ended<K, V>(K key, V value, Instant from, Instant until) {}

  /// One kind of rows, each known by a key.
  static final class Track<K, V> {
    /// The rows that are kept, until they are brought up to date.
    final Map<K, Standing<V>> kept = new LinkedHashMap<>();

    final Map<K, Standing<V>> standing = new LinkedHashMap<>();
    final List<Ended<K, V>> ended = new ArrayList<>();
    private final BiPredicate<V, V> same;

    /// @param same whether one value may stand in another's place without a trace
    Track(BiPredicate<V, V> same) {
      this.same = same;
    }

    private void at(Instant at, Map<K, V> now) {
      Map<K, Standing<V>> before = new HashMap<>(standing);
      standing.clear();
      now.forEach(
          (key, value) -> {
            Standing<V> was = before.remove(key);
            if (was != null && same.test(was.value(), value)) {
              standing.put(key, new Standing<>(value, was.from()));
            } else {
              if (was != null) {
                end(key, was, at);
              }
              standing.put(key, new Standing<>(value, at));
            }
          });
      before.forEach((key, was) -> end(key, was, at));
    }

    private void goOn() {
      kept.clear();
      kept.putAll(standing);
      ended.clear();
    }

    /// The kept rows that do not stand so.
    List<Map.Entry<K, Standing<V>>> gone() {
      return differing(kept, standing);
    }

    /// The rows that stand and are not kept so.
    List<Map.Entry<K, Standing<V>>> come() {
      return differing(standing, kept);
    }

    private static <K, V> List<Map.Entry<K, V>> differing(Map<K, V> from, Map<K, V> other) {
      return from.entrySet().stream()
          .filter(row -> !row.getValue().equals(other.get(row.getKey())))
          .toList();
    }

    private void end(K key, Standing<V> was, Instant at) {
      if (was.from().isBefore(at)) {
        ended.add(new Ended<>(key, was.value(), was.from(), at));
      }
    }
  }
}
