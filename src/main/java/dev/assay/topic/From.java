package dev.assay.topic;

import dev.assay.article.Language;
import dev.assay.fold.Origin;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.HanScript;

/// Where an article's text says that it comes from.
///
/// @param name of the agency or outlet, in the reader's language if the table has it
public record From(Name name, Origin origin) {

  public static From of(Origin origin, Outlets outlets, Language reader) {
    String label = outlets.label(origin.name(), reader);
    boolean han = label.chars().anyMatch(c -> HanScript.isHan((char) c));
    return new From(new Name(label, han ? chinese(reader) : Language.EN), origin);
  }

  private static Language chinese(Language reader) {
    return reader.isChinese() ? reader : Language.ZH_HANS;
  }
}
