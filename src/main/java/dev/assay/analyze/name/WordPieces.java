package dev.assay.analyze.name;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells a known name from a piece of a word or of two: 关税 in 有关税收, 日 in 抗日, `laser` in
/// `laser-like`, `Euro` in `Euro-Atlantic`.
final class WordPieces {

  private final String text;
  private final Optional<HanWords> words;

  /// @param words of the text, if it is Chinese
  WordPieces(String text, Optional<HanWords> words) {
    this.text = text;
    this.words = words;
  }

  /// Those of the known names of the text that are whole words; a country's short form whose only
  /// company (中 in 交易日中) is a piece is none.
  List<NameMatch> whole(List<NameMatch> found) {
    List<NameMatch> whole = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      NameMatch match = found.get(i);
      if (!isPiece(match) && !(NameContext.isShort(match) && isForsaken(found, i))) {
        whole.add(match);
      }
    }
    return whole;
  }

  private boolean isForsaken(List<NameMatch> found, int i) {
    List<NameMatch> company =
        Stream.of(i - 1, i + 1)
            .filter(at -> at >= 0 && at < found.size())
            .map(found::get)
            .filter(other -> NameContext.isShort(other) && isBeside(other, found.get(i)))
            .toList();
    return !company.isEmpty() && company.stream().allMatch(this::isPiece);
  }

  private static boolean isBeside(NameMatch one, NameMatch other) {
    int gap = Math.max(one.start(), other.start()) - Math.min(one.end(), other.end());
    return gap <= 1;
  }

  private boolean isPiece(NameMatch match) {
    if (!HanScript.isHan(text.charAt(match.start()))) {
      return isPieceOfLatin(text, match);
    }
    return words
        .filter(han -> match.end() <= han.length())
        .map(
            han ->
                NameContext.isShort(match) ? isInWord(text, han, match) : isCut(text, han, match))
        .orElse(false);
  }

  /// Whether the likeliest words of the text cut a name that they could have taken whole, or end it
  /// in the middle of the next word (交通运输部 in 交通运输部门).
  private static boolean isCut(String text, HanWords han, NameMatch match) {
    int last = match.end() - 1;
    String name = HanScript.simplify(text.substring(match.start(), match.end()));
    boolean known = CoreDictionary.contains(name);
    boolean intoNext =
        last > match.start() && han.start(last) == last && han.end(last) > match.end();
    return known && han.cross(match.start(), match.end())
        || intoNext && HEADS.indexOf(text.charAt(match.end())) < 0;
  }

  /// Who heads a body stands for it: 商务部长.
  private static final String HEADS = "长長";

  /// Whether a country's short form is a part of a word that has other characters (抗日, 交易日).
  private static boolean isInWord(String text, HanWords han, NameMatch match) {
    int start = han.start(match.start());
    int end = han.end(match.start());
    return end - start > 1
        && text.substring(start, end).chars().anyMatch(c -> COUNTRIES.indexOf(c) < 0);
  }

  private static final String COUNTRIES = "中美日澳俄韩韓印英法德加欧歐越马馬乌烏哈缅緬泰巴伊墨朝台臺华華港";

  private static boolean isPieceOfLatin(String text, NameMatch match) {
    int end = match.end();
    if (end + 1 >= text.length() || text.charAt(end) != '-') {
      return false;
    }
    boolean currency =
        match.readings().stream().anyMatch(one -> one.entity().kind().equals("currency"));
    return text.startsWith("-like", end) || currency && Character.isLetter(text.charAt(end + 1));
  }
}
