package dev.assay.check;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the names of a sentence, strictly, and whether a source has the same things, by any name
/// that may mean them. Linear in the texts. Immutable; safe for use by many threads.
final class CitedNames {

  /// What is checked: things that a sentence can confuse. Ideas and products go by too many words.
  private static final Set<EntityType> CHECKED =
      Set.of(EntityType.PERSON, EntityType.COMPANY, EntityType.ORGANISATION, EntityType.PLACE);

  private final TagMatcher tags;
  private final WordTable<List<String>> names;

  CitedNames(Names names) {
    this.tags = new TagMatcher(names);
    Map<String, List<String>> table = new HashMap<>();
    for (NamedEntity entity : names.entities()) {
      if (CHECKED.contains(entity.type())) {
        entity.labels().values().forEach(label -> add(table, label, entity));
        for (Alias alias : entity.aliases()) {
          add(table, alias.text(), entity);
        }
        addSurname(table, entity);
      }
    }
    this.names = WordTable.forwards(table);
  }

  private static void add(Map<String, List<String>> table, String word, NamedEntity entity) {
    table
        .computeIfAbsent(new String(Folding.letters(word)), _ -> new ArrayList<>(1))
        .add(entity.id());
  }

  /// A person is called by the last part of the name as well.
  private static void addSurname(Map<String, List<String>> table, NamedEntity entity) {
    if (entity.type() == EntityType.PERSON) {
      for (String label : entity.labels().values()) {
        int cut = Math.max(label.lastIndexOf(' '), label.lastIndexOf('·'));
        if (cut > 0 && cut + 1 < label.length()) {
          add(table, label.substring(cut + 1), entity);
        }
      }
    }
  }

  /// The names of a sentence that are checked.
  List<Tag> inSentence(String sentence) {
    return tags(List.of(sentence));
  }

  /// The things of the kinds checked that the texts surely name.
  List<Tag> tags(List<String> texts) {
    return tags.places(texts).stream().filter(tag -> CHECKED.contains(tag.type())).toList();
  }

  /// The ids of all things that `paragraphs` may name.
  Set<String> in(List<String> paragraphs) {
    Set<String> found = new HashSet<>();
    for (String paragraph : paragraphs) {
      char[] text = Folding.letters(paragraph);
      for (int i = 0; i < text.length; i++) {
        boolean start = i == 0 || !WordTable.isLatin(text[i - 1]) || !WordTable.isLatin(text[i]);
        if (start && (WordTable.isLatin(text[i]) || HanScript.isHan(text[i]))) {
          addAll(text, i, found);
        }
      }
    }
    return found;
  }

  private void addAll(char[] text, int from, Set<String> found) {
    WordTable.Match<List<String>> match = names.at(text, from, text.length);
    while (match != null) {
      found.addAll(match.value());
      match = match.end() - 1 > from ? names.at(text, from, match.end() - 1) : null;
    }
  }
}
