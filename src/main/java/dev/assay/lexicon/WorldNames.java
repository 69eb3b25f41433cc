package dev.assay.lexicon;

import dev.assay.article.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Countries, regions and currencies, named by CLDR in Chinese and English, with the spellings of
/// our own tables under `lexicon/names`: demonyms, short forms, capitals. CLDR's names stand in a
/// table too, because starting ICU takes longer than reading all of them.
final class WorldNames {

  private final Lexicon lexicon;

  WorldNames(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<NamedEntity> load() {
    Map<String, NamedEntity> entities = new TreeMap<>();
    countries().forEach(entity -> entities.put(entity.id(), entity));
    regions().forEach(entity -> entities.put(entity.id(), entity));
    capitals().forEach(entity -> entities.merge(entity.id(), entity, NamedEntity::and));
    shortForms().forEach(entity -> entities.merge(entity.id(), entity, NamedEntity::and));
    List<NamedEntity> all = new ArrayList<>(entities.values());
    all.addAll(currencies());
    all.addAll(Pack.of("names", List.of(lexicon.table("names/places.tsv"))).entities());
    return all;
  }

  /// CLDR's names in one locale.
  private record Region(@Nullable Language language, String full, String brief) {

    /// The full name, unless it explains itself as in `Hong Kong SAR China` or `Myanmar (Burma)`.
    String label() {
      boolean explains = full.contains("(") || full.contains("SAR") || full.contains("特");
      return explains ? brief : full;
    }
  }

  private Map<String, LexiconFile.Row> cldr(String kind) {
    Map<String, LexiconFile.Row> rows = new LinkedHashMap<>();
    for (LexiconFile.Row row : lexicon.table("names/cldr.tsv").rows()) {
      if (row.cell(0).equals(kind)) {
        rows.put(row.cell(1), row);
      }
    }
    return rows;
  }

  private static List<Region> names(LexiconFile.Row row) {
    return List.of(
        new Region(Language.ZH_HANS, row.cell(2), row.cell(3)),
        new Region(Language.ZH_HANT, row.cell(4), row.cell(5)),
        new Region(null, row.cell(6), row.cell(7)),
        new Region(Language.EN, row.cell(8), row.cell(9)));
  }

  private List<NamedEntity> countries() {
    Map<String, String> also = new LinkedHashMap<>();
    for (LexiconFile.Row row : lexicon.table("names/countries.tsv").rows()) {
      also.put(row.cell(0), row.cell(1));
    }
    List<NamedEntity> countries = new ArrayList<>();
    cldr("country")
        .forEach(
            (code, row) ->
                countries.add(region("country:" + code, also.getOrDefault(code, ""), row)));
    return countries;
  }

  private List<NamedEntity> regions() {
    Map<String, LexiconFile.Row> cldr = cldr("region");
    return lexicon.table("names/regions.tsv").rows().stream()
        .map(row -> region(row.cell(0), row.cell(2), known(cldr, row)))
        .toList();
  }

  private static LexiconFile.Row known(Map<String, LexiconFile.Row> cldr, LexiconFile.Row row) {
    return Optional.ofNullable(cldr.get(row.cell(1)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "names/regions.tsv, line %d: names/cldr.tsv has no %s"
                        .formatted(row.line(), row.cell(1))));
  }

  private static NamedEntity region(String id, String also, LexiconFile.Row row) {
    Map<String, Alias> aliases = new LinkedHashMap<>();
    Map<Language, String> labels = new LinkedHashMap<>();
    List<String> parts = Pack.parts(also);
    for (Region names : names(row)) {
      aliases.put(names.full(), Alias.sure(names.full()));
      aliases.put(names.brief(), Alias.sure(names.brief()));
      boolean leftOut = parts.contains("-" + names.label());
      if (names.language() != null && !leftOut) {
        labels.put(names.language(), names.label());
      }
    }
    for (String part : parts) {
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
  private List<NamedEntity> capitals() {
    List<NamedEntity> entities = new ArrayList<>();
    for (LexiconFile.Row row : lexicon.table("names/capitals.tsv").rows()) {
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
  private List<NamedEntity> shortForms() {
    Map<String, List<Alias>> aliases = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (LexiconFile.Row row : lexicon.table("names/short-forms.tsv").rows()) {
      ids.put(row.cell(0), row.cell(1));
      aliases
          .computeIfAbsent(row.cell(1), _ -> new ArrayList<>())
          .add(new Alias(row.cell(0), Alias.Use.SHORT));
    }
    for (LexiconFile.Row row : lexicon.table("names/short-form-frames.tsv").rows()) {
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

  private List<NamedEntity> currencies() {
    Map<String, String> also = new LinkedHashMap<>();
    for (LexiconFile.Row row : lexicon.table("names/currencies.tsv").rows()) {
      also.put(row.cell(0), row.cell(1));
    }
    return cldr("currency").values().stream()
        .map(row -> currency(row, also.getOrDefault(row.cell(1), "")))
        .toList();
  }

  private static NamedEntity currency(LexiconFile.Row row, String alsoCell) {
    Map<Language, String> labels = new LinkedHashMap<>();
    labels.put(Language.ZH_HANS, row.cell(2));
    labels.put(Language.ZH_HANT, row.cell(3));
    labels.put(Language.EN, row.cell(5));
    List<Alias> aliases = new ArrayList<>();
    aliases.add(Alias.sure(row.cell(6)));
    aliases.add(Alias.sure(row.cell(4)));
    aliases.addAll(Pack.aliases(alsoCell));
    return new NamedEntity("currency:" + row.cell(1), EntityType.CONCEPT, labels, aliases);
  }
}
