package dev.assay.topic;

import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a name stands for: things that the lexicon has, or words to look for.
///
/// @param name as it is shown
/// @param entities that the name and its aliases stand for; none makes the topic a query
/// @param aliases every spelling to look for where there is no entity
/// @param saved whether the reader has saved the topic
/// @param byWords whether the words are looked for though there are entities, since no article is
///   tagged with one
record Subject(
    Name name, List<NamedEntity> entities, List<Name> aliases, boolean saved, boolean byWords) {

  private static final List<Language> SHOWN =
      List.of(Language.ZH_HANS, Language.EN, Language.ZH_HANT);

  /// A page's head shows no more other names than this.
  private static final int MOST_OTHER_NAMES = 4;

  Subject {
    entities = List.copyOf(entities);
    aliases = List.copyOf(aliases);
  }

  static Subject of(String asked, Optional<TopicTable.SavedTopic> saved, Names names) {
    List<Name> aliases = saved.map(TopicTable.SavedTopic::aliases).orElse(List.of());
    Map<String, NamedEntity> entities = new LinkedHashMap<>();
    names.lookup(asked).ifPresent(entity -> entities.put(entity.id(), entity));
    for (Name alias : aliases) {
      names.lookup(alias.label()).ifPresent(entity -> entities.put(entity.id(), entity));
    }
    List<NamedEntity> found = List.copyOf(entities.values());
    return new Subject(shown(asked, found), found, aliases, saved.isPresent(), false);
  }

  /// The name as the lexicon writes it, if it has it; else as it was asked for.
  private static Name shown(String asked, List<NamedEntity> entities) {
    return entities.stream()
        .flatMap(entity -> entity.labels().entrySet().stream())
        .filter(label -> label.getValue().equalsIgnoreCase(asked))
        .findFirst()
        .map(label -> new Name(label.getValue(), label.getKey()))
        .orElseGet(() -> new Name(asked, LanguageDetector.detect(asked, Language.UNKNOWN)));
  }

  boolean isQuery() {
    return byWords || entities.isEmpty();
  }

  /// The same, to be looked for by its words.
  Subject asWords() {
    return new Subject(name, entities, aliases, saved, true);
  }

  List<String> entityIds() {
    return entities.stream().map(NamedEntity::id).toList();
  }

  /// All spellings, each to be found as it is.
  String query() {
    return allNames().stream()
        .map(label -> '"' + label.replace('"', ' ') + '"')
        .collect(Collectors.joining(" OR "));
  }

  private Set<String> allNames() {
    Set<String> labels = new LinkedHashSet<>();
    labels.add(name.label());
    aliases.forEach(alias -> labels.add(alias.label()));
    entities.forEach(entity -> labels.addAll(entity.labels().values()));
    return labels;
  }

  /// @param own names that the user gave these things
  Heading heading(List<Name> own) {
    return entities.isEmpty()
        ? new Heading(name, otherNames(), saved)
        : new Heading(
            name,
            entities.getFirst().type(),
            otherNames(),
            saved,
            entities.getFirst().id(),
            own,
            byWords);
  }

  private List<Name> otherNames() {
    List<Name> others = new ArrayList<>();
    for (NamedEntity entity : entities) {
      entity.labels().entrySet().stream()
          .sorted(Comparator.comparingInt(label -> place(label.getKey())))
          .map(label -> new Name(label.getValue(), label.getKey()))
          .forEach(others::add);
    }
    others.addAll(aliases);
    Set<String> seen = new LinkedHashSet<>(Set.of(name.label()));
    return others.stream()
        .filter(other -> seen.add(other.label()))
        .limit(MOST_OTHER_NAMES)
        .toList();
  }

  private static int place(Language language) {
    int place = SHOWN.indexOf(language);
    return place < 0 ? SHOWN.size() : place;
  }

  /// The name of `entity` for a reader of `reader`.
  static Name nameOf(NamedEntity entity, Language reader) {
    String label = entity.label(reader);
    return entity.labels().entrySet().stream()
        .filter(entry -> entry.getValue().equals(label))
        .map(Map.Entry::getKey)
        .min((a, b) -> Boolean.compare(!a.equals(reader), !b.equals(reader)))
        .map(language -> new Name(label, language))
        .orElseGet(() -> new Name(label, Language.UNKNOWN));
  }
}
