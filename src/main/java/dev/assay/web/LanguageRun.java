package dev.assay.web;

import dev.assay.article.Language;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A stretch of a sentence that Assay says, in its own language or in that of what it quotes, so
/// that a voice reads each as it is and a font is found for it.
///
/// @param lang null for the language of the sentence itself
public record LanguageRun(String text, @Nullable String lang) {

  /// Words of an English text in a Chinese sentence; one alone may be a name or a unit.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\p{IsLatin}[\\p{IsLatin}\\p{N}'’%.,-]*+(?: [\\p{IsLatin}\\p{N}'’%.,-]++)++");

  /// Chinese in an English sentence, with the figures between.
  private static final Pattern CHINESE =
      Pattern.compile("\\p{IsHan}(?:[\\p{IsHan}\\p{N}.%％，、]*\\p{IsHan})?");

  /// The runs of a sentence in the language of a page.
  public static List<LanguageRun> of(String sentence, Language page) {
    boolean chinese = page.isChinese();
    Matcher other = (chinese ? ENGLISH : CHINESE).matcher(sentence);
    List<LanguageRun> runs = new ArrayList<>();
    int end = 0;
    while (other.find()) {
      add(sentence.substring(end, other.start()), null, runs);
      add(other.group(), chinese ? Language.EN.tag() : han(other.group()), runs);
      end = other.end();
    }
    add(sentence.substring(end), null, runs);
    return runs;
  }

  private static String han(String text) {
    boolean traditional = !HanScript.simplify(text).equals(text);
    return (traditional ? Language.ZH_HANT : Language.ZH_HANS).tag();
  }

  private static void add(String text, @Nullable String lang, List<LanguageRun> runs) {
    if (!text.isEmpty()) {
      runs.add(new LanguageRun(text, lang));
    }
  }
}
