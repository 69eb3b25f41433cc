package dev.assay.lexicon;

import dev.assay.article.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A person, company, place, material, event or idea that has a name of its own.
///
/// @param id kind and name, such as `element:Nd` or `company:lynas`; it never changes
/// @param labels the name to show in each language; at least one
/// @param aliases the spellings under which it is found; the labels need not be repeated
/// @param support ids, or kinds written `element:*`, that make an ambiguous alias count as a sure
///   name of the thing itself does
public record NamedEntity(
    String id,
    EntityType type,
    Map<Language, String> labels,
    List<Alias> aliases,
    List<String> support) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z-]*:[\\p{L}\\p{N}+._-]+");

  public NamedEntity {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "an id must be a kind in lower case, a colon and a name without spaces, such as"
              + " company:lynas, got "
              + id);
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException(id + " must have a label in at least one language");
    }
    labels = inOrder(labels);
    aliases = List.copyOf(aliases);
    support = List.copyOf(support);
  }

  public NamedEntity(
      String id, EntityType type, Map<Language, String> labels, List<Alias> aliases) {
    this(id, type, labels, aliases, List.of());
  }

  private static Map<Language, String> inOrder(Map<Language, String> labels) {
    Map<Language, String> sorted = new TreeMap<>(Comparator.comparing(Language::tag));
    sorted.putAll(labels);
    return Collections.unmodifiableMap(sorted);
  }

  /// The kind of this thing: finer than the type, such as `element` or `mine`.
  public String kind() {
    return kindOf(id);
  }

  /// The part of the id of a named entity before the colon; empty if there is none, as in `world`.
  public static String kindOf(String id) {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }

  /// The name in `language`; else in the other Chinese script, in English, or in any language.
  public String label(Language language) {
    Language other = language.equals(Language.ZH_HANT) ? Language.ZH_HANS : Language.ZH_HANT;
    List<Language> wanted =
        language.isChinese()
            ? List.of(language, other, Language.EN)
            : List.of(language, Language.EN, Language.ZH_HANS);
    return wanted.stream()
        .filter(labels::containsKey)
        .map(labels::get)
        .findFirst()
        .orElseGet(() -> labels.values().iterator().next());
  }

  /// This entity with the labels and aliases of `other` added; where both have one, this one's
  /// label and the `other`'s use of an alias count.
  NamedEntity and(NamedEntity other) {
    Map<Language, String> allLabels = new LinkedHashMap<>(other.labels);
    allLabels.putAll(labels);
    Map<String, Alias> allAliases = new LinkedHashMap<>();
    aliases.forEach(alias -> allAliases.put(alias.text(), alias));
    other.aliases.forEach(alias -> allAliases.put(alias.text(), alias));
    other.labels.values().stream()
        .filter(label -> !allLabels.containsValue(label))
        .forEach(label -> allAliases.putIfAbsent(label, Alias.sure(label)));
    List<String> allSupport = new ArrayList<>(support);
    allSupport.addAll(other.support);
    return new NamedEntity(id, type, allLabels, List.copyOf(allAliases.values()), allSupport);
  }

  /// This entity without an alias, however it is written.
  NamedEntity without(String spelling) {
    String key = Names.key(spelling);
    List<Alias> left =
        aliases.stream().filter(alias -> !Names.key(alias.text()).equals(key)).toList();
    return new NamedEntity(id, type, labels, left, support);
  }
}
