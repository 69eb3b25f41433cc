package dev.assay.brief.extract;

import dev.assay.article.Language;
import dev.assay.brief.extract.Token.Role;
import dev.assay.cite.Span;
import dev.assay.lexicon.Ends;
import dev.assay.lexicon.HanScript;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides whether a sentence can be taken out of its text, and how much of it.
///
/// Only an opening connective with its comma is ever taken away. A sentence that points back, asks,
/// breaks off, or says too little or too much is left out.
public final class Standalone {

  private static final String TRAILING = "”’」』）)】]\"'";
  private static final String LEADING = "“‘「『《〈$€£¥￥\"'";
  private static final String QUOTES = "“「\"";
  private static final String QUOTES_END = "”」\"";
  private static final String COMMAS = ",，、:：";

  /// What is left of a sentence's worth for each thing that makes it weak.
  private static final double WEAK = 0.6;

  /// What is left if it points to something that is not shown.
  private static final double POINTS = 0.3;

  /// What is left of a commitment, a greeting or a wish without a figure.
  private static final double HOLLOW = 0.4;

  private static final String POINTERS = "该这那";

  private static final int NEAR_HEAD = 8;

  private static final String DASHES = "—–";

  /// A heading in title case keeps shorter words small.
  private static final int LONG_WORD = 4;

  /// One in so many characters of a Chinese sentence is Chinese at least.
  private static final int FEWEST_HAN = 4;

  private static final Pattern IN_BRACKETS = Pattern.compile("[(（][^)）]*[)）]");

  /// An English sentence of fewer words needs a verb that we know.
  private static final int SHORT = 14;

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private final ParagraphWords words;
  private final Tongue tongue;
  private final int from;
  private final int to;

  private Standalone(ParagraphWords words, Span sentence, Tongue tongue) {
    this.words = words;
    this.tongue = tongue;
    this.from = words.indexAt(sentence.start());
    this.to = words.indexAt(sentence.end());
  }

  /// What stands on its own.
  ///
  /// @param fitness 1, or less where another sentence should be preferred
  /// @param refersTo the noun at its head that was told before (`The loan`); empty if there is none
  record Stand(Span span, double fitness, String refersTo) {}

  /// Whether a sentence, given alone, tells something without its text, however short it is: it
  /// begins with no word for something said before, and speaks neither to its reader nor of its own
  /// text.
  public static boolean stands(String sentence, Language language) {
    Tongue tongue = Tongue.of(language);
    Standalone standing =
        new Standalone(tongue.cutter().of(sentence), new Span(0, sentence.length()), tongue);
    return !tongue.saysNothing(tongue.folded(sentence)) && standing.afterOpenings() >= 0;
  }

  /// The part of `sentence` that stands on its own; empty if none does.
  static Optional<Stand> of(ParagraphWords words, Span sentence, Tongue tongue) {
    return new Standalone(words, sentence, tongue).stand(sentence);
  }

  /// `sentence` as it stands directly behind the one that it points to; empty if it asks, breaks
  /// off, or says nothing.
  static Optional<Stand> behind(ParagraphWords words, Span sentence, Tongue tongue) {
    Standalone standing = new Standalone(words, sentence, tongue);
    boolean follows =
        tongue.openings().of(words, standing.from, standing.to).rule() != Openings.Rule.DROP
            && standing.isWhole(sentence)
            && !standing.isFragment(standing.from)
            && !standing.repairsItself(standing.from);
    return follows
        ? Optional.of(
            new Stand(
                sentence,
                standing.worth(standing.from, sentence),
                new Pointing(words, tongue, standing.from, standing.to).refersTo().orElse("")))
        : Optional.empty();
  }

  private Optional<Stand> stand(Span sentence) {
    if (!isWhole(sentence)) {
      return Optional.empty();
    }
    int begin = afterOpenings();
    if (begin < 0
        || tongue.units(words, begin, to) < tongue.fewest()
        || tongue.isChinese() && isForeign(sentence)
        || new Pointing(words, tongue, begin, to).hasStrayPronoun()
        || isFragment(begin)
        || repairsItself(begin)) {
      return Optional.empty();
    }
    int start = begin == from ? sentence.start() : start(begin);
    Pointing pointing = new Pointing(words, tongue, begin, to);
    boolean goesOn =
        goesOn(begin) || tongue.openings().of(words, begin, to).rule() == Openings.Rule.WEAK;
    double fitness =
        worth(begin, sentence) * (goesOn ? WEAK : 1) * (pointing.isStray() ? POINTS : 1);
    return Optional.of(
        new Stand(new Span(start, sentence.end()), fitness, pointing.refersTo().orElse("")));
  }

