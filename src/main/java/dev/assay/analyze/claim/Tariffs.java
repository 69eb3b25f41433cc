package dev.assay.analyze.claim;

import dev.assay.analyze.name.Thing;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whose tariff it is: the one who imposes it, by the sentence, else by the name of the tariff
/// (Section 301, 芬太尼关税); never the one whom it hits.
final class Tariffs {

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final Descriptions descriptions;
  private final Discourse discourse;

  Tariffs(Grammar grammar, Discourse discourse) {
    this.grammar = grammar;
    this.sentence = grammar.sentence;
    this.descriptions = new Descriptions(grammar);
    this.discourse = discourse;
  }

  /// Who imposes the tariff of the figure.
  ///
  /// @param carried the subject of a clause or sentence before
  @Nullable Thing imposer(Setting setting, Supplier<@Nullable Thing> carried) {
    Thing stated = stated(setting);
    stated = stated != null ? stated : named(grammar.clause(setting.figure()));
    if (stated != null) {
      return stated;
    }
    int from = grammar.clause(setting.figure()).from();
    Thing earlier = sentence.lexicon().holders().government(firstNotTarget(0, from));
    earlier = earlier != null ? earlier : sentence.lexicon().holders().government(carried.get());
    earlier =
        earlier != null
            ? earlier
            : sentence.lexicon().holders().government(imposing(from, sentence.size()));
    earlier = earlier != null ? earlier : known(grammar.clause(setting.figure()));
    return earlier != null || isTargeted(setting) ? earlier : descriptions.of(setting.subject());
  }

  /// Who imposes the tariffs on the one whom the clause names, or all tariffs, by the text before.
  private @Nullable Thing known(Stretch clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (isGovernment(i)) {
        return discourse.imposerOn(sentence.lexicon().holders().government(sentence.id(i)));
      }
    }
    return discourse.imposerOn("");
  }

  /// Who imposes it by its own clause.
  private @Nullable Thing stated(Setting setting) {
    Stretch clause = grammar.clause(setting.figure());
    Thing importer = importer(clause);
    if (importer != null) {
      return importer;
    }
    if (!isTargeted(setting)) {
      Thing owner =
          sentence
              .lexicon()
              .holders()
              .government(firstNotTarget(setting.subject().from(), setting.subject().to()));
      if (owner != null) {
        return owner;
      }
    }
    int from = isTargeted(setting) ? setting.verb() : clause.from();
    Thing before = sentence.lexicon().holders().government(firstNotTarget(from, setting.figure()));
    return before != null
        ? before
        : sentence.lexicon().holders().government(agent(setting.figure(), clause.to()));
  }

  /// "Chinese goods face a 25 % tariff": the subject is the target.
  private boolean isTargeted(Setting setting) {
    return sentence.is(setting.verb(), Cue.BURDENED);
  }

  private @Nullable Thing firstNotTarget(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isGovernment(i) && !isTarget(i)) {
        return sentence.thing(i);
      }
    }
    return null;
  }

  /// "by the EU" behind the figure.
  private @Nullable Thing agent(int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      int next = sentence.is(i + 1, Role.DET) ? i + 2 : i + 1;
      if (sentence.is(i, Role.BY) && next < to && isGovernment(next)) {
        return sentence.thing(next);
      }
    }
    return null;
  }

  /// Whose imports they are: "on goods exported to the United States", 中国输美商品.
  private @Nullable Thing importer(Stretch clause) {
    for (int i = clause.from() + 1; i < clause.to(); i++) {
      if (isGovernment(i) && (isBehindFlow(i) || isShipped(i))) {
        return sentence.lexicon().holders().government(sentence.thing(i));
      }
    }
    return null;
  }

  /// 美 of 输美.
  private boolean isShipped(int i) {
    int start = sentence.at(i).start();
    char before = sentence.text().at(start - 1);
    return before == '输' || before == '销';
  }

  private boolean isBehindFlow(int i) {
    int to = sentence.is(i - 1, Role.DET) ? i - 2 : i - 1;
    return to > 0 && sentence.folded(to).matches("to|into") && sentence.is(to - 1, Cue.SHIPPING);
  }

  /// The first behind the clause who imposes a tariff in a clause of its own: "..., less than the
  /// tariff that Japan levies on India".
  private @Nullable Thing imposing(int from, int to) {
    for (int i = from; i < to; i++) {
      int next = i + 1;
      boolean acts =
          next < to
              && (sentence.isPossessive(i)
                  || sentence.is(next, Role.SIDE)
                  || grammar.isVerb(next) && !sentence.is(next, Role.AUX));
      if (acts && isGovernment(i) && !isTarget(i)) {
        return sentence.thing(i);
      }
    }
    return null;
  }

  /// By the name of the tariff.
  private @Nullable Thing named(Stretch clause) {
    FoldedText text = sentence.text();
    int from = sentence.at(clause.from()).start();
    String words = text.folded(from, sentence.at(clause.to() - 1).end());
    return sentence
        .lexicon()
        .holders()
        .tariff(words)
        .map(
            found ->
                new Thing(
                    found.id(), text.original.substring(from + found.start(), from + found.end())))
        .orElse(null);
  }

  /// Whether the name is that of a country, or of one who acts for it.
  private boolean isGovernment(int i) {
    if (!(sentence.at(i) instanceof Mark.Name name)) {
      return false;
    }
    String id = sentence.lexicon().holders().government(name.id());
    return id.startsWith("country:") || id.startsWith("group:") || id.equals("region:EU");
  }

  /// Whether the name stands behind 对 or "on", or before goods.
  private boolean isTarget(int i) {
    boolean aimed =
        sentence.is(i - 1, Role.SIDE) && !sentence.folded(i - 1).equals("在")
            || sentence.is(i - 1, Role.DET) && sentence.is(i - 2, Role.SIDE);
    if (aimed) {
      return true;
    }
    if (sentence.is(i + 1, Role.LINK) && sentence.isMaterial(i + 2)) {
      return true; // 中国的汽车
    }
    int next = i + 1 < sentence.size() && isShipped(i + 1) ? i + 2 : i + 1;
    return next < sentence.size()
        && sentence.lexicon().words(Cue.GOODS).isAt(sentence.text(), sentence.at(next).start());
  }
}
