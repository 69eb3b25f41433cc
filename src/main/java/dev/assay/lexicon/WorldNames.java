package dev.assay.lexicon;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import dev.assay.article.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Countries, regions and currencies, named by CLDR in Chinese and English, with the spellings of
/// our own tables under `lexicon/names`: demonyms, short forms, capitals.
final class WorldNames {

  private static final ULocale HANS = ULocale.forLanguageTag("zh-Hans");
  private static final ULocale HANT = ULocale.forLanguageTag("zh-Hant");
  private static final ULocale HANT_HK = ULocale.forLanguageTag("zh-Hant-HK");
  private static final Map<Language, ULocale> LABELS =
      Map.of(Language.ZH_HANS, HANS, Language.ZH_HANT, HANT, Language.EN, ULocale.ENGLISH);

  private WorldNames() {}

  static List<NamedEntity> load() {
    Map<String, NamedEntity> entities = new TreeMap<>();
    countries().forEach(entity -> entities.put(entity.id(), entity));
    regions().forEach(entity -> entities.put(entity.id(), entity));
    capitals().forEach(entity -> entities.merge(entity.id(), entity, NamedEntity::and));
    shortForms().forEach(entity -> entities.merge(entity.id(), entity, NamedEntity::and));
    List<NamedEntity> all = new ArrayList<>(entities.values());
    all.addAll(currencies());
    all.addAll(Pack.of("names", List.of(LexiconFile.read("names/places.tsv"))).entities());
    return all;
  }

  private static List<NamedEntity> countries() {
    Map<String, String> also = new LinkedHashMap<>();
    for (LexiconFile.Row row : LexiconFile.read("names/countries.tsv").rows()) {
      also.put(row.cell(0), row.cell(1));
    }
    List<NamedEntity> countries = new ArrayList<>();
    List<RegionNames> languages = RegionNames.all();
    for (String code : Locale.getISOCountries()) {
      countries.add(region("country:" + code, code, also.getOrDefault(code, ""), languages));
    }
    return countries;
  }

  private static List<NamedEntity> regions() {
    List<RegionNames> languages = RegionNames.all();
    return LexiconFile.read("names/regions.tsv").rows().stream()
        .map(row -> region(row.cell(0), row.cell(1), row.cell(2), languages))
        .toList();
  }

