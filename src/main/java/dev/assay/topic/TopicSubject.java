package dev.assay.topic;

import dev.assay.analyze.name.ReadId;
import dev.assay.article.Language;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a name stands for: things that the lexicon has, or words to look for.
///
/// @param name as it is shown
/// @param entities that the name and its aliases stand for; none makes the topic a query
/// @param aliases every spelling to look for where there is no entity
/// @param saved whether the reader has saved the topic
/// @param looked how the articles are found
/// @param readAs what articles are tagged with under a name that was read and that nobody has
///   confirmed, what most are tagged with first
public record TopicSubject(
    Name name,
    List<NamedEntity> entities,
    List<Name> aliases,
    boolean saved,
    Looked looked,
    List<ReadId> readAs) {

  /// How a topic's articles are found.
  enum Looked {
    /// By the entities that they are tagged with.
    BY_ENTITY,
    /// By a query in the language of search.
    BY_QUERY,
    /// By each spelling as a phrase.
    BY_SPELLING,
    /// By all words of the name, wherever they stand, since no article has the name as it is.
    BY_ALL_WORDS
  }

  private static final List<Language> SHOWN =
      List.of(Language.ZH_HANS, Language.EN, Language.ZH_HANT);

  /// A page's head shows no more other names than this.
  private static final int MOST_OTHER_NAMES = 4;

  public TopicSubject {
    entities = List.copyOf(entities);
    aliases = List.copyOf(aliases);
    readAs = List.copyOf(readAs);
  }

  static TopicSubject of(String asked, Optional<TopicTable.SavedTopic> saved, Names names) {
    List<Name> aliases = saved.map(TopicTable.SavedTopic::aliases).orElse(List.of());
    Map<String, NamedEntity> entities = new LinkedHashMap<>();
    names.lookup(asked).ifPresent(entity -> entities.put(entity.id(), entity));
    for (Name alias : aliases) {
      names.lookup(alias.label()).ifPresent(entity -> entities.put(entity.id(), entity));
    }
    List<NamedEntity> found = List.copyOf(entities.values());
    return new TopicSubject(
        shown(asked, found), found, aliases, saved.isPresent(), looked(asked, found), List.of());
  }

  private static Looked looked(String asked, List<NamedEntity> entities) {
    if (!entities.isEmpty()) {
      return Looked.BY_ENTITY;
    }
    return Search.isQuery(asked) ? Looked.BY_QUERY : Looked.BY_SPELLING;
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

  /// The same, of a name that was read, with the names that articles give it in another script.
  ///
  /// @param ids under which articles are tagged with it
  TopicSubject read(List<String> ids, List<String> linked) {
    List<Name> more = new ArrayList<>(aliases);
    parsed(linked).map(TopicSubject::nameOf).forEach(more::add);
    Name marked = new Name(name.label(), name.language(), true);
    return new TopicSubject(marked, entities, more, saved, looked, parsed(ids).toList());
  }

  private static Stream<ReadId> parsed(List<String> ids) {
    return ids.stream().flatMap(id -> ReadId.parse(id).stream());
  }

  public boolean isQuery() {
    return looked != Looked.BY_ENTITY;
  }

  /// The same, found in another way.
  TopicSubject found(Looked otherwise) {
    return new TopicSubject(name, entities, aliases, saved, otherwise, readAs);
  }

  /// The search that understands [#query]: a name is looked for as it is, and a query as anywhere.
  public Search in(Search search) {
    return looked == Looked.BY_QUERY ? search : search.asWritten();
  }

  public List<String> entityIds() {
    return entities.stream().map(NamedEntity::id).toList();
  }

  /// What the articles of the topic are tagged with for being of it, known or read.
  Set<String> ownIds() {
    return Stream.concat(entityIds().stream(), readAs.stream().map(ReadId::id))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What search is asked for.
  public String query() {
    String first =
        switch (looked) {
          case BY_QUERY -> '(' + name.label() + ')';
          case BY_ALL_WORDS -> '(' + allWords(name.label()) + ')';
          case BY_ENTITY, BY_SPELLING -> phrase(name.label());
        };
    Set<String> parts = new LinkedHashSet<>(Set.of(first));
    otherLabels().forEach(label -> parts.add(phrase(label)));
    return String.join(" OR ", parts);
  }

  private static String phrase(String label) {
    return '"' + label.replace('"', ' ') + '"';
  }

  /// Each word in any of its forms; Chinese between two spaces as it stands.
  private static String allWords(String label) {
    return Stream.of(label.split("[\\s\u3000]+", -1))
        .map(word -> word.chars().anyMatch(c -> HanScript.isHan((char) c)) ? phrase(word) : word)
        .collect(Collectors.joining(" AND "));
  }

  private Set<String> otherLabels() {
    Set<String> labels = new LinkedHashSet<>();
    aliases.forEach(alias -> labels.add(alias.label()));
    entities.forEach(entity -> labels.addAll(entity.labels().values()));
    return labels;
  }

  /// A reader of one language is not greeted by a name in the other; a name in the other script of
  /// his own stays as it was asked for.
  ///
  /// @param own names that the user gave these things
  Heading heading(Language reader, List<Name> own) {
    Name shown = entities.isEmpty() ? name : nameFor(reader);
    return entities.isEmpty()
        ? new Heading(shown, readType(), otherNames(shown), saved)
        : new Heading(
            shown,
            entities.getFirst().type(),
            otherNames(shown),
            saved,
            entities.getFirst().id(),
            own,
            isQuery());
  }

  private @Nullable EntityType readType() {
    return readAs.isEmpty() ? null : readAs.getFirst().type();
  }

  private Name nameFor(Language reader) {
    boolean readable =
        name.language().equals(Language.UNKNOWN)
            || (reader.isChinese() ? name.language().isChinese() : name.language().equals(reader));
    NamedEntity thing = entities.getFirst();
    return readable || !isNameOf(thing) ? name : nameOf(thing, reader);
  }

  /// A reader's own word for several things is the name of none.
  private boolean isNameOf(NamedEntity thing) {
    return Stream.concat(
            thing.labels().values().stream(), thing.aliases().stream().map(alias -> alias.text()))
        .anyMatch(label -> label.equalsIgnoreCase(name.label()));
  }

  private List<Name> otherNames(Name shown) {
    List<Name> others = new ArrayList<>();
    for (NamedEntity entity : entities) {
      entity.labels().entrySet().stream()
          .sorted(Comparator.comparingInt(label -> place(label.getKey())))
          .map(label -> new Name(label.getValue(), label.getKey()))
          .forEach(others::add);
    }
    others.addAll(aliases);
    Set<String> seen = new LinkedHashSet<>(Set.of(shown.label()));
    return others.stream()
        .filter(other -> seen.add(other.label()))
        .limit(MOST_OTHER_NAMES)
        .toList();
  }

  private static int place(Language language) {
    int place = SHOWN.indexOf(language);
    return place < 0 ? SHOWN.size() : place;
  }

  /// The name of the thing with this id for a reader of `reader`; empty if it is not known any
  /// more.
  public static Optional<Name> nameOf(String id, Names names, Language reader) {
    return names
        .entity(id)
        .map(entity -> nameOf(entity, reader))
        .or(() -> ReadId.parse(id).map(TopicSubject::nameOf));
  }

  private static Name nameOf(ReadId read) {
    return new Name(read.name(), LanguageDetector.detect(read.name(), Language.EN), true);
  }

  /// The name of `entity` for a reader of `reader`.
  public static Name nameOf(NamedEntity entity, Language reader) {
    String label = entity.label(reader);
    return entity.labels().entrySet().stream()
        .filter(entry -> entry.getValue().equals(label))
        .map(Map.Entry::getKey)
        .min((a, b) -> Boolean.compare(!a.equals(reader), !b.equals(reader)))
        .map(language -> new Name(label, language))
        .orElseGet(() -> new Name(label, Language.UNKNOWN));
  }
}
