package dev.assay.brief;

import dev.assay.brief.Token.Role;
import dev.assay.cite.Span;
import java.util.Optional;
import java.util.Set;

/// Decides whether a sentence can be taken out of its text, and how much of it.
///
/// Only an opening connective with its comma is ever taken away. A sentence that points back, asks,
/// breaks off, or says too little or too much is left out.
final class Standing {

  private static final String SENTENCE_ENDS = ".。!！…；;";
  private static final String TRAILING = "”’」』）)】]\"'";
  private static final String LEADING = "“‘「『《〈$€£¥￥\"'";
  private static final String QUOTES = "“「\"";
  private static final String QUOTES_END = "”」\"";
  private static final String COMMAS = ",，、:：";

  /// What is left of a sentence's worth for each thing that makes it weak.
  private static final double WEAK = 0.6;

  /// What is left if it points to something that is not shown.
  private static final double POINTS = 0.3;

  /// Third person: somebody must have been named before.
  private static final Set<String> PERSONS =
      Set.of(
          "he", "she", "him", "his", "her", "hers", "they", "them", "their", "他", "她", "他们", "她们");

  private static final String POINTERS = "该这那";

  private static final String DEMONSTRATIVES = "该此这其他她它";

  private static final Set<String> DEMONSTRATIVE_WORDS = Set.of("this", "these", "those", "such");

  private static final int NEAR_HEAD = 8;

  /// A heading in title case keeps shorter words small.
  private static final int LONG_WORD = 4;

  private static final Set<String> SPEAKERS =
      Set.of("i", "we", "you", "my", "our", "us", "your", "我", "我们", "你", "你们", "咱们", "您", "大家");

  /// An English sentence of fewer words needs a verb that we know.
  private static final int SHORT = 14;

  private static final Set<String> ADDRESSED = Set.of("you", "your", "你", "你们", "您");

  /// Chinese words that make a predicate and are listed as grammar.
  private static final Set<String> PREDICATES =
      Set.of("是", "有", "没有", "为", "无", "能", "能够", "可以", "会", "达", "在", "不", "需要");

