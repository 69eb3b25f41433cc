package dev.assay.event.figure;

import dev.assay.analyze.text.Word;
import dev.assay.analyze.text.Word.Part;
import dev.assay.analyze.text.WordCutter;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What stands directly behind each name of a sentence: *tram* of "the Brackley tram", *Dairy* of
/// "Vellmar Dairy", and 酒厂 behind the first two characters of 海宁酒厂. Two texts whose words go on
/// otherwise behind one name tell of two things that share it: the tram and the bus of one town.
record Siblings(Map<String, Set<String>> behind) {

  private static final Set<Part> NAMES = EnumSet.of(Part.PERSON, Part.PLACE, Part.BODY, Part.NAME);
  private static final Set<Part> ON = EnumSet.of(Part.NAME, Part.BODY, Part.NOUN);

  /// A Chinese name begins with a place or a firm of so many characters, as most do.
  private static final int BEGINNING = 2;

  /// Of a sentence of `text`.
  static Siblings of(String text, Span sentence) {
    Map<String, Set<String>> behind = new HashMap<>();
    Word before = null;
    for (Word word : WordCutter.of(text, sentence)) {
      if (before != null
          && NAMES.contains(before.part())
          && (ON.contains(word.part()) || Character.isUpperCase(text.charAt(word.start())))
          && text.substring(before.end(), word.start()).isBlank()) {
        behind.computeIfAbsent(before.base(), _ -> new HashSet<>()).add(word.base());
      }
      String written = text.substring(word.start(), word.end());
      if (NAMES.contains(word.part())
          && written.length() > BEGINNING
          && HanScript.isHan(written.charAt(0))) {
        behind
            .computeIfAbsent(written.substring(0, BEGINNING), _ -> new HashSet<>())
            .add(written.substring(BEGINNING));
      }
      before = word;
    }
    return new Siblings(behind);
  }

  /// Whether a name goes on otherwise in the other sentence, and nowhere alike.
  boolean areParted(Siblings other) {
    return behind.entrySet().stream()
        .anyMatch(
            name -> {
              Set<String> there = other.behind.getOrDefault(name.getKey(), Set.of());
              return !there.isEmpty()
                  && name.getValue().stream().noneMatch(one -> goesOnAs(one, there));
            });
  }

  /// Whether some word is this one, or one of both is the other and more: 药业 and 药业股份.
  private static boolean goesOnAs(String one, Set<String> others) {
    return others.stream().anyMatch(other -> one.startsWith(other) || other.startsWith(one));
  }
}
