package dev.assay.brief.model;

import dev.assay.article.Language;
import dev.assay.brief.BriefJson;
import dev.assay.brief.Doubt;
import java.util.List;

/// The title of an article in the language of readers of another one, as a model wrote it.
///
/// Stored: a component may be added but never renamed.
///
/// @param model that wrote it
/// @param openNames names of which nobody can say whether the article's title has them
/// @param doubts what else its title may not say so
public record ModelTitle(
    String text, Language language, String model, List<String> openNames, List<Doubt> doubts) {

  public ModelTitle {
    openNames = List.copyOf(openNames);
    doubts = List.copyOf(doubts);
  }

  public static ModelTitle read(String json) {
    return BriefJson.mapper().readValue(json, ModelTitle.class);
  }

  /// Whether all of it could be confirmed.
  boolean isConfirmed() {
    return openNames.isEmpty() && doubts.isEmpty();
  }
}
