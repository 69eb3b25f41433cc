package dev.assay.api;

import dev.assay.api.LedgerShapes.LedgerFigure;
import dev.assay.api.TimeShapes.TimelineRow;
import dev.assay.topic.chain.ChainWords;
import dev.assay.topic.chain.Cut;
import dev.assay.topic.chain.SupplyChain;
import dev.assay.topic.time.Timeline;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON of supply chains, in the rules of [Shapes].
public final class ChainShapes {

  private ChainShapes() {}

  /// A step of the chain, the ore first.
  public record ChainStage(String id, String label) {
    static ChainStage of(SupplyChain.Stage stage) {
      return new ChainStage(stage.id(), stage.label());
    }
  }

  /// A country's share of the world at a stage.
  ///
  /// @param low what its words allow, in percent
  /// @param independent sources that agree on it
  /// @param agreed whether several do
  /// @param contested whether others contradict it
  /// @param entry of the ledger
  /// @param figure the newest of those figures
  public record ChainShare(
      String stage,
      String low,
      String high,
      int independent,
      boolean agreed,
      boolean contested,
      String entry,
      LedgerFigure figure) {
    static ChainShare of(SupplyChain.Share share, ChainWords say) {
      return new ChainShare(
          share.stage(),
          plain(share.percent().low()),
          plain(share.percent().high()),
          share.independent(),
          share.isAgreed(),
          share.contested(),
          share.entry().value(),
          LedgerFigure.of(share.row(), say.wording()));
    }
  }

  public record ChainCountry(String id, String label, List<ChainShare> shares) {
    static ChainCountry of(SupplyChain.Country country, ChainWords say) {
      return new ChainCountry(
          country.id(),
          country.label(),
          country.shares().stream().map(share -> ChainShare.of(share, say)).toList());
    }
  }

  /// Dated sentences of one kind.
  public record ChainFacts(String id, String label, List<TimelineRow> rows) {
    static ChainFacts of(SupplyChain.Facts facts) {
      return new ChainFacts(facts.id(), facts.label(), sentences(facts.rows()));
    }
  }

  private static List<TimelineRow> sentences(List<Timeline.Row> rows) {
    return rows.stream().map(TimelineRow::of).toList();
  }

  /// What a cut of one country at one stage would come to.
  ///
  /// @param least_factor how many times as much as today all others would have to make, at the
  ///   least; null if they make nothing
  /// @param most_factor at the most; null if that has no end
  /// @param lines the arithmetic in words
  /// @param beside shares of other countries at that stage
  public record ChainCut(
      ChainStage stage,
      ChainCountry country,
      int percent,
      String lost_low,
      String lost_high,
      String left_low,
      String left_high,
      @Nullable String least_factor,
      @Nullable String most_factor,
      List<String> lines,
      List<ChainCountry> beside) {
    static ChainCut of(Cut cut, ChainWords say) {
      return new ChainCut(
          ChainStage.of(cut.stage()),
          ChainCountry.of(cut.country(), say),
          cut.percent(),
          plain(cut.lost().low()),
          plain(cut.lost().high()),
          plain(cut.left().low()),
          plain(cut.left().high()),
          orNull(cut.leastFactor()),
          orNull(cut.mostFactor()),
          say.lines(cut),
          cut.beside().stream().map(one -> ChainCountry.of(one, say)).toList());
    }
  }

  /// A supply chain.
  ///
  /// @param dates sentences on days that were still to come
  /// @param gaps what no source says, in words
  /// @param others what other chains are of: ask with one of them as topic
  /// @param cut what was asked for; null if nothing was, or if it has no figure
  public record Chain(
      String material,
      List<ChainStage> stages,
      List<ChainCountry> countries,
      List<ChainFacts> facts,
      List<TimelineRow> dates,
      List<String> gaps,
      List<String> others,
      @Nullable ChainCut cut) {
    public static Chain of(SupplyChain chain, @Nullable Cut cut, ChainWords say) {
      return new Chain(
          chain.material(),
          chain.stages().stream().map(ChainStage::of).toList(),
          chain.countries().stream().map(country -> ChainCountry.of(country, say)).toList(),
          chain.facts().stream().map(ChainFacts::of).toList(),
          sentences(chain.dates()),
          chain.gaps(),
          chain.others(),
          cut == null ? null : ChainCut.of(cut, say));
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable String orNull(@Nullable BigDecimal number) {
    return number == null ? null : plain(number);
  }
}
