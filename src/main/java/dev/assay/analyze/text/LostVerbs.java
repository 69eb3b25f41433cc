package dev.assay.analyze.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the verb of an English clause that the tagger took for a noun: "the company operates 37
/// vessels", "the council plans new towns". A noun in -s that could be the third person, between a
/// noun, or the "and" behind another such verb, and what only a verb has behind it, is that verb if
/// the clause has no other.
final class LostVerbs {

  private static final String VERB = "VERB";

  private static final Pattern THIRD_PERSON = Pattern.compile("[a-z]{3,}[^siu]s");

  /// What opens the object of a verb, and stands behind no noun.
  private static final Set<String> OBJECTS = Set.of("DET", "NUM");

  /// `lexicon/en/lost-verbs.tsv`: what else opens an object, nouns in -s that figures stand behind
  /// without a verb ("sales 12 percent up"), and verbs of many things that are nouns too.
  private static final class Table {
    static final Set<String> OBJECTS = words("object");
    static final Set<String> NOUNS = words("noun");
    static final Set<String> PLURAL = words("plural");

    private static Set<String> words(String kind) {
      return EnglishBase.table("lost-verbs.tsv").rows().stream()
          .filter(row -> row.cell(0).equals(kind))
          .flatMap(row -> Stream.of(row.cell(1).split(" ")))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private LostVerbs() {}

  /// Puts the lost verbs of a sentence into its `tags`.
  static void mend(String[] words, String[] tags) {
    for (int i = 1; i + 1 < words.length; i++) {
      if (opensObject(words[i + 1], tags[i + 1])
          && (isThirdPerson(words[i], tags[i]) && isOfOne(words, tags, i)
              || isOfMany(words, tags, i))) {
        tags[i] = VERB;
      }
    }
  }

  private static boolean isThirdPerson(String word, String tag) {
    return tag.equals("NOUN")
        && THIRD_PERSON.matcher(word).matches()
        && !Table.NOUNS.contains(word);
  }

  private static boolean isOfOne(String[] words, String[] tags, int at) {
    return isSubject(words[at - 1], tags[at - 1]) && isWithoutVerb(tags, at)
        || tags[at - 1].equals("CCONJ") && isSecondVerb(words, tags, at);
  }

  /// "The grants cover 65 percent": the verb of many things is a noun without -s.
  private static boolean isOfMany(String[] words, String[] tags, int at) {
    return tags[at].equals("NOUN")
        && Table.PLURAL.contains(words[at])
        && tags[at - 1].equals("NOUN")
        && words[at - 1].endsWith("s")
        && isWithoutVerb(tags, at);
  }

  /// One thing: many things have no verb in -s.
  private static boolean isSubject(String word, String tag) {
    return tag.equals("PROPN") || tag.equals("NOUN") && !word.endsWith("s");
  }

  private static boolean opensObject(String word, String tag) {
    return OBJECTS.contains(tag) || Table.OBJECTS.contains(word);
  }

  /// "Operates 37 vessels and employs 1,900 people".
  private static boolean isSecondVerb(String[] words, String[] tags, int at) {
    int i = at - 1;
    while (i > 0 && !tags[i].equals("PUNCT") && !tags[i].startsWith(VERB)) {
      i--;
    }
    return tags[i].startsWith(VERB) && words[i].endsWith("s") && isWithoutVerb(tags, at);
  }

  private static boolean isWithoutVerb(String[] tags, int at) {
    int first = at;
    while (first > 0 && !endsClause(tags[first - 1])) {
      first--;
    }
    int end = at + 1;
    while (end < tags.length && !endsClause(tags[end])) {
      end++;
    }
    for (int i = first; i < end; i++) {
      if (tags[i].startsWith(VERB) || tags[i].startsWith("AUX")) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsClause(String tag) {
    return tag.equals("PUNCT") || tag.equals("CCONJ") || tag.equals("SCONJ");
  }
}
