package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.name.Thing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why two figures of one entry are not compared.
sealed interface Mismatch {

  /// Both state a part of the scope, and not the same.
  record OtherScope(Facet facet, List<Claim.Part> mine, List<Claim.Part> theirs)
      implements Mismatch {
    public OtherScope {
      mine = List.copyOf(mine);
      theirs = List.copyOf(theirs);
    }
  }

  /// They are of different times.
  record OtherTime(Period mine, Period theirs) implements Mismatch {}

  /// Currencies are never converted: their rate is no fact of the text.
  record OtherCurrency(String mine, String theirs) implements Mismatch {}

  /// Units that cannot be converted into each other.
  record OtherUnit(String mine, String theirs) implements Mismatch {}

  /// One does not say exactly what it is a figure of.
  record ScopeUnsaid() implements Mismatch {}

  /// One does not say for what time it holds, and its property is told by the month as often as by
  /// the year.
  record TimeUnsaid() implements Mismatch {}

  /// Of one nobody knows the time, neither by its text nor by its day of publication.
  record Undated() implements Mismatch {}

  /// One does not say since when, or against what, something rose or fell.
  record BaseUnsaid() implements Mismatch {}

  /// One leaves something out of the whole: "excluding China".
  record PartLeftOut() implements Mismatch {}

  /// The text says that it was so once, and not when.
  record LongPast() implements Mismatch {}

  /// One sentence gives several figures, and not in words that the ledger reads what each is of.
  record OneSentence() implements Mismatch {}

  /// The text only asks whether it is so.
  record Asked() implements Mismatch {}

  /// The text repeats it of others, whom it does not name.
  record Rumour() implements Mismatch {}

  /// The text says that this is not so.
  ///
  /// @param speaker who denies it, if the text says
  record Denied(@Nullable Thing speaker) implements Mismatch {}
}
