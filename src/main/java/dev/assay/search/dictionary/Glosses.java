package dev.assay.search.dictionary;

import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes of an entry's explanations the words that an English text would use.
///
/// `to restrict; to limit (sth)` gives restrict and limit; what only describes the word ("surname
/// Wang", measure words, "particle used for...") gives nothing, or little.
final class Glosses {

  /// An explanation of more words is a description, not a name.
  private static final int MOST_WORDS = 5;

  /// What a later sense is worth beside the one before.
  private static final double LATER_SENSE = 0.85;

  private static final int MOST_GLOSSES = 24;

  /// Beginnings of explanations that say something about the word, not what it means.
  private static final List<String> ABOUT =
      List.of(
          "CL:",
          "surname ",
          "variant of ",
          "old variant of ",
          "see ",
          "see also ",
          "also written ",
          "used in ",
          "used to ",
          "abbr. for ",
          "abbr. to ",
          "also pr.",
          "Taiwan pr.",
          "erhua ",
          "Japanese variant",
          "same as ",
          "equivalent to ",
          "idiom",
          "(bound form)CL",
          "pr. ",
          "classifier ",
          "particle ",
          "(archaic) variant",
          "prefix ",
          "suffix ");

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "to", "a", "an", "the", "be", "of", "sb", "sth", "one", "one's", "sb's", "sth's", "etc",
          "esp", "or", "and", "for", "in", "on", "with", "as");

  private static final List<String> LEADING =
      List.of("to be ", "to become ", "to have ", "to ", "a ", "an ", "the ", "be ");

  private Glosses() {}

  /// One English name of a word.
  ///
  /// @param stems what to look for, separated by spaces
  /// @param shown the name as written
  /// @param weight up to 1 for the first sense
  record Gloss(String stems, String shown, double weight) {}

  /// The names that `senses` give, by their stems.
  static Map<String, Gloss> of(List<String> senses) {
    Map<String, Gloss> glosses = new LinkedHashMap<>();
    double weight = 1;
    for (String sense : senses) {
      boolean named = false;
      for (String gloss : plain(sense).split(";")) {
        named |= add(gloss.strip(), weight, glosses);
      }
      weight *= named ? LATER_SENSE : 1;
    }
    return glosses;
  }

  private static boolean add(String gloss, double weight, Map<String, Gloss> glosses) {
    if (gloss.isEmpty() || ABOUT.stream().anyMatch(gloss::startsWith)) {
      return false;
    }
    int comma = gloss.indexOf(',');
    String name = withoutLeading((comma > 0 ? gloss.substring(0, comma) : gloss).strip());
    List<String> stems = stems(name);
    if (stems.isEmpty() || stems.size() > MOST_WORDS || glosses.size() >= MOST_GLOSSES) {
      return false;
    }
    String key = String.join(" ", stems);
    glosses.putIfAbsent(key, new Gloss(key, name.replaceAll("\\s+", " "), weight));
    return true;
  }

  private static String withoutLeading(String gloss) {
    for (String start : LEADING) {
      if (gloss.toLowerCase(Locale.ROOT).startsWith(start)) {
        return gloss.substring(start.length());
      }
    }
    return gloss;
  }

  /// Stems of the words that mean something: the key under which a gloss is found.
  static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    for (IndexTerms.Word word : IndexTerms.of(text)) {
      if (word.kind().isHan()) {
        return List.of();
      }
      if (word.kind() == Kind.STEM && !isEmptyWord(text.substring(word.start(), word.end()))) {
        stems.add(word.term());
      }
    }
    return stems;
  }

  static boolean isEmptyWord(String word) {
    return EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /// `sense` without what stands in round or square brackets.
  private static String plain(String sense) {
    StringBuilder plain = new StringBuilder(sense.length());
    int depth = 0;
    for (int i = 0; i < sense.length(); i++) {
      char c = sense.charAt(i);
      if (c == '(' || c == '[' || c == '（') {
        depth++;
      } else if (c == ')' || c == ']' || c == '）') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
