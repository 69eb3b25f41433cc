package dev.assay.evaluate;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Agreement;
import dev.assay.brief.claim.ModelReading;
import dev.assay.cite.Citation;
import dev.assay.ledger.Wording;
import dev.assay.store.StoredClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What two readers made of the figures of one article: the one by rules and weights, and a
/// language model.
///
/// @param model its name
/// @param lines the figures that either of them read, in the order of the text
/// @param refused what the model said and the article does not bear out
public record TwoReaders(String model, List<Line> lines, List<ModelReading.Refused> refused) {

  public TwoReaders {
    lines = List.copyOf(lines);
    refused = List.copyOf(refused);
  }

  /// One figure.
  ///
  /// @param written as it stands in the text
  /// @param about what it is of, in the reader's language
  /// @param trust the probability that it is read right
  /// @param agreement null if the rules alone read it
  public record Line(
      Citation figure, String written, String about, double trust, @Nullable Agreement agreement) {

    /// The word for how the two stand to each other.
    public String word() {
      return agreement == null ? "rules" : agreement.word();
    }
  }

  public static TwoReaders of(ModelReading reading, List<StoredClaim> claims, Wording say) {
    return new TwoReaders(
        reading.model(),
        claims.stream()
            .filter(claim -> !claim.claim().isAlike())
            .map(claim -> line(claim, say))
            .toList(),
        reading.refused());
  }

  private static Line line(StoredClaim stored, Wording say) {
    Claim claim = stored.claim();
    Claim.Second second = claim.reading().second();
    return new Line(
        new Citation(stored.article(), claim.paragraph(), claim.value().span()),
        stored.written(),
        say.title(claim),
        claim.reading().trust(),
        second == null ? null : second.agreement());
  }

  /// How many figures both read alike.
  public long alike() {
    return lines.stream().filter(line -> line.agreement() == Agreement.AGREES).count();
  }
}
