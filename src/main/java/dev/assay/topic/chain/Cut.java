package dev.assay.topic.chain;

import dev.assay.topic.chain.SupplyChain.Country;
import dev.assay.topic.chain.SupplyChain.Percent;
import dev.assay.topic.chain.SupplyChain.Share;
import dev.assay.topic.chain.SupplyChain.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What it would come to if a country made less at a stage: its share of the world, and what all
/// others would have to make. Nothing but the figures of the chain goes in.
///
/// @param percent how much less the country makes, 1 to 100
/// @param lost of the world's output at that stage
/// @param left of it
/// @param others what all other countries make of it today
/// @param leastFactor how many times as much as today the others would have to make, at the least;
///   null if they make nothing
/// @param mostFactor at the most; null if that has no end
/// @param beside other countries with a figure at that stage
public record Cut(
    Country country,
    Stage stage,
    Share share,
    int percent,
    Percent lost,
    Percent left,
    Percent others,
    @Nullable BigDecimal leastFactor,
    @Nullable BigDecimal mostFactor,
    List<Country> beside) {

  public Cut {
    beside = List.copyOf(beside);
  }

  /// The cut of `country` at `stage`; empty if the chain has no figure for it.
  ///
  /// @param country as [SupplyChain#country] takes it
  /// @throws IllegalArgumentException if `percent` is not 1 to 100
  public static Optional<Cut> of(SupplyChain chain, String country, String stage, int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a cut must be 1 to 100 percent, got " + percent);
    }
    Optional<Country> found = chain.country(country);
    Optional<Stage> step =
        chain.stages().stream().filter(one -> one.id().equals(stage)).findFirst();
    return found
        .flatMap(one -> one.at(stage))
        .map(share -> of(chain, found.orElseThrow(), step.orElseThrow(), share, percent));
  }

  private static Cut of(SupplyChain chain, Country country, Stage stage, Share share, int percent) {
    Percent own = share.percent();
    Percent lost = own.times(percent);
    Percent others = own.rest();
    return new Cut(
        country,
        stage,
        share,
        percent,
        lost,
        lost.rest(),
        others,
        factor(lost.low(), others.high()),
        factor(lost.high(), others.low()),
        chain.at(stage.id()).stream().filter(one -> !one.equals(country)).toList());
  }

  /// Others that make `today` and make up for `lost`: how many times as much as today.
  private static @Nullable BigDecimal factor(BigDecimal lost, BigDecimal today) {
    return today.signum() == 0 ? null : today.add(lost).divide(today, 1, RoundingMode.HALF_UP);
  }
}
