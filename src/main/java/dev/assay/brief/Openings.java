package dev.assay.brief;

import dev.assay.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the first words of a sentence say about taking it out of its text.
final class Openings {

  /// What to do with a sentence that begins so.
  enum Rule {
    KEEP,
    /// Keep, but prefer others.
    WEAK,
    DROP,
    STRIP,
    /// Strip before a comma, else drop.
    COMMA,
    /// Strip before a comma, else keep.
    COMMA_OR_KEEP
  }

  private static final int LONGEST = 4;

  private final Map<String, Rule> rules = new HashMap<>();
  private final Set<String> goingOn = new HashSet<>();
  private final Set<String> unique = new HashSet<>();

  Openings(String file) {
    for (LexiconFile.Row row : LexiconFile.read(file).rows()) {
      switch (row.cell(1)) {
        case "goes-on" -> goingOn.add(row.cell(0));
        case "unique" -> unique.add(row.cell(0));
        case String rule ->
            rules.put(row.cell(0), Rule.valueOf(rule.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
  }

  /// Whether `word` after `the` and a noun says which one it is.
  boolean goesOn(String word) {
    return goingOn.contains(word);
  }

  /// Whether there is but one that `the` and this noun can mean.
  boolean isUnique(String noun) {
    return unique.contains(noun);
  }

  /// How the longest listed opening among the first tokens ends.
  ///
  /// @param end index after its last token; where it began, if none is listed
  record Opening(Rule rule, int end) {}

  Opening of(Words words, int from, int to) {
    Opening found = new Opening(Rule.KEEP, from);
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(to, from + LONGEST); i++) {
      if (words.token(i).role() == Token.Role.BREAK) {
        break;
      }
      text.append(text.isEmpty() ? "" : words.gap()).append(words.written(i));
      Rule rule = rule(text.toString());
      if (rule != null) {
        found = new Opening(rule, i + 1);
      }
    }
    return found;
  }

  /// A contraction goes by its first word: `he'll` by `he`.
  private @Nullable Rule rule(String opening) {
    Rule rule = rules.get(opening);
    int apostrophe = opening.indexOf('\'');
    return rule != null || apostrophe < 0 ? rule : rules.get(opening.substring(0, apostrophe));
  }
}
