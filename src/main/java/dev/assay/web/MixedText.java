package dev.assay.web;

import dev.assay.article.Language;
import dev.assay.lexicon.HanScript;
import dev.assay.web.EntryView.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line in the reader's language in which names may stand as their source writes them: in pieces,
/// each with its language, so that a page says which is which.
public final class MixedText {

  /// A name in Latin letters: words, with what joins them. Letters in a Chinese word (T恤) are its
  /// own.
  private static final Pattern LATIN =
      Pattern.compile(
          "(?<!\\p{L})\\p{IsLatin}[\\p{IsLatin}\\p{N}.&'’-]++(?: [\\p{IsLatin}\\p{N}.&'’-]++)*+");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}[\\p{IsHan}·]*");

  private MixedText() {}

  /// The pieces of `line`, which `reader` reads.
  public static List<Said> of(String line, Language reader) {
    boolean chinese = reader.isChinese();
    Matcher other = (chinese ? LATIN : HAN).matcher(line);
    List<Said> pieces = new ArrayList<>();
    int end = 0;
    while (other.find()) {
      add(line.substring(end, other.start()), reader, pieces);
      add(other.group(), chinese ? Language.EN : script(other.group()), pieces);
      end = other.end();
    }
    add(line.substring(end), reader, pieces);
    return pieces;
  }

  private static Language script(String han) {
    return HanScript.simplify(han).equals(han) ? Language.ZH_HANS : Language.ZH_HANT;
  }

  private static void add(String text, Language language, List<Said> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Said(text, language));
    }
  }
}
