package dev.assay.brief;

import dev.assay.article.Language;
import dev.assay.cite.Citation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One figure of an article, told to readers of another language than the article's.
///
/// Stored with briefs: a component may be added but never renamed.
///
/// @param language of `value` and `about`
/// @param value such as `nearly 90%`
/// @param about what it is of, such as `China, share of rare earth refining, 2024`
/// @param written the article's own words for the figure
/// @param citation where these words stand
/// @param sentence the article's sentence that says it; empty in figures that were stored before it
///   was kept
/// @param model the name of the language model that alone read it; null if the rules did
public record KeyFigure(
    Language language,
    String value,
    String about,
    String written,
    Citation citation,
    String sentence,
    @Nullable String model) {

  public KeyFigure {
    sentence = Objects.requireNonNullElse(sentence, ""); // older ones have none
  }

  /// The source's words, for one look: the sentence, or at least the figure.
  public String source() {
    return sentence.isEmpty() ? written : sentence;
  }
}
