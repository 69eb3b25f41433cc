package dev.assay.lexicon;

import java.util.HashMap;
import java.util.Map;

/// By what words a country is spoken of: its names in Chinese and English, its people's, and its
/// capital.
public final class CountryWords {

  private static final String COUNTRY = "country:";

  private CountryWords() {}

  /// ISO 3166 code of the country that each spelling means, or may mean (Jordan). A single Chinese
  /// character, which means a country only beside others, is left out.
  public static Map<String, String> of(Lexicon lexicon) {
    Map<String, String> codes = new HashMap<>();
    for (NamedEntity entity : new WorldNames(lexicon).load()) {
      if (entity.id().startsWith(COUNTRY)) {
        for (Alias alias : entity.aliases()) {
          if (alias.use() != Alias.Use.SHORT) {
            codes.put(alias.text(), entity.id().substring(COUNTRY.length()));
          }
        }
      }
    }
    return codes;
  }
}
