package dev.assay.evaluate;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.reading.ClaimReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// How well the readings that readers judged are read today: each passage is read again, and what
/// is read of the judged figure held against the judgement.
public final class LabelScore {

  private final QuantityExtractor numbers;
  private final TagMatcher names;
  private final ClaimReader claims;

  public LabelScore(QuantityExtractor numbers, TagMatcher names, ClaimReader claims) {
    this.numbers = numbers;
    this.names = names;
    this.claims = claims;
  }

  /// The readings that were judged of one kind.
  ///
  /// @param kind `all`, a language, or a property
  /// @param right readings that a reader found right
  /// @param rightGiven of these, those that are given today
  /// @param wrong readings that a reader found wrong
  /// @param wrongGiven of these, those that are given still
  public record Line(String kind, int right, int rightGiven, int wrong, int wrongGiven) {

    /// Of what is given, the part that is right; NaN if nothing is given.
    public double precision() {
      return (double) rightGiven / (rightGiven + wrongGiven);
    }

    /// Of what is right, the part that is given; NaN if nothing is right.
    public double recall() {
      return (double) rightGiven / right;
    }
  }

  /// All labels together, then by language, then by property.
  public List<Line> of(List<ReadingLabel> labels) {
    TreeMap<String, int[]> kinds = new TreeMap<>();
    int[] all = new int[4];
    for (ReadingLabel label : labels) {
      boolean given = isGiven(label);
      boolean right = label.verdict().isRight();
      for (int[] counts :
          List.of(
              all,
              kinds.computeIfAbsent("1 " + language(label), _ -> new int[4]),
              kinds.computeIfAbsent("2 " + label.claim().property().word(), _ -> new int[4]))) {
        counts[right ? 0 : 2]++;
        counts[right ? 1 : 3] += given ? 1 : 0;
      }
    }
    List<Line> lines = new ArrayList<>(List.of(line("all", all)));
    kinds.forEach((kind, counts) -> lines.add(line(kind.substring(2), counts)));
    return lines;
  }

  private static String language(ReadingLabel label) {
    return label.language().isChinese() ? "zh" : label.language().tag();
  }

  private static Line line(String kind, int[] counts) {
    return new Line(kind, counts[0], counts[1], counts[2], counts[3]);
  }

  private boolean isGiven(ReadingLabel label) {
    TextReading text = numbers.readAlone(1, label.passage(), label.language(), label.published());
    return claims
        .read(List.of(text), label.language(), names.match("", List.of(label.passage())))
        .stream()
        .anyMatch(claim -> isSame(claim, label.claim()));
  }

  private static boolean isSame(Claim one, Claim other) {
    return one.value().span().overlaps(other.value().span())
        && one.property() == other.property()
        && (one.entity().id() == null && other.entity().id() == null
            ? one.entity().words().equals(other.entity().words())
            : Objects.equals(one.entity().id(), other.entity().id()));
  }
}
