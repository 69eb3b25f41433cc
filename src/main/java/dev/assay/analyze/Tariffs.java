package dev.assay.analyze;

import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.ClaimWord.Role;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whose tariff it is: the one who imposes it, by the sentence, else by the name of the tariff
/// (Section 301, 芬太尼关税); never the one whom it hits.
final class Tariffs {

  /// Verbs whose subject a tariff hits.
  private static final String TARGETED = "fac(e|es|ed|ing)|pay|pays|paid|subject|面临|缴纳|支付|承担|承受";

  private final Grammar grammar;
  private final Descriptions descriptions;
  private final Discourse discourse;

  Tariffs(Grammar grammar, Discourse discourse) {
    this.grammar = grammar;
    this.descriptions = new Descriptions(grammar);
    this.discourse = discourse;
  }

  /// The country or union in whose name `thing` acts; `thing` itself if it acts in nobody's.
  static @Nullable Thing government(@Nullable Thing thing) {
    if (thing == null || thing.id() == null) {
      return thing;
    }
    String id = Holders.government(thing.id());
    return id.equals(thing.id()) ? thing : new Thing(id, thing.words());
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
    Thing earlier = government(firstNotTarget(0, from));
    earlier = earlier != null ? earlier : government(carried.get());
    earlier = earlier != null ? earlier : government(imposing(from, grammar.marks.size()));
    earlier = earlier != null ? earlier : known(grammar.clause(setting.figure()));
    return earlier != null || isTargeted(setting) ? earlier : descriptions.of(setting.subject());
  }

  /// Who imposes the tariffs on the one whom the clause names, or all tariffs, by the text before.
  private @Nullable Thing known(Stretch clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      if (isGovernment(i)) {
        return discourse.imposerOn(Holders.government(((Mark.Name) grammar.at(i)).id()));
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
      Thing owner = government(firstNotTarget(setting.subject().from(), setting.subject().to()));
      if (owner != null) {
        return owner;
      }
    }
    int from = isTargeted(setting) ? setting.verb() : clause.from();
    Thing before = government(firstNotTarget(from, setting.figure()));
    return before != null ? before : government(agent(setting.figure(), clause.to()));
  }

  /// "Chinese goods face a 25 % tariff": the subject is the target.
  private boolean isTargeted(Setting setting) {
    return setting.verb() >= 0 && grammar.sentence.folded(setting.verb()).matches(TARGETED);
  }

  private @Nullable Thing firstNotTarget(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isGovernment(i) && !isTarget(i)) {
        return grammar.thing(i);
      }
    }
    return null;
  }

  /// "by the EU" behind the figure.
  private @Nullable Thing agent(int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      int next = grammar.is(i + 1, Role.DET) ? i + 2 : i + 1;
      if (grammar.is(i, Role.BY) && next < to && isGovernment(next)) {
        return grammar.thing(next);
      }
    }
    return null;
  }

  /// Whose imports they are: "on goods exported to the United States", 中国输美商品.
  private @Nullable Thing importer(Stretch clause) {
    for (int i = clause.from() + 1; i < clause.to(); i++) {
      if (isGovernment(i) && (isBehindFlow(i) || isShipped(i))) {
        return government(grammar.thing(i));
      }
    }
    return null;
  }

  /// 美 of 输美.
  private boolean isShipped(int i) {
    int start = grammar.at(i).start();
    char before = grammar.sentence.text().at(start - 1);
    return before == '输' || before == '销';
  }

  private boolean isBehindFlow(int i) {
    int to = grammar.is(i - 1, Role.DET) ? i - 2 : i - 1;
    return to > 0
        && grammar.sentence.folded(to).matches("to|into")
        && grammar.sentence.folded(to - 1).matches("imports|exports|exported|shipped|shipments");
  }

  /// The first behind the clause who imposes a tariff in a clause of its own: "..., less than the
  /// tariff that Japan levies on India".
  private @Nullable Thing imposing(int from, int to) {
    for (int i = from; i < to; i++) {
      int next = i + 1;
      boolean acts =
          next < to
              && (grammar.sentence.isPossessive(i)
                  || grammar.is(next, Role.SIDE)
                  || grammar.isVerb(next) && !grammar.is(next, Role.AUX));
      if (acts && isGovernment(i) && !isTarget(i)) {
        return grammar.thing(i);
      }
    }
    return null;
  }

  /// By the name of the tariff.
  private @Nullable Thing named(Stretch clause) {
    FoldedText text = grammar.sentence.text();
    int from = grammar.at(clause.from()).start();
    String words = text.folded(from, grammar.at(clause.to() - 1).end());
    return Holders.tariff(words)
        .map(
            found ->
                new Thing(
                    found.id(), text.original.substring(from + found.start(), from + found.end())))
        .orElse(null);
  }

  /// Whether the name is that of a country, or of one who acts for it.
  private boolean isGovernment(int i) {
    if (!(grammar.at(i) instanceof Mark.Name name)) {
      return false;
    }
    String id = Holders.government(name.id());
    return id.startsWith("country:") || id.startsWith("group:") || id.equals("region:EU");
  }

  /// Whether the name stands behind 对 or "on", or before goods.
  private boolean isTarget(int i) {
    boolean aimed =
        grammar.is(i - 1, Role.SIDE) && !grammar.sentence.folded(i - 1).equals("在")
            || grammar.is(i - 1, Role.DET) && grammar.is(i - 2, Role.SIDE);
    if (aimed) {
      return true;
    }
    if (grammar.is(i + 1, Role.LINK) && grammar.isMaterial(i + 2)) {
      return true; // 中国的汽车
    }
    int next = i + 1 < grammar.marks.size() && isShipped(i + 1) ? i + 2 : i + 1;
    String after = next < grammar.marks.size() ? grammar.sentence.folded(next) : "";
    return after.startsWith("商品")
        || after.startsWith("产品")
        || after.matches("goods|imports|products|exports|steel");
  }
}
