package dev.assay.analyze.name;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import dev.assay.cite.Places;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the other places of the names that were recognised in one place of an article: what is a
/// name there is one here.
final class NameSpread {

  /// What is longer is no name, and not looked for around another.
  private static final int LONGEST_WHOLE = 200;

  private final List<String> blocks;
  private final List<BitSet> taken;

  private final TitledPersons titled;

  /// @param taken for each block the characters that stand in a name already
  NameSpread(List<String> blocks, List<BitSet> taken, TitledPersons titled) {
    this.blocks = blocks;
    this.taken = taken;
    this.titled = titled;
  }

  /// `names` and the further places, in the order of the text.
  List<ReadName> spread(List<ReadName> names) {
    Map<String, NameKind> spellings = spellings(names);
    List<String> written = List.copyOf(spellings.keySet());
    Spellings sought = new Spellings(written);
    List<List<Spellings.Place>> places = blocks.stream().map(sought::in).toList();
    List<ReadName> all = new ArrayList<>();
    names.forEach(name -> all.add(whole(name, places.get(name.block()), written, spellings)));
    addFree(places, written, spellings, all);
    all.sort(Comparator.comparingInt(ReadName::block).thenComparingInt(ReadName::start));
    return all;
  }

  /// What is looked for, the longest first, then by what persons are called further on.
  private Map<String, NameKind> spellings(List<ReadName> names) {
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
    titled.spellings().forEach(title -> spellings.putIfAbsent(title, NameKind.PERSON));
    return spellings;
  }

  /// The name with what was cut off here and belongs to it elsewhere in the article.
  ///
  /// @param places of the spellings in its block
  private ReadName whole(
      ReadName name,
      List<Spellings.Place> places,
      List<String> written,
      Map<String, NameKind> kinds) {
    String own = name.in(blocks.get(name.block()));
    int best = written.size();
    int start = 0;
    int from = name.end() - LONGEST_WHOLE;
    for (Spellings.Place place :
        Places.within(places, Spellings.Place::start, from, name.start() + 1)) {
      String full = written.get(place.number());
      int end = place.start() + full.length();
      boolean longer =
          full.length() > own.length()
              && kinds.get(full) == name.kind()
              && full.indexOf(own) == name.start() - place.start();
      if (longer && place.number() < best && isFree(name, place.start(), end)) {
        best = place.number();
        start = place.start();
      }
    }
    if (best == written.size()) {
      return name;
    }
    int end = start + written.get(best).length();
    taken.get(name.block()).set(start, end);
    return new ReadName(name.block(), start, end, name.kind());
  }

  private boolean isFree(ReadName name, int start, int end) {
    BitSet here = taken.get(name.block());
    return here.get(start, name.start()).isEmpty() && here.get(name.end(), end).isEmpty();
  }

  /// By what a person with this full name is called further on.
  static Optional<String> lastName(String whole) {
    String full = Generation.without(whole);
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

  /// Adds the places that are in no name yet, one spelling after the other.
  private void addFree(
      List<List<Spellings.Place>> places,
      List<String> written,
      Map<String, NameKind> kinds,
      List<ReadName> into) {
    List<List<ReadName>> ofSpelling = new ArrayList<>();
    written.forEach(_ -> ofSpelling.add(new ArrayList<>()));
    for (int block = 0; block < blocks.size(); block++) {
      for (Spellings.Place place : places.get(block)) {
        String spelling = written.get(place.number());
        NameKind kind = Objects.requireNonNull(kinds.get(spelling));
        int end = place.start() + spelling.length();
        ofSpelling.get(place.number()).add(new ReadName(block, place.start(), end, kind));
      }
    }
    ofSpelling.forEach(found -> addFree(found, into));
  }

  /// @param found the places of one spelling, in the order of the text
  private void addFree(List<ReadName> found, List<ReadName> into) {
    int block = -1;
    int past = 0;
    for (ReadName name : found) {
      past = name.block() == block ? past : 0;
      block = name.block();
      if (name.start() >= past) {
        past = name.end();
        if (name.isFree(taken.get(block)) && isWhole(blocks.get(block), name.start(), past)) {
          taken.get(block).set(name.start(), past);
          into.add(name);
        }
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
