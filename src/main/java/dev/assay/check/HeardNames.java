package dev.assay.check;

import dev.assay.analyze.name.Transcriptions;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Sounds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Knows the names of lines in one script again in a sentence in the other, by how they sound: Li
/// Hang of 李航, 彼得·奥内 of Petter Aune. Immutable.
final class HeardNames {

  /// Of words with a capital that follow one another so many are one name.
  private static final int MOST_WORDS = 4;

  private static final int FEWEST_LETTERS = 3;

  private final String text;

  /// Words with a capital of the lines, each and with those that follow.
  private final Set<String> names = new TreeSet<>();

  /// Foreign names in Chinese.
  private final List<String> dotted;

  /// @param text of the lines, in simplified characters
  HeardNames(String text) {
    this.text = text;
    this.dotted = Transcriptions.dotted(text).stream().map(span -> span.in(text)).toList();
    Transcriptions.capitals(text).forEach(span -> add(span.in(text)));
  }

  private void add(String capitals) {
    List<String> words = List.of(capitals.split(" "));
    words.stream()
        .filter(word -> word.indexOf('-') > 0)
        .flatMap(word -> Stream.of(word.split("-")))
        .filter(part -> part.length() >= FEWEST_LETTERS)
        .forEach(names::add);
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
        String name = String.join("", words.subList(from, to));
        if (name.length() >= FEWEST_LETTERS) {
          names.add(name);
        }
      }
    }
  }

  /// Whether the lines have a name that sounds like `han`, or like the last part of it, by which a
  /// person is called.
  boolean sound(String han) {
    Set<String> forms = forms(han);
    return names.stream()
        .anyMatch(
            name ->
                Sounds.spelled(letters(name), han)
                    || forms.stream().anyMatch(form -> Transcriptions.isOne(name, form))
                    || Transcriptions.stands(name, han));
  }

  private static Set<String> forms(String han) {
    int dot = han.lastIndexOf('·');
    if (dot < 0) {
      return Set.of(han);
    }
    // what follows may transcribe too: the 博 of 奥杜亚博士
    Set<String> forms = new LinkedHashSet<>(List.of(han, han.substring(0, han.length() - 1)));
    if (han.length() - dot > 2) {
      forms.add(han.substring(dot + 1));
    }
    return forms;
  }

  /// Whether the lines call a person by the last part of this name: 里根 or *Reagan* of Ronald
  /// Reagan.
  boolean call(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return HanScript.isHan(name.charAt(0))
        ? name.indexOf('·') > 0 && sound(name)
        : !last.equals(name) && (names.contains(last) || write(List.of(last)));
  }

  /// Whether the lines write in Chinese what these words sound like, each or all together.
  boolean write(List<String> words) {
    List<String> said = new ArrayList<>(words);
    if (words.size() > 1) {
      said.add(String.join("", words));
    }
    return said.stream()
        .anyMatch(
            word ->
                Sounds.spelled(letters(word), text)
                    || Transcriptions.stands(word, text)
                    || isDotted(word));
  }

  private boolean isDotted(String name) {
    return dotted.stream().anyMatch(han -> Transcriptions.isOne(name, han));
  }

  /// As Chinese characters are spelled: Xi'an, xian; Lü, lu.
  private static String letters(String word) {
    return new String(Folding.fold(word)).replaceAll("['’ -]s?$|['’ -]", "");
  }
}
