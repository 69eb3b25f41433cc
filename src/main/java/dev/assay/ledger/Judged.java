package dev.assay.ledger;

import dev.assay.ledger.Judgement.Line;
import dev.assay.ledger.Ledger.Filing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was judged of the claims of a drawer, so that what comes again is not judged again: told
/// moment by moment, a drawer has nearly the same claims each time. What a ledger says does not
/// depend on it. Evidence is known again as the very same object. Not for use by several threads.
public final class Judged {

  private final IdentityHashMap<Evidence, Optional<Filed>> filed = new IdentityHashMap<>();
  private final Map<EntryId, OfEntry> entries = new HashMap<>();
  private @Nullable Scopes grouped;
  private List<Group> groups = List.of();

  /// A claim by itself.
  ///
  /// @param evidence with its mood as a part of its scope
  /// @param text one text for all that say the same in copies of one text
  record Filed(Evidence evidence, String drawer, Scope scope, String text) {
    static final Comparator<Filed> BY_TIME =
        Comparator.comparing(Filed::evidence, Evidence.BY_TIME);
  }

  /// The scopes of a drawer, by which they are grouped.
  ///
  /// @param all how many there are
  record Scopes(String drawer, List<Scope> trusted, List<Scope> asked, int all) {}

  /// The scopes of an entry, and those beside it.
  record Group(List<EntryId> ids, List<Scope> scopes, List<Scope> beside) {}

  /// A claim as it was filed; empty if it stands in no entry.
  Optional<Filed> filed(Evidence evidence, Function<Evidence, Optional<Filed>> file) {
    return filed.computeIfAbsent(evidence, file);
  }

  List<Group> groups(Scopes scopes, Supplier<List<Group>> align) {
    if (!scopes.equals(grouped)) {
      groups = align.get();
      grouped = scopes;
    }
    return groups;
  }

  /// The entry that the claims come to.
  LedgerEntry entry(Filing filing, Corrections corrections, LedgerRules rules) {
    OfEntry before = entries.computeIfAbsent(filing.ids().getFirst(), _ -> new OfEntry());
    if (before.made == null
        || !filing.equals(before.filing)
        || !corrections.equals(before.corrections)) {
      before.made = new Judgement(filing, rules, before).entry(corrections);
      before.filing = filing;
      before.corrections = corrections;
    }
    return before.made;
  }

  /// What was judged of one entry.
  static final class OfEntry {
    private @Nullable Filing filing;
    private @Nullable Corrections corrections;
    private @Nullable LedgerEntry made;
    private String unit = "";
    private Map<String, Line> lines = Map.of();
    private @Nullable Comparisons comparisons;

    /// Its lines, by what each is made of; none if they were in another unit.
    Map<String, Line> lines(String unit) {
      return unit.equals(this.unit) ? lines : Map.of();
    }

    /// Its weights against each other; null if nothing was judged.
    @Nullable Comparisons comparisons() {
      return comparisons;
    }

    void keep(String unit, Map<String, Line> lines, Comparisons comparisons) {
      this.unit = unit;
      this.lines = lines;
      this.comparisons = comparisons;
    }
  }
}
