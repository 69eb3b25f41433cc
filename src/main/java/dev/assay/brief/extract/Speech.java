package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;
import dev.assay.cite.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows who is reported to speak in a paragraph: `李芳表示，…。…。`
///
/// What follows such an opening in its paragraph is said by the same person, as long as it tells an
/// opinion: a sentence with a figure, a quotation or a report of its own ends it. Where the words
/// turn (但, 文章), and in English, it is not said whose an opinion is: the speaker is lost.
final class Speech {

  private static final int LONGEST_OPENING = 16;
  private static final String QUOTES = "“「";
  private static final String QUOTES_END = "”」";
  private static final int LONGEST_WORD = 10;

  /// 中方, 校方: a party that speaks.
  private static final String SIDE = "方";

  private final ParagraphWords words;
  private final Tongue tongue;
  private final int paragraph;
  private @Nullable Voice voice;
  private boolean reported;
  private boolean lost;

  Speech(ParagraphWords words, Tongue tongue, int paragraph) {
    this.words = words;
    this.tongue = tongue;
    this.paragraph = paragraph;
  }

  /// Who says `sentence`, if the one before it tells.
  Optional<Voice> hear(Span sentence) {
    if (!tongue.isChinese()) {
      lost = reported && isOpinionInEnglish(sentence);
      reported |= reports(sentence);
      return Optional.empty();
    }
    return hearChinese(sentence);
  }

  /// Whether the sentence heard last is an opinion, and somebody's who cannot be named.
  boolean isLost() {
    return lost;
  }

  private Optional<Voice> hearChinese(Span sentence) {
    boolean turns =
        tongue.openings().is(Openings.Mark.TURNS, words.written(words.indexAt(sentence.start())));
    lost = false;
    Voice own = opening(sentence);
    if (voice != null && own == null && tellsOf(voice, sentence)) {
      return Optional.empty();
    }
    if (own != null || !isOpinion(sentence)) {
      reported = false;
      voice = own;
      return Optional.empty();
    }
    if (turns && voice != null) {
      reported = true;
      voice = null;
    }
    lost = reported;
    return Optional.ofNullable(voice);
  }

  /// Whether `sentence` begins with the name of who speaks: it tells what he does.
  private boolean tellsOf(Voice speaker, Span sentence) {
    Token first = words.token(words.indexAt(sentence.start()));
    return (first.role() == Role.NAME || first.role() == Role.PIECE)
        && speaker.text().contains(first.span().in(words.text()));
  }

  /// Who says the later clauses of `sentence`, if its head tells.
  Optional<Voice> own(Span sentence) {
    return tongue.isChinese() ? Optional.ofNullable(opening(sentence)) : Optional.empty();
  }

  /// Who is named and said to speak before the first comma, or up to the verb where no comma stands
  /// behind it (`李芳表示十分欢迎`).
  private @Nullable Voice opening(Span sentence) {
    int from = words.indexAt(sentence.start());
    int to = words.indexAt(sentence.end());
    if (tongue.openings().is(Openings.Mark.ADVERBIAL, words.written(from))) {
      return null;
    }
    boolean named = false;
    for (int i = from; i < Math.min(to, from + LONGEST_OPENING); i++) {
      if (Marks.isInBrackets(words.text(), sentence.start(), words.token(i).end())
          || "）)".indexOf(words.text().charAt(words.token(i).start())) >= 0) {
        continue;
      }
      if (words.token(i).role() == Role.BREAK) {
        return null;
      }
      if (named && i > from && tongue.isReport(words.written(i))) {
        boolean comma =
            i + 1 < to && "，：".indexOf(words.text().charAt(words.token(i + 1).start())) >= 0;
        Span span = new Span(sentence.start(), words.token(comma ? i + 1 : i).end());
        return new Voice(paragraph, span, span.in(words.text()));
      }
      named |= canSpeak(i);
    }
    return null;
  }

  /// A name, a party (中方) or an office (发言人).
  private boolean canSpeak(int index) {
    String word = words.written(index);
    Role role = words.token(index).role();
    return role == Role.NAME
        || role == Role.PIECE
        || word.endsWith(SIDE)
        || word.length() > 1 && tongue.openings().is(Openings.Mark.OFFICE, word);
  }

  private boolean reports(Span sentence) {
    int to = words.indexAt(sentence.end());
    for (int i = words.indexAt(sentence.start()); i < to; i++) {
      if (tongue.isReport(words.written(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpinionInEnglish(Span sentence) {
    int to = words.indexAt(sentence.end());
    boolean opinion = false;
    for (int i = words.indexAt(sentence.start()); i < to; i++) {
      opinion |= tongue.openings().is(Openings.Mark.OPINION, words.written(i));
    }
    return opinion && !reports(sentence);
  }

  /// More than the few characters of a word that is kept at a distance (“脱钩断链”).
  private boolean isQuotation(char mark, int index) {
    int kind = QUOTES.indexOf(mark);
    int open = words.token(index).start();
    int close = kind < 0 ? open : words.text().indexOf(QUOTES_END.charAt(kind), open);
    return close < 0 || close - open > LONGEST_WORD;
  }

  private boolean isOpinion(Span sentence) {
    int to = words.indexAt(sentence.end());
    for (int i = words.indexAt(sentence.start()); i < to; i++) {
      char first = words.text().charAt(words.token(i).start());
      if (words.token(i).role() == Role.NUMBER && Character.isDigit(first)
          || tongue.isReport(words.written(i))
          || isQuotation(first, i)) {
        return false;
      }
    }
    return true;
  }
}
