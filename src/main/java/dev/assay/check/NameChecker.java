package dev.assay.check;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks the names of a sentence against the paragraphs it cites.
///
/// A person, company, body or place that the lexicon knows must be named there too, in either
/// language; what it knows as a material, trade or idea is a word and no name. Any other name, told
/// by its capitals, must stand there letter by letter if those paragraphs are written in Latin
/// letters; else nothing can be said of it. Linear in the texts. Safe for use by many threads.
public final class NameChecker {

  /// Words that have a capital and are no names: months, days, the first person.
  private final Set<String> noNames;

  private final TagMatcher tagMatcher;

  public NameChecker(Lexicon lexicon, TagMatcher tagMatcher) {
    this.noNames =
        lexicon.table("en/capital-words.tsv").rows().stream()
            .map(row -> row.cell(0))
            .collect(Collectors.toUnmodifiableSet());
    this.tagMatcher = tagMatcher;
  }

  /// How one name of a sentence stands in what it cites.
  public enum Standing {
    FOUND,
    MISSING,
    /// Written in another script than the lexicon's names of it; nobody can say.
    UNKNOWN
  }

  /// One name of the sentence.
  public record NameCheck(String name, Standing standing) {}

  /// The cited paragraphs, read once.
  public final class Cited {

    private final String text;
    private final Set<String> entities;
    private final Set<String> words;
    private final boolean latin;

    private Cited(List<String> paragraphs) {
      this.text = HanScript.simplify(String.join("\n", paragraphs));
      this.entities =
          tagMatcher.match("", paragraphs).stream().map(Tag::entity).collect(Collectors.toSet());
      this.words = new HashSet<>();
      runs(text).forEach(run -> words.add(bare(run.in(text))));
      this.latin = text.chars().filter(c -> HanScript.isHan((char) c)).count() * 4 < text.length();
    }

    /// The names of `sentence`, each with its standing.
    public List<NameCheck> check(String sentence) {
      List<NameCheck> checks = new ArrayList<>();
      List<Span> known = new ArrayList<>();
      for (Tag tag : Tag.known(tagMatcher.match("", List.of(sentence)))) {
        tag.mentions().forEach(mention -> known.add(mention.span()));
        if (isProper(tag.type())) {
          String name = tag.mentions().getFirst().span().in(sentence);
          boolean found =
              entities.contains(tag.entity()) || text.contains(HanScript.simplify(name));
          checks.add(new NameCheck(name, found ? Standing.FOUND : Standing.MISSING));
        }
      }
      for (Span run : runs(sentence)) {
        if (isName(sentence, run) && known.stream().noneMatch(run::overlaps)) {
          checks.add(new NameCheck(run.in(sentence), standing(sentence, run)));
        }
      }
      return checks;
    }

    /// A metal, a trade or an idea has words, which may be said in others; no name.
    private static boolean isProper(EntityType type) {
      return switch (type) {
        case COMPANY, PERSON, ORGANISATION, PLACE -> true;
        case INDUSTRY, PRODUCT, EVENT, CONCEPT -> false;
      };
    }

    private Standing standing(String sentence, Span run) {
      if (words.contains(bare(run.in(sentence)))) {
        return Standing.FOUND;
      }
      // A Chinese text may name a person that an English sentence must spell in Latin letters.
      return latin || isChinese(sentence) ? Standing.MISSING : Standing.UNKNOWN;
    }
  }

  /// Reads `paragraphs`, among them the title if names may come from there.
  public Cited read(List<String> paragraphs) {
    return new Cited(paragraphs);
  }

  private static boolean isChinese(String sentence) {
    return sentence.chars().anyMatch(c -> HanScript.isHan((char) c));
  }

  /// The Latin words of a text, hyphens and digits within.
  private static List<Span> runs(String text) {
    List<Span> runs = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isWordPart(text, end, i)) {
        end++;
      }
      if (end > i) {
        runs.add(new Span(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return runs;
  }

  private static boolean isWordPart(String text, int index, int start) {
    char c = text.charAt(index);
    boolean inner = "-'’&.".indexOf(c) >= 0 && index > start && index + 1 < text.length();
    return isLatin(c)
        || Character.isDigit(c)
        || inner && (isLatin(text.charAt(index + 1)) || Character.isDigit(text.charAt(index + 1)));
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && c < 0x250;
  }

  /// Has a capital that does not come from its place in the sentence; in Chinese any Latin word.
  private boolean isName(String sentence, Span run) {
    String word = run.in(sentence);
    boolean letters = word.chars().anyMatch(c -> isLatin((char) c));
    if (!letters || word.length() < 2 || noNames.contains(bare(word))) {
      return false;
    }
    if (isChinese(sentence)) {
      return word.chars().anyMatch(Character::isUpperCase);
    }
    boolean shouted = word.chars().skip(1).anyMatch(Character::isUpperCase);
    return shouted || Character.isUpperCase(word.charAt(0)) && !opens(sentence, run.start());
  }

  private static boolean opens(String sentence, int start) {
    int before = start - 1;
    while (before >= 0 && Character.isWhitespace(sentence.charAt(before))) {
      before--;
    }
    return before < 0 || ".!?:;“\"(".indexOf(sentence.charAt(before)) >= 0;
  }

  /// As words are compared: lower case, without a possessive, a plural or a last stop.
  private static String bare(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return lower.length() > 3 && lower.endsWith("s")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
