package dev.assay.analyze.claim;

import dev.assay.analyze.quantity.Property;
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
    KEY_FIGURE
  }

  private record Least(double chinese, double english) {}

  private final Map<Use, Least> least = new EnumMap<>(Use.class);
  private final Map<Use, Map<Property, Least>> ofProperty = new EnumMap<>(Use.class);

  public ClaimTrust(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("claim-trust.tsv").rows()) {
      Least trust = new Least(Double.parseDouble(row.cell(1)), Double.parseDouble(row.cell(2)));
      String[] use = row.cell(0).split("/");
      if (use.length == 1) {
        least.put(Use.valueOf(use[0]), trust);
      } else {
        ofProperty
            .computeIfAbsent(Use.valueOf(use[0]), _ -> new EnumMap<>(Property.class))
            .put(Property.of(use[1]), trust);
      }
    }
  }

  /// The least trust of a claim of a Chinese text, or of another.
  public double least(Use use, boolean chinese) {
    return of(Objects.requireNonNull(least.get(use)), chinese); // each has a row
  }

  /// The same of a claim of one property: rows of some properties are wrong more often than their
  /// trust says, those of others less.
  public double least(Use use, boolean chinese, Property property) {
    Least own = ofProperty.getOrDefault(use, Map.of()).get(property);
    return own == null ? least(use, chinese) : of(own, chinese);
  }

  /// The least trust of a claim of any property.
  double lowest(Use use, boolean chinese) {
    return ofProperty.getOrDefault(use, Map.of()).values().stream()
        .mapToDouble(own -> of(own, chinese))
        .reduce(least(use, chinese), Math::min);
  }

  private static double of(Least trust, boolean chinese) {
    return chinese ? trust.chinese() : trust.english();
  }
}
