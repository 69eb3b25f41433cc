package dev.assay.web;

import dev.assay.article.Language;
import dev.assay.lexicon.HanScript;
import dev.assay.topic.Likeness;
import java.util.ArrayList;
import java.util.List;

/// Copies and their sources in a reader's words.
public final class CopyText {

  private CopyText() {}

  /// `94%; 1 sentence with other figures, 2 left out`.
  public static String of(Likeness likeness, Messages say) {
    List<String> parts = new ArrayList<>();
    if (likeness.figures() > 0) {
      parts.add(say.count("copies.figures", likeness.figures()));
    }
    if (likeness.changed() > 0) {
      parts.add(say.count("copies.changed", likeness.changed()));
    }
    if (likeness.removed() > 0) {
      parts.add(say.count("copies.removed", likeness.removed()));
    }
    if (likeness.added() > 0) {
      parts.add(say.count("copies.added", likeness.added()));
    }
    return say.text("copies.percent", likeness.percent())
        + say.text("semicolon")
        + String.join(say.text("comma"), parts);
  }

  /// The `lang` of an outlet's name.
  public static String lang(String name) {
    boolean han = name.chars().anyMatch(c -> HanScript.isHan((char) c));
    return (han ? Language.ZH_HANS : Language.EN).tag();
  }
}
