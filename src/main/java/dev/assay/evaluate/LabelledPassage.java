package dev.assay.evaluate;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.Article;
import dev.assay.article.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A text whose claims a person judged: a line of `assay labels export`, or of a file in its form.
///
/// @param isWhole whether every claim of it is among `right`: any other that is read is then wrong
/// @param right claims that a person found in it
/// @param wrong claims that a person found to be misread
public record LabelledPassage(
    String id,
    Language language,
    String text,
    boolean isWhole,
    List<Labelled> right,
    List<Labelled> wrong) {

  public LabelledPassage {
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
  }

  /// One judged claim.
  ///
  /// @param entity an id, or an English name
  /// @param subject the text's own words for it
  /// @param surface the figure as it is written
  /// @param start where it stands; null if that was not kept
  public record Labelled(
      String entity,
      List<String> subject,
      String property,
      String surface,
      @Nullable Integer start) {

    public Labelled {
      subject = List.copyOf(subject);
    }

    /// Whether `claim` of `text` is this one: the same figure as the same property of the same
    /// thing.
    boolean isReadAs(Claim claim, String text) {
      return claim.property().word().equals(property)
          && isAt(claim, text)
          && (entity.equals(claim.entity().id()) || subject.stream().anyMatch(claim::isOf));
    }

    private boolean isAt(Claim claim, String text) {
      int from = claim.value().span().start();
      int to = claim.value().span().end();
      for (int at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
        if (at < to && from < at + surface.length() && (start == null || start == at)) {
          return true;
        }
      }
      return false;
    }
  }

  /// The passage of a line.
  ///
  /// @throws IllegalArgumentException if it has no text or no language, or a claim no surface
  public static LabelledPassage read(JsonNode line) {
    String text = line.path("text").asString("");
    String language = line.path("lang").asString("");
    if (text.isBlank() || language.isEmpty()) {
      throw new IllegalArgumentException("a line must have text and lang");
    }
    return new LabelledPassage(
        line.path("id").asString(""),
        Language.parse(language),
        text,
        line.path("whole").asBoolean(true),
        labelled(line.path("claims")),
        labelled(line.path("wrong")));
  }

  private static List<Labelled> labelled(JsonNode claims) {
    List<Labelled> all = new ArrayList<>();
    for (JsonNode claim : claims) {
      List<String> subject = new ArrayList<>();
      claim.path("subject").forEach(words -> subject.add(words.asString()));
      if (!subject.isEmpty() || claim.path("entity").asString("").contains(":")) {
        String surface = claim.path("surface").asString("");
        if (surface.isEmpty()) {
          throw new IllegalArgumentException("a claim must have a surface");
        }
        all.add(
            new Labelled(
                claim.path("entity").asString(""),
                subject,
                claim.path("property").asString(""),
                surface,
                claim.path("start").isInt() ? claim.path("start").asInt() : null));
      }
    }
    return all;
  }

  /// The text as an article of one paragraph, which no store has.
  public Article article() {
    return Article.ofPassage(text, language);
  }
}
