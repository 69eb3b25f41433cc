package dev.assay.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Alias;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PackTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final TagMatcher MATCHER = new TagMatcher(NAMES);

  private static List<String> sureNames(NamedEntity entity) {
    Set<String> names = new LinkedHashSet<>(entity.labels().values());
    for (Alias alias : entity.aliases()) {
      if (alias.isSure()) {
        names.add(alias.text());
      } else {
        names.remove(alias.text());
      }
    }
    return List.copyOf(names);
  }

  private static String sentenceWith(String name) {
    return HanScript.isHan(name.charAt(0))
        ? "该报告第一段提到“" + name + "”一词。"
        : "The first part of the report mentions " + name + " again.";
  }

  private static boolean finds(String name, String id) {
    return MATCHER.match("", List.of(sentenceWith(name))).stream()
        .anyMatch(tag -> tag.entity().equals(id));
  }

  @Test
  void findsEveryNameOfEveryRow() {
    List<String> lost = new ArrayList<>();
    for (NamedEntity entity : NAMES.entities()) {
      for (String name : sureNames(entity)) {
        if (!finds(name, entity.id())) {
          lost.add(entity.id() + " " + name);
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void givesNoNameToTwoThings() {
    List<String> shared = new ArrayList<>();
    for (NamedEntity entity : NAMES.entities()) {
      for (String name : sureNames(entity)) {
        long things =
            NAMES.exactly(name).stream()
                .filter(reading -> reading.alias().isSure())
                .map(reading -> reading.entity().id())
                .distinct()
                .count();
        if (things > 1) {
          shared.add(entity.id() + " " + name);
        }
      }
    }
    assertThat(shared).isEmpty();
  }

  @Test
  void labelsEveryRowInThreeScripts() {
    assertThat(NAMES.entities())
        .filteredOn(entity -> entity.labels().size() < 2)
        .extracting(NamedEntity::id)
        .isEmpty();
  }

  /// Sentences as articles have them: text, then the things that it names, apart by spaces.
  @Test
  void readsEverySentenceOfTheFile() throws Exception {
    LexiconFile file = LexiconFile.parse("sentences.tsv", resource("sentences.tsv"));
    for (LexiconFile.Row row : file.rows()) {
      List<String> tags =
          MATCHER.match("", List.of(row.cell(0))).stream().map(Tag::entity).toList();
      assertThat(tags)
          .as(row.cell(0))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(row.cell(1).split(" ")).filter(id -> !id.isEmpty()).toList());
    }
  }

  private static String resource(String name) throws Exception {
    try (var in = PackTest.class.getResourceAsStream("/names/" + name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
