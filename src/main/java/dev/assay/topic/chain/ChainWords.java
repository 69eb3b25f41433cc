package dev.assay.topic.chain;

import dev.assay.article.Language;
import dev.assay.ledger.Wording;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.PhraseTable;
import dev.assay.topic.chain.SupplyChain.Country;
import dev.assay.topic.chain.SupplyChain.Facts;
import dev.assay.topic.chain.SupplyChain.Percent;
import dev.assay.topic.chain.SupplyChain.Share;
import dev.assay.topic.chain.SupplyChain.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Says of a supply chain what every face says. The words stand in
/// `lexicon/chains/chain-words.tsv`. Immutable; safe for use by many threads.
public final class ChainWords {

  private final Wording wording;
  private final PhraseTable phrases;

  private ChainWords(Wording wording, PhraseTable phrases) {
    this.wording = wording;
    this.phrases = phrases;
  }

  static ChainWords of(Names names, Language language) {
    return new ChainWords(
        Wording.of(names, language),
        PhraseTable.of(names.lexicon().table("chains/chain-words.tsv"), language));
  }

  public Wording wording() {
    return wording;
  }

  /// What stands behind a share: `independent sources agree: 3`.
  public String standing(Share share) {
    String standing =
        share.isAgreed()
            ? phrases.say("agreed", String.valueOf(share.independent()))
            : phrases.say("alone");
    return share.contested() ? standing + "; " + phrases.say("contested") : standing;
  }

  /// What a share's words allow: `90% to 100%`.
  public String range(Share share) {
    return wording.range(share.row().figure());
  }

  /// The arithmetic of a cut, a line for each step.
  public List<String> lines(Cut cut) {
    List<String> lines = new ArrayList<>();
    String own = percent(cut.share().percent());
    String others = percent(cut.others());
    String lost = percent(cut.lost());
    lines.add(figure(cut.country(), cut.stage(), cut.share()));
    lines.add(phrases.say("lost", own, percent(cut.percent()), lost, cut.stage().label()));
    lines.add(phrases.say("left", lost, percent(cut.left())));
    lines.add(phrases.say("others", own, others));
    factor(cut, others, lost, lines);
    lines.add(phrases.say("not-counted"));
    return lines;
  }

  private void factor(Cut cut, String others, String lost, List<String> lines) {
    BigDecimal least = cut.leastFactor();
    BigDecimal most = cut.mostFactor();
    if (least != null && most != null) {
      String between =
          least.compareTo(most) == 0
              ? plain(least)
              : phrases.say("range", plain(least), plain(most));
      lines.add(phrases.say("factor", between, others, lost));
    } else if (least != null) {
      lines.add(phrases.say("factor-open", plain(least), others, lost));
    }
  }

  /// A country's share in a sentence, with its figure as written.
  public String figure(Country country, Stage stage, Share share) {
    return phrases.say(
        "figure",
        country.label(),
        share.row().evidence().written().strip(),
        stage.label(),
        wording.period(share.row().period()));
  }

  String few(Stage stage, List<Country> known) {
    return known.isEmpty()
        ? phrases.say("gap.stage", stage.label())
        : phrases.say("gap.one", stage.label(), known.getFirst().label());
  }

  String alone(Country country, Stage stage) {
    return phrases.say("gap.alone", country.label(), stage.label());
  }

  String old(Country country, Stage stage, Share share) {
    return phrases.say(
        "gap.old", country.label(), stage.label(), wording.period(share.row().period()));
  }

  String noFact(Facts kind) {
    return phrases.say("gap.fact", kind.label());
  }

  String tooMuch(Stage stage, BigDecimal least) {
    return phrases.say("gap.sum", stage.label(), plain(least) + "%");
  }

  private String percent(Percent range) {
    String low = plain(range.low()) + "%";
    String high = plain(range.high()) + "%";
    return low.equals(high) ? low : phrases.say("range", low, high);
  }

  private static String percent(int percent) {
    return percent + "%";
  }

  private static String plain(BigDecimal number) {
    return number.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
