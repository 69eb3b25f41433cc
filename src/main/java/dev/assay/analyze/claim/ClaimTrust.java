package dev.assay.analyze.claim;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How far a claim must be trusted for each use of it: a table, for the reading is not as good in
/// one language as in the other. Immutable; safe for use by many threads.
public final class ClaimTrust {

  /// What a claim is used for.
  public enum Use {
    /// To show what was thought of a figure, right or wrong.
    RAW,
    /// To be told as what a text claims: what a figure measures and whose it is are right, while
    /// what exactly it counts may be in doubt.
    STATED,
    /// To be kept, and to count where another text says the same.
    CORROBORATED,
    /// To be taken over from a language model: how likely it is right by what stands around the
    /// figure.
    SECOND,
    /// To be kept, shown and set beside others.
    LEDGER,
    /// To be told to a reader who cannot check it.
    KEY_FIGURE;

    /// Whether all must be trusted that a claim says, and not property and subject alone.
    public boolean isOfAllItSays() {
      return this != STATED;
    }
  }

  private record Least(double chinese, double english) {}

  private final Map<Use, Least> least = new EnumMap<>(Use.class);

  public ClaimTrust(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("claim-trust.tsv").rows()) {
      Least trust = new Least(Double.parseDouble(row.cell(1)), Double.parseDouble(row.cell(2)));
      least.put(Use.valueOf(row.cell(0)), trust);
    }
  }

  /// The least trust of a claim of a Chinese text, or of another.
  public double least(Use use, boolean chinese) {
    Least trust = Objects.requireNonNull(least.get(use)); // each has a row
    return chinese ? trust.chinese() : trust.english();
  }
}
