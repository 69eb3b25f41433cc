package dev.assay.brief.extract;

import dev.assay.brief.extract.Openings.Mark;
import dev.assay.brief.extract.Token.Role;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a sentence points to something that it does not name itself.
///
/// Read from the words alone: `these objectives`, `all three countries`, 这些货船, a Chinese sentence
/// whose actor stands in the sentence before. What `The order` or 公司 at the head stands for may be
/// told by the line above, so it is given back and not judged here.
final class Pointing {

  private static final String POINTERS = "该这那";
  private static final String DEMONSTRATIVES = "该此这其他她它当";
  private static final Set<String> ALL = Set.of("all", "both", "the");

  /// A figure and its unit, which is no time: 年, 月, 日, 号 and 时 are left out.
  private static final Pattern BARE_AMOUNT =
      Pattern.compile("[约約近超]?[0-9][0-9.,]*[%％]?[\\p{IsHan}&&[^年月日号號时時点點]]{0,4}");

  private static final String TIME_ENDS = "时后前际";

  private static final int NEAR_HEAD = 8;

  /// Between a demonstrative and its noun at most.
  private static final int MOST_QUALITIES = 2;

  private final ParagraphWords words;
  private final Tongue tongue;
  private final int begin;
  private final int to;

  /// Reads the tokens `[begin, to)`.
  Pointing(ParagraphWords words, Tongue tongue, int begin, int to) {
    this.words = words;
    this.tongue = tongue;
    this.begin = begin;
    this.to = to;
  }

  /// Whether a pronoun of a person comes before anybody or anything it could stand for. In Chinese
  /// only a name counts for one person.
  boolean hasStrayPronoun() {
    boolean named = false;
    boolean noun = false;
    for (int i = begin; i < to; i++) {
      Role role = words.token(i).role();
      String word = words.written(i);
      if (tongue.openings().is(Openings.Mark.PERSON, word)) {
        boolean one = tongue.isChinese() && word.length() == 1;
        return !(named || noun && !one);
      }
      named |= role == Role.NAME || role == Role.PIECE;
      noun |= role == Role.NOUN;
    }
    return false;
  }

  /// Whether it points to something that no line above it can be trusted to tell.
  boolean isStray() {
    return tongue.isChinese()
        ? opensWithBareAmount()
            || goesBack()
            || pointsInside()
            || hasNoActor()
            || pointsBackAfterComma()
        : isExample() || saysSuchA() || demonstrates() || standsForClause() || countsWhatWasNamed();
  }

  /// The noun of `The loan will ...` or 公司计划: of something that was named before; empty if the
  /// sentence opens otherwise.
  Optional<String> refersTo() {
    return tongue.isChinese() ? bareNoun() : definite();
  }

  /// An article and a common noun or two, or one general noun with a capital, before the verb, or
  /// before the comma of an adverbial (`Under the agreement,`).
  private Optional<String> definite() {
    int article = is(Mark.ADVERBIAL, words.written(begin)) ? begin + 1 : begin;
    if (article + 1 >= to || !words.written(article).equals("the")) {
      return Optional.empty();
    }
    int i = article + 1;
    while (i < to && (isCommon(i) || i == article + 1 && isGeneralWithCapital(i))) {
      i++;
    }
    if (article > begin && !(i < to && isComma(i))) {
      return Optional.empty();
    }
    int nouns = i - article - 1;
    boolean goesOn =
        i >= to
            || words.token(i).role() == Role.NAME
            || words.token(i).role() == Role.NUMBER
            || is(Mark.GOES_ON, words.written(i));
    return nouns > 0 && nouns < 3 && !goesOn && !is(Mark.UNIQUE, bare(i - 1))
        ? Optional.of(words.token(i - 1).term())
        : Optional.empty();
  }

  private boolean isGeneralWithCapital(int index) {
    Token token = words.token(index);
    return token.role() == Role.NAME && !token.isContent();
  }

