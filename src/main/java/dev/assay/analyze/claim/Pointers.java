package dev.assay.analyze.claim;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.Thing;
import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells words that only point at a thing, 该公司 or "companies", from those that name one, and finds
/// what they stand for where the text leaves no choice. Immutable; safe for use by many threads.
public final class Pointers {

  private static final String CLASSIFIERS = "家个些批项座只支款国";

  private final List<String> opening = new ArrayList<>();
  private final Map<String, Set<String>> lone = new HashMap<>();

  private Pointers() {}

  public Pointers(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("pointing.tsv").rows()) {
      for (String word : row.cell(1).split(" \\| ")) {
        if (row.cell(0).equals("opens")) {
          opening.add(word);
        } else {
          lone.put(word, row.cell(2).equals("-") ? Set.of() : Set.of(row.cell(2).split(" ")));
        }
      }
    }
  }

  /// Takes every word for a name.
  public static Pointers none() {
    return new Pointers();
  }

  /// Whether the text's own words for a thing leave open which one it is.
  public boolean isOpen(Thing thing) {
    if (thing.id() != null) {
      return false;
    }
    String words = folded(thing);
    return opens(words) > 0 || lone.containsKey(withoutArticle(words));
  }

  private static String folded(Thing thing) {
    return new String(Folding.letters(thing.words())).strip();
  }

  private static String withoutArticle(String words) {
    return words.startsWith("the ") ? words.substring("the ".length()) : words;
  }

  /// The length of the word that points at the head of a phrase, with what counts behind it.
  private int opens(String words) {
    for (String open : opening) {
      boolean latin = open.charAt(0) < 'ɐ';
      if (words.startsWith(latin ? open + " " : open) && words.length() > open.length()) {
        int end = open.length() + 1;
        boolean counted = latin || CLASSIFIERS.indexOf(words.charAt(open.length())) >= 0;
        return counted && words.length() > end ? end : open.length();
      }
    }
    return 0;
  }

  /// The name that `thing` stands for: the one of its kind that was named before it in its
  /// paragraph, or else in the title; null if there is none or more than one.
  ///
  /// @param place of the thing in the paragraph
  @Nullable Thing named(Thing thing, int paragraph, @Nullable Span place, List<Tag> tags) {
    String words = withoutArticle(folded(thing));
    Set<String> kinds = lone.getOrDefault(words.substring(opens(words)).strip(), Set.of());
    if (kinds.isEmpty() || place == null) {
      return null;
    }
    List<Tag> before = of(kinds, paragraph, place.start(), tags);
    List<Tag> at = before.isEmpty() ? of(kinds, Tag.TITLE, Integer.MAX_VALUE, tags) : before;
    return at.size() == 1 ? new Thing(at.getFirst().entity(), thing.words()) : null;
  }

  private static List<Tag> of(Set<String> kinds, int paragraph, int until, List<Tag> tags) {
    return tags.stream()
        .filter(tag -> kinds.contains(NamedEntity.kindOf(tag.entity())))
        .filter(
            tag ->
                tag.mentions().stream()
                    .anyMatch(one -> one.paragraph() == paragraph && one.span().end() <= until))
        .toList();
  }
}
