package dev.assay.article;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A language as a BCP 47 tag, such as `zh-Hans`, `zh-Hant`, `en`, or `und` if it is not known.
public record Language(String tag) {

  public static final Language ZH_HANS = new Language("zh-Hans");
  public static final Language ZH_HANT = new Language("zh-Hant");
  public static final Language EN = new Language("en");
  public static final Language UNKNOWN = new Language("und");

  /// Those in which unlisted names, claims and what an article states are read, and what nobody
  /// said anything of. In others 3.000 may be three thousand, and *die* nobody's death.
  public static final Set<Language> READ =
      Set.of(ZH_HANS, ZH_HANT, new Language("zh"), EN, UNKNOWN);

  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  /// Reads a tag as pages write it: `zh-cn`, `zh_TW`, `EN-us`. The region is kept only where it
  /// decides the script of Chinese; anything unreadable is [#UNKNOWN].
  public static Language parse(String text) {
    Locale locale = Locale.forLanguageTag(text.strip().replace('_', '-'));
    String language = locale.getLanguage();
    if (language.isEmpty()) {
      return UNKNOWN;
    }
    return language.equals("zh") ? chinese(locale) : new Language(language);
  }

  /// The language that a person asks for by `tag`, where `zh` stands for both scripts; empty for
  /// what is no tag.
  public static Optional<Language> asked(String tag) {
    if (!isTag(tag)) {
      return Optional.empty();
    }
    return Optional.of(tag.equals("zh") ? new Language(tag) : parse(tag));
  }

  /// The first of Chinese and English that a header `Accept-Language` names; English without any.
  public static Language preferred(@Nullable String header) {
    try {
      return Locale.LanguageRange.parse(header == null ? "" : header).stream()
          .map(range -> parse(range.getRange()))
          .filter(language -> language.isChinese() || language.equals(EN))
          .findFirst()
          .orElse(EN);
    } catch (IllegalArgumentException e) {
      return EN;
    }
  }

  /// Whether `tag` begins with the code of a language, as `pt-BR` does.
  static boolean isTag(String tag) {
    return CODES.contains(tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }

  private static Language chinese(Locale locale) {
    boolean traditional =
        switch (locale.getCountry()) {
          case "TW", "HK", "MO" -> !locale.getScript().equals("Hans");
          case String other -> locale.getScript().equals("Hant");
        };
    return traditional ? ZH_HANT : ZH_HANS;
  }

  /// Whether this is Chinese, in either script.
  public boolean isChinese() {
    return tag.startsWith("zh");
  }

  /// Whether this is one of [#READ].
  public boolean isRead() {
    return READ.contains(this);
  }

  @Override
  public String toString() {
    return tag;
  }
}
