package dev.assay.analyze.name;

import dev.assay.lexicon.Alias;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NameTrie;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the known spellings in one text: the longest at each place, none across another.
///
/// A Latin spelling stands between word boundaries, at its end also before a plural. From each
/// place the scan looks ahead no further than the longest alias may be, so its time is linear.
final class NameScanner {

  /// Mixed-case spellings up to this length (`Nd`, `Xi`) are not found in capitals (`ND`, `XI`).
  private static final int EXACT_LENGTH = 3;

  private static final String CURRENCY_SIGNS = "$€£¥￥";

  private final Names names;
  private final NameTrie trie;

  NameScanner(Names names) {
    this.names = names;
    this.trie = names.trie();
  }

  /// The matches in `text`, in order, none overlapping another.
  List<NameMatch> scan(int block, String text) {
    Text scanned = new Text(text, Folding.fold(text));
    List<NameMatch> found = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (scanned.mayBeginAt(i)) {
        longestAt(block, i, scanned, found);
      }
    }
    return withoutOverlaps(found, text.length());
  }

  private void longestAt(int block, int start, Text text, List<NameMatch> found) {
    int node = NameTrie.ROOT;
    NameMatch longest = null;
    for (int i = start; i < text.folded.length; i++) {
      if (text.repeatsSpace(i)) {
        continue;
      }
      node = trie.step(node, text.folded[i]);
      if (node == NameTrie.NONE) {
        break;
      }
      int name = trie.nameAt(node);
      if (name != NameTrie.NONE) {
        NameMatch match = matchTo(block, start, i + 1, name, text);
        longest = match == null ? longest : match;
      }
    }
    if (longest != null) {
      found.add(longest);
    }
  }

  private @Nullable NameMatch matchTo(int block, int start, int end, int name, Text text) {
    List<Reading> all = names.readings(name);
    if (all.isEmpty()) {
      return text.endsWordAt(end, false) ? new NameMatch(block, start, end, all) : null;
    }
    List<Reading> fitting = fitting(all, start, end, text);
    return fitting.isEmpty() ? null : new NameMatch(block, start, text.afterPlural(end), fitting);
  }

  /// The readings that the text allows; most names have one, and need no list of their own.
  private static List<Reading> fitting(List<Reading> all, int start, int end, Text text) {
    if (all.size() == 1) {
      return fits(all.getFirst(), start, end, text) ? all : List.of();
    }
    return all.stream().filter(reading -> fits(reading, start, end, text)).toList();
  }

  private static boolean fits(Reading reading, int start, int end, Text text) {
    boolean plural = reading.entity().type() != EntityType.PERSON;
    return text.endsWordAt(end, plural) && hasCapitalsOf(reading.alias(), text, start);
  }

  /// Where the alias has a capital the text must have one; short spellings must be as they are.
  private static boolean hasCapitalsOf(Alias alias, Text text, int start) {
    String spelling = alias.text();
    boolean exact = spelling.length() <= EXACT_LENGTH && !isLowerCase(spelling);
    int at = start;
    for (int i = 0; i < spelling.length(); i++) {
      char asked = spelling.charAt(i);
      if (i > 0 && Folding.fold(asked) == ' ' && Folding.fold(spelling.charAt(i - 1)) == ' ') {
        continue;
      }
      while (text.repeatsSpace(at)) {
        at++;
      }
      char there = text.original.charAt(at++);
      if (Character.isUpperCase(asked) && !Character.isUpperCase(there)) {
        return false;
      }
      if (exact && Character.isLowerCase(asked) && Character.isUpperCase(there)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerCase(String text) {
    return text.chars().noneMatch(Character::isUpperCase);
  }

  /// Keeps the longest of overlapping matches, of equal ones the first.
  static List<NameMatch> withoutOverlaps(List<NameMatch> found, int length) {
    List<NameMatch> byLength = new ArrayList<>(found);
    byLength.sort(
        Comparator.comparingInt(NameMatch::length).reversed().thenComparing(NameScanner::isPhrase));
    boolean[] taken = new boolean[length];
    List<NameMatch> kept = new ArrayList<>();
    for (NameMatch match : byLength) {
      if (isFree(taken, match)) {
        Arrays.fill(taken, match.start(), match.end(), true);
        kept.add(match);
      }
    }
    kept.sort(Comparator.comparingInt(NameMatch::start));
    return kept;
  }

  private static boolean isPhrase(NameMatch match) {
    return !match.readings().isEmpty()
        && match.readings().getFirst().alias().use() == Alias.Use.PHRASE;
  }

  /// Kept matches are at least as long, so it is enough to look at both ends.
  private static boolean isFree(boolean[] taken, NameMatch match) {
    return !taken[match.start()] && !taken[match.end() - 1];
  }

  /// A text and its folded form, with what a boundary is in it.
  private record Text(String original, char[] folded) {

    /// Whether the space at `i` follows another: `US – Japan` is written as `US Japan`.
    boolean repeatsSpace(int i) {
      return i > 0 && i < folded.length && folded[i] == ' ' && folded[i - 1] == ' ';
    }

    boolean mayBeginAt(int i) {
      char c = folded[i];
      if (HanScript.isHan(c)) {
        return true;
      }
      return Folding.isWordCharacter(c)
          && (i == 0 || !Folding.isWordCharacter(folded[i - 1]))
          && !(i > 0 && (folded[i - 1] == '@' || isInAddress(i)));
    }

    /// Whether the word at `i` goes on from a dot, as the second part of `www.example.org` does.
    private boolean isInAddress(int i) {
      return i > 1
          && folded[i - 1] == '.'
          && Character.isLowerCase(original.charAt(i))
          && Folding.isWordCharacter(folded[i - 2]);
    }

    boolean endsWordAt(int end, boolean plural) {
      if (end == folded.length || !Folding.isWordCharacter(folded[end - 1])) {
        return true;
      }
      if (!Folding.isWordCharacter(folded[end])) {
        return CURRENCY_SIGNS.indexOf(folded[end]) < 0 && !isAddressDot(end);
      }
      return plural && isPluralAt(end);
    }

    /// The end of the word that `end` stands in, if it does.
    int afterPlural(int end) {
      int i = end;
      while (i < folded.length
          && Folding.isWordCharacter(folded[i - 1])
          && Folding.isWordCharacter(folded[i])) {
        i++;
      }
      return i;
    }

    private boolean isAddressDot(int end) {
      return folded[end] == '.'
          && end + 1 < folded.length
          && Folding.isWordCharacter(folded[end + 1])
          && Character.isLowerCase(original.charAt(end + 1));
    }

    /// Whether the letters from `end` make a plural of the word before: `s`, or `es` after a hiss,
    /// in capitals only after a capital.
    private boolean isPluralAt(int end) {
      boolean capitals = Character.isUpperCase(original.charAt(end - 1));
      boolean fits = capitals || Character.isLowerCase(original.charAt(end));
      if (fits && folded[end] == 's') {
        return endsWordAt(end + 1, false);
      }
      boolean hiss = "sxzh".indexOf(folded[end - 1]) >= 0;
      return fits
          && hiss
          && end + 1 < folded.length
          && folded[end] == 'e'
          && folded[end + 1] == 's'
          && endsWordAt(end + 2, false);
    }
  }
}
