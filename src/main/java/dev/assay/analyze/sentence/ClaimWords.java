package dev.assay.analyze.sentence;

import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of one language that tell what a figure belongs to, from `LANGUAGE/properties.tsv` and
/// `LANGUAGE/claim-words.tsv`.
public final class ClaimWords {

  private static final List<String> HISSES = List.of("s", "x", "z", "ch", "sh");

  private final WordTable<List<ClaimWord>> words;

  private ClaimWords(WordTable<List<ClaimWord>> words) {
    this.words = words;
  }

  /// The words of `folder`, where `between` stands between two words of a cell.
  public static ClaimWords read(Lexicon lexicon, String folder, String between) {
    Map<String, List<ClaimWord>> all = new HashMap<>();
    for (LexiconFile.Row row : lexicon.table(folder + "/properties.tsv").rows()) {
      add(row, between, property(row), all);
    }
    for (LexiconFile.Row row : lexicon.table(folder + "/claim-words.tsv").rows()) {
      add(row, between, role(row), all);
    }
    return new ClaimWords(WordTable.forwards(all));
  }

  private static void add(
      LexiconFile.Row row, String between, ClaimWord meaning, Map<String, List<ClaimWord>> all) {
    boolean regular = row.cell(1).equals("regular");
    for (String word : row.cell(0).split(between)) {
      for (String form : regular ? forms(word) : List.of(word)) {
        all.computeIfAbsent(FoldedText.fold(form), _ -> new ArrayList<>(2)).add(meaning);
      }
    }
  }

  /// The forms of a regular English verb: focus, focuses, focused, focusing.
  private static List<String> forms(String verb) {
    if (verb.endsWith("e")) {
      String stem = verb.substring(0, verb.length() - 1);
      return List.of(verb, verb + "s", verb + "d", stem + "ing");
    }
    if (verb.endsWith("y") && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0) {
      String stem = verb.substring(0, verb.length() - 1);
      return List.of(verb, stem + "ies", stem + "ied", verb + "ing");
    }
    boolean hiss = HISSES.stream().anyMatch(verb::endsWith);
    return List.of(verb, verb + (hiss ? "es" : "s"), verb + "ed", verb + "ing");
  }

  private static ClaimWord property(LexiconFile.Row row) {
    String name = row.cell(2);
    int sign = name.endsWith("+") ? 1 : name.endsWith("-") ? -1 : 0;
    Property property = Property.of(sign == 0 ? name : name.substring(0, name.length() - 1));
    Set<UnitFamily> families =
        Arrays.stream(row.cell(3).split(" "))
            .map(UnitFamily::named)
            .collect(Collectors.toUnmodifiableSet());
    return new ClaimWord(Role.named(row.cell(1)), property.word(), property, sign, families);
  }

  private static ClaimWord role(LexiconFile.Row row) {
    Role role = row.cell(1).equals("regular") ? Role.ACT : Role.named(row.cell(1));
    return new ClaimWord(role, row.cell(2), null, 0, Set.of());
  }

  /// The longest word that begins at `from`, or null.
  public WordTable.@Nullable Match<List<ClaimWord>> at(char[] text, int from, int limit) {
    return words.at(text, from, limit);
  }
}