  private boolean isWhole(Span sentence) {
    String text = words.text();
    return endsWhole(text, sentence)
        && beginsWhole(text.charAt(sentence.start()))
        && !isAllQuote(text, sentence)
        && !isItemOfSeries(text, sentence)
        && tongue.units(words, from, to) <= tongue.most()
        && !tongue.saysNothing(tongue.folded(sentence.in(text)));
  }

  /// An English sentence in a Chinese text.
  private boolean isForeign(Span sentence) {
    String text = IN_BRACKETS.matcher(sentence.in(words.text())).replaceAll("");
    return text.chars().filter(c -> HanScript.isHan((char) c)).count() * FEWEST_HAN < text.length();
  }

  /// Where the token at `index` begins, with the quotation mark before it.
  private int start(int index) {
    boolean opens =
        words.token(index).role() != Role.BREAK
            || LEADING.indexOf(words.text().charAt(words.token(index).start())) >= 0;
    return opens || index + 1 >= to ? words.token(index).start() : start(index + 1);
  }

  private static boolean endsWhole(String text, Span sentence) {
    int last = sentence.end() - 1;
    while (last > sentence.start() && TRAILING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return Ends.OF_BULLET.indexOf(text.charAt(last)) >= 0 && !endsWithItem(text, sentence, last);
  }

  /// `will work together to: 1.`
  private static boolean endsWithItem(String text, Span sentence, int last) {
    int i = last - 1;
    while (i > sentence.start() && Character.isDigit(text.charAt(i))) {
      i--;
    }
    return i < last - 1
        && i > sentence.start()
        && text.substring(sentence.start(), i).endsWith(":");
  }

  /// Somebody's words, and nobody to say whose.
  private static boolean isAllQuote(String text, Span sentence) {
    int quote = QUOTES.indexOf(text.charAt(sentence.start()));
    if (quote < 0) {
      return false;
    }
    int close = text.indexOf(QUOTES_END.charAt(quote), sentence.start() + 1);
    return close < 0 || close >= sentence.end() - 2;
  }

  /// `第三点：`, `第二个原因是`: the others of its series are missing.
  private static boolean isItemOfSeries(String text, Span sentence) {
    int i = sentence.start();
    if (text.charAt(i) != '第') {
      return false;
    }
    i++;
    while (i < sentence.end()
        && (Character.isDigit(text.charAt(i)) || "一二三四五六七八九十".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i > sentence.start() + 1
        && i < sentence.end()
        && "个個条條点點种種项項类類大，：:、是呢也".indexOf(text.charAt(i)) >= 0;
  }

  private boolean beginsWhole(char first) {
    return Character.isDigit(first)
        || Character.isLetter(first) && (tongue.isChinese() || !Character.isLowerCase(first))
        || LEADING.indexOf(first) >= 0;
  }

  /// Index of the first token to keep, or -1 if the sentence must be left out.
  private int afterOpenings() {
    int begin = from;
    while (begin < to) {
      Openings.Opening opening = tongue.openings().of(words, begin, to);
      boolean comma = opening.end() < to && isComma(opening.end());
      int after = comma ? opening.end() + 1 : opening.end();
      switch (opening.rule()) {
        case DROP, BEHIND -> {
          return -1;
        }
        case KEEP, WEAK -> {
          return pointsAtSomething(begin) ? -1 : begin;
        }
        case COMMA -> {
          if (!comma) {
            return -1;
          }
          begin = after;
        }
        case COMMA_OR_KEEP -> {
          if (!comma) {
            return begin;
          }
          begin = after;
        }
        case STRIP -> begin = after;
      }
    }
    return -1;
  }

  /// 该市, 这家公司: something that was named before.
  private boolean pointsAtSomething(int begin) {
    return tongue.isChinese() && POINTERS.indexOf(words.written(begin).charAt(0)) >= 0;
  }

  private boolean isComma(int index) {
    return COMMAS.indexOf(words.text().charAt(words.token(index).start())) >= 0;
  }

  private boolean hasPredicate(int begin) {
    for (int i = begin; i < to; i++) {
      Role role = words.token(i).role();
      if (role == Role.VERB
          || role == Role.ACTION
          || tongue.openings().is(Openings.Mark.PREDICATE, words.written(i))) {
        return true;
      }
    }
    return false;
  }

  /// Without a verb, or an item of a list that hangs on words before it, "to build ..." or
  /// "building ...".
  private boolean isFragment(int begin) {
    if (tongue.isChinese()) {
      return !hasPredicate(begin) || endsWithReport();
    }
    String first = words.written(begin);
    return !isFinite(begin)
        || to - begin < SHORT && isInTitleCase(begin)
        || first.equals("to") && !hasComma(begin)
        || first.endsWith("ing") && (!opensAdverbial(begin) || isInTitleCase(begin, begin + 6))
        || hasNoSubject(begin, first)
        || isOrder(begin)
        || isCalled(begin)
        || isRunTogether(begin);
  }

  /// `Following the talks, Norland closed ...`: behind the first comma a subject begins.
  private boolean opensAdverbial(int begin) {
    for (int i = begin + 1; i + 1 < to; i++) {
      if (isComma(i)) {
        String next = words.written(i + 1);
        boolean subject =
            words.token(i + 1).role() == Role.NAME
                || !next.equals("a")
                    && !next.equals("an")
                    && tongue.openings().is(Openings.Mark.ARTICLE, next);
        return subject && isFinite(i + 1);
      }
    }
    return false;
  }

  /// An order (`Invest in ...`, `Effectively end ...`) or a predicate alone; not what a participle
  /// opens before a comma.
  private boolean hasNoSubject(int begin, String first) {
    boolean manner = first.endsWith("ly") && begin + 1 < to;
    if (manner && words.token(begin + 1).role() == Role.VERB) {
      return !words.written(begin + 1).endsWith("ed") && !words.written(begin + 1).endsWith("ing");
    }
    boolean verb =
        words.token(begin).role() == Role.VERB && !first.endsWith("ing") && !isName(begin);
    return verb && !(hasComma(begin) && (first.endsWith("ed") || isBefore(begin, "by")));
  }

  /// `Drive the development of ...`: a noun never stands before an article, so this is a verb.
  private boolean isOrder(int begin) {
    Role role = words.token(begin).role();
    return (role == Role.NOUN || role == Role.GENERAL)
        && begin + 1 < to
        && tongue.openings().is(Openings.Mark.ARTICLE, words.written(begin + 1));
  }

  /// `Agriculture In support of ...`: a heading that was set into the line before its sentence.
  private boolean isRunTogether(int begin) {
    for (int i = begin + 1; i < Math.min(to, begin + NEAR_HEAD); i++) {
      Token token = words.token(i);
      if (words.token(i - 1).role() == Role.BREAK) {
        return false;
      }
      if (tongue.openings().is(Openings.Mark.ADVERBIAL, words.written(i))
          && Character.isUpperCase(words.text().charAt(token.start()))) {
        return true;
      }
    }
    return false;
  }

  /// `Maria, we have no doubt ...`: somebody is spoken to.
  private boolean isCalled(int begin) {
    return begin + 2 < to
        && isComma(begin + 1)
        && (tongue.openings().is(Openings.Mark.TALKER, words.written(begin + 2))
            || words.written(begin + 2).equals("it"));
  }

  private boolean isBefore(int index, String next) {
    return index + 1 < to && words.written(index + 1).equals(next);
  }

  private boolean isName(int index) {
    return index + 1 < to && words.token(index + 1).role() == Role.VERB;
  }

  /// `对此，有投资者表示。`: what was said is missing.
  private boolean endsWithReport() {
    int last = to - 1;
    while (last > from && words.token(last).role() == Role.BREAK) {
      last--;
    }
    return tongue.isReport(words.written(last));
  }

  private boolean hasComma(int begin) {
    for (int i = begin; i < to; i++) {
      if (isComma(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFinite(int begin) {
    for (int i = begin; i < to; i++) {
      boolean verb =
          words.token(i).role() == Role.VERB
              && !words.written(i).endsWith("ing")
              && !(i > from && words.written(i - 1).equals("to"))
              && !(i > begin && ARTICLES.contains(words.written(i - 1)));
      if (verb || tongue.openings().is(Openings.Mark.FINITE, words.written(i))) {
        return true;
      }
    }
    return false;
  }

  /// What the sentence is worth where nothing before it is missing.
  private double worth(int begin, Span sentence) {
    double fitness = 1;
    if (has(Openings.Mark.TALKER, begin)) {
      fitness *= has(Openings.Mark.ADDRESSED, begin) ? WEAK * WEAK * WEAK : WEAK;
    }
    if (!hasNumber(begin) && tongue.isHollow(tongue.folded(sentence.in(words.text())))) {
      fitness *= HOLLOW;
    }
    if (tongue.isChinese()
        ? beginsWithVerb(begin)
        : !isFinite(begin) || isInTitleCase(begin) || words.written(begin).endsWith("ing")) {
      fitness *= WEAK;
    }
    return fitness;
  }

  /// `DFC's support will also`, 中方还暂停: something was said before.
  private boolean goesOn(int begin) {
    for (int i = begin; i < Math.min(to, begin + NEAR_HEAD) && !isComma(i); i++) {
      if (tongue.openings().is(Openings.Mark.FURTHER, words.written(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNumber(int begin) {
    for (int i = begin; i < to; i++) {
      if (words.token(i).role() == Role.NUMBER
          && Character.isDigit(words.text().charAt(words.token(i).start()))) {
        return true;
      }
    }
    return false;
  }

  /// A Chinese sentence without a subject.
  private boolean beginsWithVerb(int begin) {
    Role role = words.token(begin).role();
    return (role == Role.VERB || role == Role.ACTION) && !isBefore(begin, "的");
  }

  /// `will also — also`, `Min- — Min`, `There are — there have been`: speech that breaks off at a
  /// dash and begins again.
  private boolean repairsItself(int begin) {
    for (int i = begin + 1; !tongue.isChinese() && i + 1 < to; i++) {
      if (DASHES.indexOf(words.text().charAt(words.token(i).start())) >= 0
          && isRepaired(begin, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRepaired(int begin, int dash) {
    String next = words.written(dash + 1);
    String last = words.written(dash - 1);
    boolean breaksOff =
        words.text().charAt(words.token(dash).start() - 1) == '-' || last.equals("-");
    boolean startsAgain = next.equals(last) || next.equals(words.written(begin));
    boolean sameAgain = last.length() > LONG_WORD && isNear(last, dash + 1);
    boolean hesitates = dash == begin + 1 && words.token(begin).role() == Role.FUNCTION;
    return breaksOff || hesitates || startsAgain || sameAgain || repeatsTwoWords(begin, dash);
  }

  private boolean isNear(String word, int index) {
    for (int i = index; i < Math.min(to, index + 3); i++) {
      if (words.written(i).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean repeatsTwoWords(int begin, int dash) {
    for (int i = Math.max(begin, dash - NEAR_HEAD); dash + 2 < to && i + 1 < dash; i++) {
      if (words.written(i).equals(words.written(dash + 1))
          && words.written(i + 1).equals(words.written(dash + 2))) {
        return true;
      }
    }
    return false;
  }

  private boolean has(Openings.Mark wanted, int begin) {
    for (int i = begin; i < to; i++) {
      String word = words.written(i);
      int apostrophe = word.indexOf('\'');
      if (tongue.openings().is(wanted, apostrophe < 0 ? word : word.substring(0, apostrophe))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInTitleCase(int begin) {
    return isInTitleCase(begin, to);
  }

  /// Most words begin with a capital: a heading that was set as a sentence, or before one.
  private boolean isInTitleCase(int begin, int end) {
    int capitals = 0;
    int counted = 0;
    for (int i = begin; i < Math.min(end, to); i++) {
      char first = words.text().charAt(words.token(i).start());
      boolean grammar = words.token(i).end() - words.token(i).start() < LONG_WORD;
      if (Character.isLetter(first) && !(grammar && Character.isLowerCase(first))) {
        counted++;
        capitals += Character.isUpperCase(first) ? 1 : 0;
      }
    }
    return capitals > 0.6 * counted;
  }
}
