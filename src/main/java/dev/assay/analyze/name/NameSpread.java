package dev.assay.analyze.name;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the other places of the names that were recognised in one place of an article: what is a
/// name there is one here.
final class NameSpread {

  private final List<String> blocks;
  private final List<BitSet> taken;

  /// @param taken for each block the characters that stand in a name already
  NameSpread(List<String> blocks, List<BitSet> taken) {
    this.blocks = blocks;
    this.taken = taken;
  }

  /// `names` and the further places, in the order of the text.
  List<ReadName> spread(List<ReadName> names) {
    Map<String, NameKind> spellings = new LinkedHashMap<>();
    names.stream()
        .sorted(Comparator.comparingInt(ReadName::length).reversed())
        .forEach(name -> spellings.putIfAbsent(name.in(blocks.get(name.block())), name.kind()));
    names.stream()
        .filter(name -> name.kind() == NameKind.PERSON)
        .map(name -> lastName(name.in(blocks.get(name.block()))))
        .flatMap(Optional::stream)
        .flatMap(last -> Stream.of(last, withSmallLetters(last)))
        .forEach(last -> spellings.putIfAbsent(last, NameKind.PERSON));
    List<ReadName> all = new ArrayList<>();
    names.forEach(name -> all.add(whole(name, spellings)));
    spellings.forEach(
        (spelling, kind) -> {
          for (int block = 0; block < blocks.size(); block++) {
            find(block, spelling, kind, all);
          }
        });
    all.sort(Comparator.comparingInt(ReadName::block).thenComparingInt(ReadName::start));
    return all;
  }

  /// The name with what was cut off here and belongs to it elsewhere in the article.
  private ReadName whole(ReadName name, Map<String, NameKind> spellings) {
    String text = blocks.get(name.block());
    String written = name.in(text);
    for (Map.Entry<String, NameKind> other : spellings.entrySet()) {
      String full = other.getKey();
      int start = name.start() - Math.max(0, full.indexOf(written));
      int end = start + full.length();
      boolean longer =
          full.length() > written.length() && other.getValue() == name.kind() && start >= 0;
      if (longer && text.startsWith(full, start) && end >= name.end() && isFree(name, start, end)) {
        taken.get(name.block()).set(start, end);
        return new ReadName(name.block(), start, end, name.kind());
      }
    }
    return name;
  }

  private boolean isFree(ReadName name, int start, int end) {
    BitSet here = taken.get(name.block());
    return here.get(start, name.start()).isEmpty() && here.get(name.end(), end).isEmpty();
  }

  /// By what a person with this full name is called further on.
  static Optional<String> lastName(String full) {
    int before = Math.max(full.lastIndexOf(' '), full.lastIndexOf('·'));
    String last = full.substring(before + 1);
    int least = HanScript.isHan(full.charAt(0)) ? 2 : 3;
    return before > 0 && last.length() >= least && !Character.isDigit(last.charAt(0))
        ? Optional.of(last)
        : Optional.empty();
  }

  /// `Pelosi` of a title's `PELOSI`.
  private static String withSmallLetters(String last) {
    return last.charAt(0) + last.substring(1).toLowerCase(Locale.ROOT);
  }

  private void find(int block, String spelling, NameKind kind, List<ReadName> into) {
    String text = blocks.get(block);
    int length = spelling.length();
    for (int i = text.indexOf(spelling); i >= 0; i = text.indexOf(spelling, i + length)) {
      boolean free = taken.get(block).get(i, i + length).isEmpty();
      if (free && isWhole(text, i, i + length)) {
        taken.get(block).set(i, i + length);
        into.add(new ReadName(block, i, i + length, kind));
      }
    }
  }

  /// A name in Latin letters stands between word boundaries; one of two Chinese characters makes no
  /// word with its neighbours.
  private static boolean isWhole(String text, int start, int end) {
    if (HanScript.isHan(text.charAt(start))) {
      return end - start > 2
          || !isWord(text, start - 1, start + 1) && !isWord(text, end - 1, end + 1);
    }
    return (start == 0 || !isOfWord(text.charAt(start - 1)))
        && (end == text.length() || !isOfWord(text.charAt(end)));
  }

  private static boolean isOfWord(char c) {
    return Folding.isWordCharacter(Folding.fold(c)) && !HanScript.isHan(c) || c == '-';
  }

  private static boolean isWord(String text, int from, int to) {
    return from >= 0
        && to <= text.length()
        && CoreDictionary.contains(HanScript.simplify(text.substring(from, to)));
  }
}
