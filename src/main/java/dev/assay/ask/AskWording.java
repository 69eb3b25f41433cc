package dev.assay.ask;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.lexicon.AmountText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.PhraseTable;
import dev.assay.lexicon.Units;
import dev.assay.topic.ArticleLine;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says in Chinese or English how a question fared and why. The words stand in
/// `lexicon/ask-says.tsv`. Immutable; safe for use by many threads.
public final class AskWording {

  /// A number as it stands in a cell of a table whose head tells the unit.
  private static final Pattern BARE = Pattern.compile("[\\d.,\\s]+");

  private static final Set<String> NO_UNITS = Set.of(Units.COUNT.code(), Units.RANK.code());

  private final PhraseTable phrases;
  private final AmountText amounts;

  private AskWording(PhraseTable phrases, AmountText amounts) {
    this.phrases = phrases;
    this.amounts = amounts;
  }

  /// The wording for readers of `language`: Chinese, or else English.
  static AskWording of(Lexicon lexicon, Language language) {
    return new AskWording(
        PhraseTable.of(lexicon.table("ask-says.tsv"), language), new AmountText(language));
  }

  public String state(Answer.State state) {
    return phrases.say("state." + state.word());
  }

  /// A sentence that says why the answer is as it is; empty if there is nothing to say.
  public String reason(Answer answer) {
    if (answer.reason() == null) {
      return "";
    }
    String missing = String.join(phrases.say("list.comma"), answer.missing());
    return phrases.say(
        "reason." + answer.reason().word(), missing, String.valueOf(Ask.LONGEST_QUESTION));
  }

  /// A sentence that says which sources contradict each other; empty if none do.
  public String disagreement(Answer answer) {
    Answer.Disagreement apart = answer.disagreement();
    return apart == null
        ? ""
        : phrases.say(
            apart.entry() == null ? "disagreement.event" : "disagreement",
            side(answer, apart.one(), apart.oneArticle()),
            side(answer, apart.other(), apart.otherArticle()));
  }

  /// The source's words, and who says so if that is known.
  private String side(Answer answer, String words, @Nullable ArticleId article) {
    return Optional.ofNullable(article)
        .flatMap(answer::article)
        .map(ArticleLine::outlet)
        .filter(outlet -> !outlet.isEmpty())
        .map(outlet -> phrases.say("disagreement.side", words, outlet))
        .orElseGet(() -> phrases.say("disagreement.words", words));
  }

  /// A figure in the words of its source, a bare number with its unit: `62 ($62 per kilogram)`.
  public String figure(Answer.Figure figure) {
    String low = figure.low();
    boolean told =
        low == null
            || !low.equals(figure.high())
            || NO_UNITS.contains(figure.unit())
            || !BARE.matcher(figure.written()).matches();
    return told
        ? figure.written()
        : phrases.say(
            "figure", figure.written(), amounts.amount(new BigDecimal(low), figure.unit()));
  }
}
