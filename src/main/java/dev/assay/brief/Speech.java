package dev.assay.brief;

import dev.assay.brief.Token.Role;
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
  private static final int FEWEST_WORDS = 2;
  private static final String QUOTES = "“「";
  private static final String QUOTES_END = "”」";
  private static final int LONGEST_WORD = 10;

  /// 中方, 校方: a party that speaks.
  private static final String SIDE = "方";

  private final Words words;
  private final Tongue tongue;
  private final int paragraph;
  private @Nullable Voice voice;
  private boolean reported;
  private boolean lost;

  Speech(Words words, Tongue tongue, int paragraph) {
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

  /// A name and a verb of speech before the first comma.
  private @Nullable Voice opening(Span sentence) {
    int from = words.indexAt(sentence.start());
    int to = words.indexAt(sentence.end());
    boolean named = false;
    for (int i = from; i < Math.min(to, from + LONGEST_OPENING); i++) {
      if (Marks.isInBrackets(words.text(), sentence.start(), words.token(i).end())
          || "）)".indexOf(words.text().charAt(words.token(i).start())) >= 0) {
        continue;
      }
      if (words.token(i).role() == Role.BREAK) {
        boolean said = i >= from + FEWEST_WORDS && named && tongue.isReport(words.written(i - 1));
        boolean comma = "，：".indexOf(words.text().charAt(words.token(i).start())) >= 0;
        Span span = new Span(sentence.start(), words.token(i).end());
        boolean adverbial = tongue.openings().is(Openings.Mark.ADVERBIAL, words.written(from));
        return said && comma && !adverbial
            ? new Voice(paragraph, span, span.in(words.text()))
            : null;
      }
      named |=
          words.token(i).role() == Role.NAME
              || words.token(i).role() == Role.PIECE
              || words.written(i).endsWith(SIDE);
    }
    return null;
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