  private static final Set<String> FINITE =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
          "might", "must", "should", "shall", "do", "does", "did", "isn't", "aren't", "wasn't",
          "weren't", "hasn't", "haven't", "won't", "can't", "cannot", "doesn't", "don't", "didn't");

  private final Words words;
  private final Tongue tongue;
  private final int from;
  private final int to;

  private Standing(Words words, Span sentence, Tongue tongue) {
    this.words = words;
    this.tongue = tongue;
    this.from = words.indexAt(sentence.start());
    this.to = words.indexAt(sentence.end());
  }

  /// What stands on its own.
  ///
  /// @param fitness 1, or less where another sentence should be preferred
  record Stand(Span span, double fitness) {}

  /// The part of `sentence` that stands on its own; empty if none does.
  static Optional<Stand> of(Words words, Span sentence, Tongue tongue) {
    return new Standing(words, sentence, tongue).stand(sentence);
  }

  private Optional<Stand> stand(Span sentence) {
    String text = words.text();
    if (!endsWhole(text, sentence)
        || !beginsWhole(text.charAt(sentence.start()))
        || isAllQuote(text, sentence)
        || isItemOfSeries(text, sentence)
        || tongue.units(words, from, to) > tongue.most()
        || tongue.saysNothing(tongue.folded(sentence.in(text)))) {
      return Optional.empty();
    }
    int begin = afterOpenings();
    if (begin < 0
        || tongue.units(words, begin, to) < tongue.fewest()
        || pointsBack(begin)
        || isFragment(begin)) {
      return Optional.empty();
    }
    int start = begin == from ? sentence.start() : start(begin);
    return Optional.of(new Stand(new Span(start, sentence.end()), fitness(begin)));
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
    return SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
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
        && "个個条條点點种種项項类類大，：:、是呢".indexOf(text.charAt(i)) >= 0;
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
        case DROP -> {
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

  /// Whether a pronoun of a person comes before anybody or anything it could stand for.
  private boolean pointsBack(int begin) {
    boolean named = false;
    for (int i = begin; i < to; i++) {
      Token token = words.token(i);
      if (PERSONS.contains(words.written(i))) {
        return !named;
      }
      named |= token.role() == Role.NAME || token.role() == Role.NOUN || token.role() == Role.PIECE;
    }
    return false;
  }

  private boolean hasPredicate(int begin) {
    for (int i = begin; i < to; i++) {
      Role role = words.token(i).role();
      if (role == Role.VERB || role == Role.ACTION || PREDICATES.contains(words.written(i))) {
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
        || first.endsWith("ing") && (!isFinite(begin + 1) || isInTitleCase(begin, begin + 6))
        || hasNoSubject(begin, first);
  }

  /// An order (`Invest in ...`) or a predicate alone; not what a participle opens before a comma.
  private boolean hasNoSubject(int begin, String first) {
    boolean verb =
        words.token(begin).role() == Role.VERB && !first.endsWith("ing") && !isName(begin);
    return verb && !(hasComma(begin) && (first.endsWith("ed") || isBefore(begin, "by")));
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
              && !(i > from && words.written(i - 1).equals("to"));
      if (verb || FINITE.contains(words.written(i))) {
        return true;
      }
    }
    return false;
  }

  private double fitness(int begin) {
    double fitness = 1;
    if (tongue.openings().of(words, begin, to).rule() == Openings.Rule.WEAK) {
      fitness *= WEAK;
    }
    if (has(SPEAKERS, begin)) {
      fitness *= has(ADDRESSED, begin) ? WEAK * WEAK * WEAK : WEAK;
    }
    if (tongue.isChinese() ? pointsInside(begin) : isDefinite(begin) || demonstrates(begin)) {
      fitness *= POINTS;
    }
    if (tongue.isChinese()
        ? beginsWithVerb(begin) || pointsBackAfterComma(begin)
        : !isFinite(begin) || isInTitleCase(begin) || words.written(begin).endsWith("ing")) {
      fitness *= WEAK;
    }
    return fitness;
  }

  /// `The loan will ...`: an article and a common noun or two before the verb, as of something that
  /// was named before.
  private boolean isDefinite(int begin) {
    if (!words.written(begin).equals("the")) {
      return false;
    }
    int i = begin + 1;
    while (i < to && isCommon(i)) {
      i++;
    }
    int nouns = i - begin - 1;
    boolean goesOn =
        i >= to
            || words.token(i).role() == Role.NAME
            || words.token(i).role() == Role.NUMBER
            || tongue.openings().goesOn(words.written(i));
    return nouns > 0 && nouns < 3 && !goesOn && !tongue.openings().isUnique(words.written(i - 1));
  }

  /// `Through this mechanism ...`: near the head, so that it was named before; not `this year`.
  private boolean demonstrates(int begin) {
    for (int i = begin; i < Math.min(to - 1, begin + NEAR_HEAD); i++) {
      boolean points = DEMONSTRATIVE_WORDS.contains(words.written(i));
      if (points && isCommon(i + 1) && !tongue.openings().isUnique(words.written(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCommon(int index) {
    return switch (words.token(index).role()) {
      case NOUN, GENERAL, ACTION, MODIFIER -> true;
      case NAME, PIECE, VERB, NUMBER, FUNCTION, BREAK -> false;
    };
  }

  /// 这些货船, 该计划 inside the sentence, where nothing before it is what it stands for. After a comma it
  /// stands for the clause before.
  private boolean pointsInside(int begin) {
    boolean named = false;
    for (int i = begin; i + 1 < to; i++) {
      String word = words.written(i);
      int noun = afterMeasure(i + 1);
      if (isPointer(i, word) && noun < to && isCommon(noun)) {
        return word.startsWith("该")
            ? !named
            : !(i > begin && isComma(i - 1)) && !isSaidBefore(begin, i, noun);
      }
      named |= words.token(i).role() == Role.NAME;
    }
    return false;
  }

  private boolean isPointer(int index, String word) {
    return words.token(index).role() == Role.FUNCTION
        && (POINTERS.indexOf(word.charAt(0)) >= 0 || word.equals("此"));
  }

  /// Past the number and measure word between 这 and its noun.
  private int afterMeasure(int index) {
    int i = index;
    while (i < Math.min(to, index + 2)
        && words.written(i).length() == 1
        && (words.token(i).role() == Role.FUNCTION || words.token(i).role() == Role.NUMBER)) {
      i++;
    }
    return i;
  }

  private boolean isSaidBefore(int begin, int end, int noun) {
    String term = words.token(noun).term();
    for (int i = begin; i < end; i++) {
      if (words.token(i).term().equals(term)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(Set<String> wanted, int begin) {
    for (int i = begin; i < to; i++) {
      String word = words.written(i);
      int apostrophe = word.indexOf('\'');
      if (wanted.contains(apostrophe < 0 ? word : word.substring(0, apostrophe))) {
        return true;
      }
    }
    return false;
  }

  /// A Chinese sentence without a subject.
  private boolean beginsWithVerb(int begin) {
    Role role = words.token(begin).role();
    return role == Role.VERB || role == Role.ACTION;
  }

  /// `知情人士透露，该代表团 ...`: what follows the attribution points back.
  private boolean pointsBackAfterComma(int begin) {
    for (int i = begin; i + 1 < to; i++) {
      if (isComma(i)) {
        return tongue.openings().of(words, i + 1, to).rule() == Openings.Rule.DROP
            && DEMONSTRATIVES.indexOf(words.written(i + 1).charAt(0)) >= 0;
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
