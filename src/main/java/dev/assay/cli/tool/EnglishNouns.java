package dev.assay.cli.tool;

import dev.assay.article.Language;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// English for a Chinese phrase that names a thing, word by word from the labels of the packs and
/// `lexicon/zh/nouns.tsv`. A phrase with a word that neither knows keeps the source's words: half a
/// translation would be read as a whole one. Immutable; safe for use by many threads.
public final class EnglishNouns {

  private static final String SKIPPED = "的、，,《》“”\"() ";

  private final WordTable<String> words;
  private final Names names;

  public EnglishNouns(Names names) {
    this.names = names;
    Map<String, String> all = new HashMap<>();
    for (NamedEntity entity : names.entities()) {
      String english = entity.label(Language.EN);
      entity.labels().forEach((language, label) -> add(label, english, all));
      entity.aliases().stream()
          .filter(Alias::isSure)
          .forEach(alias -> add(alias.text(), english, all));
    }
    for (LexiconFile.Row row : names.lexicon().table("zh/nouns.tsv").rows()) {
      for (String word : row.cell(0).split(" ")) {
        add(word, row.cell(1), all);
      }
    }
    this.words = WordTable.forwards(all);
  }

  /// "U.S. and Australian" by the names of both.
  private String joined(String phrase) {
    String[] parts = phrase.split(" and ", -1);
    if (parts.length != 2) {
      return phrase;
    }
    Optional<NamedEntity> one = names.lookup(parts[0]);
    Optional<NamedEntity> other = names.lookup(parts[1]);
    return one.isEmpty() || other.isEmpty()
        ? phrase
        : one.get().label(Language.EN) + " and " + other.get().label(Language.EN);
  }

  private static void add(String chinese, String english, Map<String, String> all) {
    char[] folded = Folding.fold(chinese);
    if (folded.length > 0 && Character.isIdeographic(folded[0])) {
      all.put(new String(folded), english);
    }
  }

  /// `phrase` in English, or as it is if it is English already or a word of it is unknown.
  public String of(String phrase) {
    if (phrase.codePoints().noneMatch(Character::isIdeographic)) {
      return joined(phrase);
    }
    char[] text = Folding.fold(phrase);
    List<String> english = new ArrayList<>();
    int i = 0;
    while (i < text.length) {
      WordTable.Match<String> match = words.at(text, i, text.length);
      if (match != null) {
        english.add(match.value());
        i = match.end();
      } else if (SKIPPED.indexOf(text[i]) >= 0) {
        i++;
      } else if (text[i] < 128) {
        i = addLatin(text, i, english);
      } else {
        return phrase;
      }
    }
    return english.isEmpty() ? phrase : String.join(" ", english);
  }

  private static int addLatin(char[] text, int from, List<String> english) {
    int to = from + 1;
    while (to < text.length && text[to] < 128 && text[to] != ' ') {
      to++;
    }
    english.add(new String(text, from, to - from));
    return to;
  }
}
