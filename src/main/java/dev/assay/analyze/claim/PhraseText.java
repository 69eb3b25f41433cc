package dev.assay.analyze.claim;

import dev.assay.article.Language;
import dev.assay.lexicon.Alias;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a short phrase that names a thing into the other language, Chinese or English, word by word
/// from the labels of the packs and the words of `lexicon/zh/nouns.tsv` and `bridge.tsv`.
///
/// All of it or nothing: a phrase of which a word is not known keeps the source's words, for half a
/// translation would be read as a whole one. No dictionary and no grammar: the order of the words
/// stays. Immutable; safe for use by many threads.
public final class PhraseText {

  private static final String SKIPPED = "的、，,《》“”\"() '’-";

  /// Words of English that a list of names leaves out.
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "s");

  private final WordTable<String> words;
  private final Set<String> singular = new HashSet<>();
  private final boolean chinese;
  private final Names names;

  /// Phrases for readers of `reader`: of Chinese for those who read English, of English for others.
  public PhraseText(Names names, Language reader) {
    this.names = names;
    this.chinese = reader.isChinese();
    Map<String, String> all = new HashMap<>();
    for (LexiconFile.Row row : names.lexicon().table("bridge.tsv").rows()) {
      addRow(row.cell(0).split(" "), row.cell(1).split(", "), all);
    }
    for (LexiconFile.Row row : names.lexicon().table("zh/nouns.tsv").rows()) {
      addRow(row.cell(0).split(" "), row.cell(1).split(", "), all);
    }
    for (NamedEntity entity : names.entities()) {
      String label = entity.label(reader);
      entity.labels().forEach((language, name) -> add(name, label, all));
      entity.aliases().stream()
          .filter(Alias::isSure)
          .map(Alias::text)
          .peek(singular::add)
          .forEach(alias -> add(alias, label, all));
    }
    this.words = WordTable.forwards(all);
  }

  private void addRow(String[] han, String[] latin, Map<String, String> all) {
    if (chinese) {
      Arrays.stream(latin).forEach(word -> add(word, han[0], all));
    } else {
      String plural = latin.length > 1 && latin[1].equals(latin[0] + "s") ? latin[1] : latin[0];
      Arrays.stream(han).forEach(word -> add(word, plural, all));
    }
  }

  private void add(String word, String other, Map<String, String> all) {
    char[] folded = Folding.fold(word);
    if (folded.length > 0 && HanScript.isHan(folded[0]) != chinese) {
      all.put(new String(folded), other);
    }
  }

  /// `phrase` in the reader's language, or as it is if it is in it already or a word of it is
  /// unknown.
  public String of(String phrase) {
    boolean own = phrase.codePoints().anyMatch(Character::isIdeographic) == chinese;
    return own ? (chinese ? phrase : joined(phrase)) : translated(phrase).orElse(phrase);
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

  /// `phrase`, which is in the other language, in the reader's; empty if a word of it is unknown.
  public Optional<String> translated(String phrase) {
    char[] text = Folding.fold(phrase);
    List<String> told = new ArrayList<>();
    int i = 0;
    while (i < text.length) {
      WordTable.Match<String> match = words.at(text, i, text.length);
      int end = match != null ? match.end() : endOfLatin(text, i);
      String word = new String(text, i, end - i);
      if (match != null) {
        told.add(match.value());
      } else if (chinese ? !ARTICLES.contains(word) && !isSkipped(text[i]) : !isKept(text[i])) {
        return Optional.empty();
      } else if (!chinese && !isSkipped(text[i])) {
        told.add(word);
      }
      i = end;
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(joined(told));
  }

  /// The words in a row, each before another in the singular if it has one: semiconductor
  /// companies.
  private String joined(List<String> told) {
    for (int i = 0; !chinese && i < told.size() - 1; i++) {
      String word = told.get(i);
      String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      told.set(i, singular.contains(single) ? single : word);
    }
    return String.join(chinese ? "" : " ", told);
  }

  private static boolean isSkipped(char c) {
    return SKIPPED.indexOf(c) >= 0;
  }

  /// Whether a Chinese phrase may go without it, or have it as it is: NdFeB磁体.
  private static boolean isKept(char c) {
    return isSkipped(c) || c < 128;
  }

  private static int endOfLatin(char[] text, int from) {
    int to = from + 1;
    while (to < text.length && isWord(text[from]) && isWord(text[to])) {
      to++;
    }
    return to;
  }

  private static boolean isWord(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }
}
