package dev.assay.brief;

import dev.assay.analyze.Claim;
import dev.assay.analyze.Claim.Part;
import dev.assay.article.Language;
import dev.assay.brief.Token.Role;
import dev.assay.lexicon.HanScript;
import java.text.DateFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The noun phrase that a number counts, held against what a reader is told of it.
///
/// A word of it that the label does not hold narrows the figure (`of advanced chips`, 部分产品), and
/// the figure without it is of something else. Read from the words in the number's own clause; the
/// same text gives the same answer.
final class NumberPhrase {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private static final Pattern MONTH =
      Pattern.compile(
          "\\d{1,2}月|\\b(?:"
              + Stream.of(DateFormatSymbols.getInstance(Locale.ENGLISH).getMonths())
                  .filter(month -> !month.isEmpty())
                  .map(month -> month.toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining("|"))
              + ")\\b");

  /// A word and its family begin with the same letters.
  private static final int STEM = 5;

  private final Claim claim;
  private final String text;
  private final int start;
  private final int end;
  private final Set<String> neutral;
  private final Tongue tongue;
  private final List<String> label;

  /// @param start where the clause of the number begins in `text`
  /// @param end where it ends
  /// @param neutral words that narrow nothing, lower case and simplified
  NumberPhrase(Claim claim, String text, int start, int end, Set<String> neutral) {
    this.claim = claim;
    this.text = text;
    this.start = start;
    this.end = end;
    this.neutral = neutral;
    this.tongue = Tongue.of(isChinese(text) ? Language.ZH_HANS : Language.EN);
    this.label =
        Stream.concat(Stream.of(claim.entity().words()), claim.of().stream().map(Part::words))
            .map(tongue::folded)
            .toList();
  }

  private static boolean isChinese(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    return han * 4 > text.length();
  }

  /// Whether the label tells every word that narrows the figure, and the clause no second time.
  boolean isCovered() {
    return !tellsTwoTimes() && coversOwner() && coversCounted();
  }

  /// `from 2022 to 2023`, 4月和5月: which of them the figure is of is not said.
  private boolean tellsTwoTimes() {
    String clause = text.substring(start, end).toLowerCase(Locale.ROOT);
    return YEAR.matcher(clause).results().map(found -> found.group()).distinct().count() > 1
        || MONTH.matcher(clause).results().map(found -> found.group()).distinct().count() > 1;
  }

  /// Not `sub-Saharan Africa` for Africa.
  private boolean coversOwner() {
    int at = text.indexOf(claim.entity().words(), start);
    if (at <= start || tongue.isChinese()) {
      return true;
    }
    Words before = tongue.cutter().of(text.substring(start, at));
    if (before.size() == 0) {
      return true;
    }
    Token last = before.token(before.size() - 1);
    boolean beside = at - start - last.end() <= 1;
    return !beside
        || switch (last.role()) {
          case NAME, MODIFIER -> isTold(before.written(before.size() - 1));
          case NOUN -> false;
          case ACTION, GENERAL, PIECE, VERB, NUMBER, FUNCTION, BREAK -> true;
        };
  }

  /// The words behind the number up to the next mark or the verb of the sentence.
  private boolean coversCounted() {
    Words words = tongue.cutter().of(text.substring(claim.value().span().end(), end));
    if (tongue.isChinese() && (words.size() == 0 || !words.written(0).equals("的"))) {
      return true;
    }
    for (int i = 0; i < words.size(); i++) {
      Role role = words.token(i).role();
      boolean narrows =
          switch (role) {
            case NOUN, NAME, MODIFIER, ACTION, GENERAL, PIECE -> true;
            case VERB -> words.written(i).endsWith("ed");
            case NUMBER, FUNCTION, BREAK -> false;
          };
      if (narrows && !isTold(words.written(i))) {
        return false;
      }
      if (role == Role.BREAK || role == Role.VERB) {
        return true;
      }
    }
    return true;
  }

  private boolean isTold(String word) {
    String stem = word.length() > STEM && !tongue.isChinese() ? word.substring(0, STEM) : word;
    return neutral.contains(word) || label.stream().anyMatch(part -> part.contains(stem));
  }
}
