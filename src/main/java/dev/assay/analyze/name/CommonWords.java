package dev.assay.analyze.name;

import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells a common word of a pack from somebody's name that is written like it: an article that has
/// `Rhodium` with a capital within its sentences, and nowhere `rhodium`, tells of a firm.
final class CommonWords {

  private final List<String> blocks;
  private final Set<String> small = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  CommonWords(List<String> blocks, List<NameMatch> found) {
    this.blocks = blocks;
    for (NameMatch match : found) {
      String text = blocks.get(match.block());
      if (Character.isLowerCase(text.charAt(match.start()))) {
        small.add(key(match));
      } else if (match.block() != Tag.TITLE && isCommon(match) && isWithin(text, match)) {
        names.add(key(match));
      }
    }
  }

  /// Whether the match is a name here, and not the word of the pack.
  boolean isName(NameMatch match) {
    return isCommon(match)
        && Character.isUpperCase(blocks.get(match.block()).charAt(match.start()))
        && names.contains(key(match))
        && !small.contains(key(match));
  }

  /// One word in Latin letters that packs write small.
  private boolean isCommon(NameMatch match) {
    String written = blocks.get(match.block()).substring(match.start(), match.end());
    return written.chars().allMatch(Character::isLetter)
        && !HanScript.isHan(written.charAt(0))
        && written.length() > 2
        && !match.readings().isEmpty()
        && match.readings().stream()
            .allMatch(reading -> Character.isLowerCase(reading.alias().text().charAt(0)));
  }

  /// Whether words in small letters stand on both sides, in the same sentence.
  private static boolean isWithin(String text, NameMatch match) {
    int before = match.start() - 2;
    int behind = match.end() + 1;
    return before >= 0
        && text.charAt(before + 1) == ' '
        && (Character.isLowerCase(text.charAt(before)) || isArticle(text, before))
        && behind < text.length()
        && text.charAt(behind - 1) == ' '
        && Character.isLowerCase(text.charAt(behind));
  }

  /// `The Rhodium report` begins a sentence, and yet `Rhodium` stands within it.
  private static boolean isArticle(String text, int end) {
    return end >= 2 && text.startsWith("The", end - 2);
  }

  private String key(NameMatch match) {
    return new String(
        Folding.fold(blocks.get(match.block()).substring(match.start(), match.end())));
  }
}