  /// CLDR's names of regions in one locale.
  private record RegionNames(
      @Nullable Language language, LocaleDisplayNames full, LocaleDisplayNames brief) {

    static List<RegionNames> all() {
      return List.of(
          of(Language.ZH_HANS, HANS),
          of(Language.ZH_HANT, HANT),
          of(null, HANT_HK),
          of(Language.EN, ULocale.ENGLISH));
    }

    private static RegionNames of(@Nullable Language language, ULocale locale) {
      return new RegionNames(
          language,
          LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_FULL),
          LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT));
    }

    /// The full name, unless it explains itself as in `Hong Kong SAR China` or `Myanmar (Burma)`.
    String label(String code) {
      String name = full.regionDisplayName(code);
      boolean explains = name.contains("(") || name.contains("SAR") || name.contains("特");
      return explains ? brief.regionDisplayName(code) : name;
    }
  }

  private static NamedEntity region(
      String id, String code, String also, List<RegionNames> languages) {
    Map<String, Alias> aliases = new LinkedHashMap<>();
    Map<Language, String> labels = new LinkedHashMap<>();
    for (RegionNames names : languages) {
      String full = names.full().regionDisplayName(code);
      String brief = names.brief().regionDisplayName(code);
      aliases.put(full, Alias.sure(full));
      aliases.put(brief, Alias.sure(brief));
      boolean leftOut = Pack.parts(also).contains("-" + names.label(code));
      if (names.language() != null && !leftOut) {
        labels.put(names.language(), names.label(code));
      }
    }
    for (String part : Pack.parts(also)) {
      if (part.startsWith("-")) {
        aliases.remove(part.substring(1));
      } else {
        Alias alias = Pack.alias(part);
        aliases.put(alias.text(), alias);
      }
    }
    return new NamedEntity(id, EntityType.PLACE, labels, List.copyOf(aliases.values()));
  }

  /// Each capital is a place, and another name of the government that sits there.
  private static List<NamedEntity> capitals() {
    List<NamedEntity> entities = new ArrayList<>();
    for (LexiconFile.Row row : LexiconFile.read("names/capitals.tsv").rows()) {
      Map<Language, String> labels = new LinkedHashMap<>();
      labels.put(Language.ZH_HANS, row.cell(2));
      labels.put(Language.ZH_HANT, row.cell(3));
      labels.put(Language.EN, row.cell(4));
      List<Alias> also = Pack.aliases(row.cell(5));
      entities.add(new NamedEntity(row.cell(0), EntityType.PLACE, labels, also));
      List<Alias> governing = new ArrayList<>();
      labels.values().forEach(name -> governing.add(new Alias(name, Alias.Use.CAPITAL)));
      entities.add(
          new NamedEntity(
              row.cell(1), EntityType.PLACE, Map.of(Language.EN, row.cell(4)), governing));
    }
    return entities;
  }

  /// 美 in 中美, and the words that hold one: 美方, 对美.
  private static List<NamedEntity> shortForms() {
    Map<String, List<Alias>> aliases = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (LexiconFile.Row row : LexiconFile.read("names/short-forms.tsv").rows()) {
      ids.put(row.cell(0), row.cell(1));
      aliases
          .computeIfAbsent(row.cell(1), _ -> new ArrayList<>())
          .add(new Alias(row.cell(0), Alias.Use.SHORT));
    }
    for (LexiconFile.Row row : LexiconFile.read("names/short-form-frames.tsv").rows()) {
      for (String form : row.cell(1).split("")) {
        String id = ids.get(form);
        if (id == null) {
          throw new IllegalArgumentException(
              "names/short-form-frames.tsv, line %d: %s is not in short-forms.tsv"
                  .formatted(row.line(), form));
        }
        aliases
            .computeIfAbsent(id, _ -> new ArrayList<>())
            .add(new Alias(row.cell(0).replace("*", form), Alias.Use.PHRASE));
      }
    }
    return aliases.entrySet().stream()
        .map(e -> new NamedEntity(e.getKey(), EntityType.PLACE, anyLabel(e), e.getValue()))
        .toList();
  }

  private static Map<Language, String> anyLabel(Map.Entry<String, List<Alias>> entry) {
    return Map.of(Language.ZH_HANS, entry.getValue().getFirst().text());
  }

  private static List<NamedEntity> currencies() {
    Map<String, String> also = new LinkedHashMap<>();
    for (LexiconFile.Row row : LexiconFile.read("names/currencies.tsv").rows()) {
      also.put(row.cell(0), row.cell(1));
    }
    TreeSet<String> codes = new TreeSet<>(also.keySet());
    for (String country : Locale.getISOCountries()) {
      java.util.Currency currency = java.util.Currency.getInstance(Locale.of("", country));
      if (currency != null) {
        codes.add(currency.getCurrencyCode());
      }
    }
    return codes.stream().map(code -> currency(code, also.getOrDefault(code, ""))).toList();
  }

  private static NamedEntity currency(String code, String alsoCell) {
    Currency currency = Currency.getInstance(code);
    Map<Language, String> labels = new LinkedHashMap<>();
    LABELS.forEach(
        (language, locale) ->
            labels.put(language, currency.getName(locale, Currency.PLURAL_LONG_NAME, "one", null)));
    List<Alias> aliases = new ArrayList<>();
    aliases.add(
        Alias.sure(currency.getName(ULocale.ENGLISH, Currency.PLURAL_LONG_NAME, "other", null)));
    aliases.add(Alias.sure(currency.getName(HANT_HK, Currency.LONG_NAME, null)));
    aliases.addAll(Pack.aliases(alsoCell));
    return new NamedEntity("currency:" + code, EntityType.CONCEPT, labels, aliases);
  }
}