  /// The word without a possessive.
  private String bare(int index) {
    String word = words.written(index);
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private Optional<String> bareNoun() {
    int subject = afterAdverbial();
    if (subject + 2 >= to) {
      return Optional.empty();
    }
    String first = words.written(subject);
    String second = words.written(subject + 1);
    if (is(Mark.DEFINITE, first + second) || first.equals("新") && is(Mark.DEFINITE, second)) {
      return Optional.of(second);
    }
    return is(Mark.DEFINITE, first) ? Optional.of(first) : Optional.empty();
  }

  /// Behind the comma of an adverbial that opens the sentence (`在第一阶段，`) and names nobody.
  private int afterAdverbial() {
    int comma = is(Mark.ADVERBIAL, words.written(begin)) ? nextComma(begin) : -1;
    for (int i = begin; i < comma; i++) {
      if (words.token(i).role() == Role.NAME) {
        return begin;
      }
    }
    return comma < 0 ? begin : comma + 1;
  }

  /// `these objectives`, `this second phase`, but not `this year`, and not what the sentence itself
  /// has said before.
  private boolean demonstrates() {
    for (int i = begin; i < to - 1; i++) {
      if (tongue.openings().is(Openings.Mark.POINTER, words.written(i))) {
        int noun = i + 1;
        while (noun < Math.min(to - 1, i + 1 + MOST_QUALITIES) && isQuality(noun)) {
          noun++;
        }
        if (isCommon(noun)
            && !is(Mark.UNIQUE, words.written(noun))
            && !(words.written(i).equals("this") && is(Mark.ITSELF, words.written(noun)))
            && !isSaidBefore(i, noun)
            && !isRelative(i)) {
          return true;
        }
      }
    }
    return false;
  }

  /// `To achieve this, ...`, `As of May, its output ...`: nothing before it is what it stands for.
  private boolean standsForClause() {
    boolean named = false;
    for (int i = begin; i + 1 < to && !named; i++) {
      String word = words.written(i);
      boolean pronoun =
          tongue.openings().is(Openings.Mark.POINTER, word) && isComma(i + 1) || word.equals("its");
      if (pronoun) {
        return true;
      }
      named = words.token(i).role() == Role.NAME || words.token(i).role() == Role.NOUN;
    }
    return false;
  }

  private boolean isQuality(int index) {
    Role role = words.token(index).role();
    return role == Role.NUMBER
        || role == Role.FUNCTION && words.written(index).length() > 3
        || isCommon(index) && index + 1 < to && isCommon(index + 1);
  }

  /// `those companies that buy`: the clause says which.
  private boolean isRelative(int index) {
    for (int i = index + 2; i < Math.min(to, index + 4); i++) {
      if (is(Mark.GOES_ON, words.written(i))) {
        return words.written(index).equals("those") || words.written(index).equals("such");
      }
    }
    return false;
  }

  /// 54万吨，分批运往…: of what, another sentence tells.
  private boolean opensWithBareAmount() {
    int comma = nextComma(begin);
    String head =
        comma < 0
            ? ""
            : words.text().substring(words.token(begin).start(), words.token(comma).start());
    return BARE_AMOUNT.matcher(head).matches();
  }

  /// 青禾公司则…, 此后: contrasts with or follows on what stands before.
  private boolean goesBack() {
    for (int i = begin; i < to && !isComma(i); i++) {
      if (is(Mark.BACK, words.written(i))) {
        return true;
      }
    }
    return false;
  }

  /// `such a law`, `by that measure`, where the sentence has not named it.
  private boolean saysSuchA() {
    for (int i = begin; i + 2 < to; i++) {
      boolean such =
          words.written(i).equals("such")
              && (words.written(i + 1).equals("a") || words.written(i + 1).equals("an"))
              && !isSaidBefore(i, i + 2);
      boolean that =
          words.written(i + 1).equals("that")
              && (is(Mark.ASIDE, words.written(i)) || words.written(i).equals("of"))
              && isCommon(i + 2)
              && !isSaidBefore(i, i + 2);
      if (such || that) {
        return true;
      }
    }
    return false;
  }

  /// `Norland, for example, closed`: the claim stands in another sentence.
  private boolean isExample() {
    for (int i = begin; i + 1 < Math.min(to, begin + NEAR_HEAD); i++) {
      String next = words.written(i + 1);
      if (words.written(i).equals("for") && (next.equals("example") || next.equals("instance"))) {
        return true;
      }
    }
    return false;
  }

  /// `all three countries`, `the two sides`, with nobody named before.
  private boolean countsWhatWasNamed() {
    for (int i = begin; i + 2 < to; i++) {
      if (words.token(i).role() == Role.NAME) {
        return false;
      }
      if (ALL.contains(words.written(i))
          && tongue.openings().is(Openings.Mark.FEW, words.written(i + 1))
          && isCommon(i + 2)
          && !(i + 3 < to && is(Mark.GOES_ON, words.written(i + 3)))) {
        return true;
      }
    }
    return false;
  }

  private boolean is(Mark mark, String word) {
    return tongue.openings().is(mark, word);
  }

  private boolean isCommon(int index) {
    return switch (words.token(index).role()) {
      case NOUN, GENERAL, ACTION, MODIFIER -> true;
      case NAME, PIECE, VERB, NUMBER, FUNCTION, BREAK -> false;
    };
  }

  /// 这些货船, 该计划 inside the sentence, where nothing before it is what it stands for. After a comma it
  /// stands for the clause before.
  private boolean pointsInside() {
    boolean named = false;
    for (int i = begin; i + 1 < to; i++) {
      String word = words.written(i);
      int noun = afterMeasure(i + 1);
      if (isPointer(i, word) && noun < to && isCommon(noun)) {
        return word.startsWith("该")
            ? !named
            : !isSaidBefore(i, noun) && !(standsForClauseBefore(i) && !isPerson(word, i, named));
      }
      named |= words.token(i).role() == Role.NAME;
    }
    return false;
  }

  /// Behind the comma of a clause, and not of a topic (`屏幕方面，`).
  private boolean standsForClauseBefore(int index) {
    return index > begin && isComma(index - 1) && hasVerb(index);
  }

  private boolean hasVerb(int end) {
    for (int i = begin; i < end; i++) {
      if (words.token(i).role() == Role.VERB || words.token(i).role() == Role.ACTION) {
        return true;
      }
    }
    return false;
  }

  /// 这位总统, with nobody named before.
  private boolean isPerson(String word, int index, boolean named) {
    boolean measure = word.endsWith("位") || words.written(index + 1).equals("位");
    return measure && !named;
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

  private boolean isSaidBefore(int end, int noun) {
    String term = words.token(noun).term();
    for (int i = begin; i < end; i++) {
      if (words.token(i).term().equals(term)) {
        return true;
      }
    }
    return false;
  }

  /// `在保护水环境方面，重点打击 ...`, `将建成 ...`: who does it stands in another sentence.
  private boolean hasNoActor() {
    int i = begin;
    while (i < to && (is(Mark.ADVERBIAL, words.written(i)) || isTimeClause(i))) {
      int comma = nextComma(i);
      if (comma < 0) {
        return false;
      }
      i = comma + 1;
    }
    for (; i < to; i++) {
      String word = words.written(i);
      Role role = words.token(i).role();
      boolean verb = role == Role.VERB && word.length() > 1;
      if (is(Mark.ASPECT, word) || verb) {
        return !(verb && leadsToNoun(i));
      }
      boolean adverb = role == Role.NUMBER || role == Role.FUNCTION || is(Mark.MANNER, word);
      if (!adverb) {
        return role == Role.ACTION && i + 1 < to && startsObject(i + 1);
      }
      if (is(Mark.ADVERBIAL, word)) {
        return false;
      }
    }
    return false;
  }

  /// `临近答辩时，`: up to the comma.
  private boolean isTimeClause(int index) {
    int comma = nextComma(index);
    return comma > index
        && TIME_ENDS.indexOf(words.text().charAt(words.token(comma).start() - 1)) >= 0;
  }

  /// 新建的铁路, 扩建后的工厂: what looks like the verb belongs to the subject.
  private boolean leadsToNoun(int verb) {
    return verb + 1 < to && words.written(verb + 1).equals("的")
        || verb + 2 < to && words.written(verb + 2).equals("的");
  }

  /// Whether an object, and not a verb, follows: the word before was the verb.
  private boolean startsObject(int index) {
    for (int i = index; i < to && !isComma(i); i++) {
      if (words.token(i).role() == Role.VERB || words.token(i).role() == Role.FUNCTION) {
        return false;
      }
    }
    return true;
  }

  private int nextComma(int from) {
    for (int i = from; i < to; i++) {
      if (isComma(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isComma(int index) {
    return "，,".indexOf(words.text().charAt(words.token(index).start())) >= 0;
  }

  /// `知情人士透露，该代表团 ...`: what follows the attribution points back.
  private boolean pointsBackAfterComma() {
    int comma = nextComma(begin);
    return comma > begin
        && comma + 1 < to
        && tongue.isReport(words.written(comma - 1))
        && tongue.openings().of(words, comma + 1, to).rule() == Openings.Rule.BEHIND
        && DEMONSTRATIVES.indexOf(words.written(comma + 1).charAt(0)) >= 0
        && !(tongue.openings().is(Openings.Mark.PERSON, words.written(comma + 1))
            && namesSomebody(comma));
  }

  private boolean namesSomebody(int end) {
    for (int i = begin; i < end; i++) {
      Role role = words.token(i).role();
      if (role == Role.NAME || role == Role.PIECE) {
        return true;
      }
    }
    return false;
  }
}
