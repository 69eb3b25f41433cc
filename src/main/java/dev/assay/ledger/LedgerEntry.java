package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that is said of one property of one thing, in one broad scope.
///
/// @param id for links; may change when a row with a fuller scope arrives
/// @param otherIds ids under which the same entry was or could have been known
/// @param drawer where a store keeps its claims: [Ledger#drawer]
/// @param scope what the rows state of their scopes, each part once
/// @param unit code of the unit of the rows' intervals; `date` for moments
/// @param rows in the order of publication
/// @param doubts pairs of figures that a reader should look at, the plainest first
/// @param independent how many independent sources stand behind the rows
/// @param newest the latest publication among the rows
public record LedgerEntry(
    EntryId id,
    Set<EntryId> otherIds,
    String drawer,
    Thing entity,
    Property property,
    List<Claim.Part> scope,
    String unit,
    Verdict verdict,
    Reason reason,
    List<Row> rows,
    List<Doubt> doubts,
    int independent,
    @Nullable Instant newest) {

  /// What is most worth a look stands first: what differs, then what most sources speak of, then
  /// what is newest.
  public static final Comparator<LedgerEntry> BY_INTEREST =
      Comparator.comparing(LedgerEntry::verdict)
          .thenComparing(Comparator.comparingInt(LedgerEntry::independent).reversed())
          .thenComparing(
              LedgerEntry::newest, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(LedgerEntry::id);

  public LedgerEntry {
    otherIds = Set.copyOf(otherIds);
    scope = List.copyOf(scope);
    rows = List.copyOf(rows);
    doubts = List.copyOf(doubts);
  }

  /// What the thing goes by, whatever it is called: `#` and its id, or its words.
  public String entityKey() {
    return Keys.of(entity);
  }

  /// This entry, made of some of its claims, with what is known of all.
  public LedgerEntry as(KeptEntry kept) {
    Reason ofAll =
        kept.verdict() == Verdict.AGREE && kept.compared() > 0
            ? new Reason.Together(kept.compared())
            : reason;
    return new LedgerEntry(
        kept.id(),
        otherIds,
        drawer,
        entity,
        property,
        scope,
        unit,
        kept.verdict(),
        ofAll,
        rows,
        doubts,
        kept.sources(),
        newest);
  }

  /// This entry with some of its rows.
  ///
  /// @param best what the first rows are of
  /// @param most rows that are kept
  public LedgerEntry withRowsOf(List<Evidence> best, int most) {
    Map<EvidenceId, Row> byEvidence = new HashMap<>();
    rows.forEach(row -> byEvidence.put(row.evidence().id(), row));
    Set<Row> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    best.stream()
        .flatMap(one -> Stream.ofNullable(byEvidence.get(one.id())))
        .limit(most)
        .forEach(kept::add);
    return new LedgerEntry(
        id,
        otherIds,
        drawer,
        entity,
        property,
        scope,
        unit,
        verdict,
        reason,
        rows.stream().filter(kept::contains).toList(),
        doubts,
        independent,
        newest);
  }

  /// How many independent sources stand behind some rows.
  public static int voices(List<Row> rows) {
    return IndependentVoices.count(rows);
  }

  /// Whether `id` is or was this entry's.
  public boolean isKnownAs(EntryId id) {
    return id.equals(this.id) || otherIds.contains(id);
  }

  /// Each figure with the row that printed it first and those that repeat it, in the order in which
  /// they appeared. What readers marked as misread, and what is only asked or hearsay, is left out.
  public List<Telling> tellings() {
    Map<String, List<Row>> byFigure = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.isTold()) {
        byFigure.computeIfAbsent(Judgement.sameFigure(row), _ -> new ArrayList<>()).add(row);
      }
    }
    return byFigure.values().stream()
        .map(same -> new Telling(same.getFirst(), same.subList(1, same.size())))
        .toList();
  }

  /// One figure as it went from source to source.
  ///
  /// @param first the earliest row that gives it
  /// @param repeats later rows that give the same figure
  public record Telling(Row first, List<Row> repeats) {
    public Telling {
      repeats = List.copyOf(repeats);
    }
  }

  /// The rows by the time that their figures hold for: how the figure moved. Rows of which no time
  /// is known stand last.
  public List<Row> history() {
    return rows.stream()
        .sorted(
            Comparator.comparing(
                (Row row) -> row.period().last(), Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /// The two rows that show best why the entry differs.
  public Optional<Reason.Apart> dispute() {
    return reason instanceof Reason.Apart apart ? Optional.of(apart) : Optional.empty();
  }
}
