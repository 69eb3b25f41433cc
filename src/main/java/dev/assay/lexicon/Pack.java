package dev.assay.lexicon;

import dev.assay.article.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of one subject, from a folder of files that a person can read and mend.
///
/// Each row of a file is one thing: id, type, its name in `zh-Hans`, `zh-Hant` and `en`, other
/// spellings, what supports an ambiguous one, and the source that the row was checked against. The
/// README in `lexicon/packs` shows how to write one.
///
/// @param name the folder's name
/// @param chain its supply chain; null if it tells none
record Pack(String name, List<NamedEntity> entities, @Nullable ChainPlan chain) {

  /// The packs that the program ships, each with a file `files.tsv` that lists the others.
  static final List<String> SHIPPED =
      List.of("critical-minerals", "energy", "semiconductors", "shipping", "grains", "general");

  private static final int ID = 0;
  private static final int TYPE = 1;
  private static final int FIRST_LABEL = 2;
  private static final List<Language> LABELS =
      List.of(Language.ZH_HANS, Language.ZH_HANT, Language.EN);
  private static final int ALSO = 5;
  private static final int SUPPORT = 6;
  private static final int SOURCE = 7;

  public Pack {
    entities = List.copyOf(entities);
  }

  /// Reads a pack that the program ships.
  static Pack shipped(Lexicon lexicon, String name) {
    String folder = "packs/" + name + "/";
    return of(
        name,
        lexicon.table(folder + "files.tsv").rows().stream()
            .map(row -> lexicon.table(folder + row.cell(0)))
            .toList());
  }

  /// Reads a user's pack: all `.tsv` files of `folder`, in the order of their names. One called
  /// `chain.tsv` tells its supply chain.
  ///
  /// @throws IllegalArgumentException with the file and line of the first row that cannot be used
  /// @throws IOException if the folder cannot be read
  static Pack read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      String name = String.valueOf(folder.getFileName());
      Pack names =
          of(
              name,
              files
                  .filter(file -> file.toString().endsWith(".tsv"))
                  .filter(file -> !file.endsWith("files.tsv") && !file.endsWith(ChainPlan.FILE))
                  .sorted()
                  .map(Pack::parse)
                  .toList());
      Path chain = folder.resolve(ChainPlan.FILE);
      return Files.exists(chain)
          ? new Pack(name, names.entities(), ChainPlan.parse(name, parse(chain)))
          : names;
    } catch (UncheckedIOException e) {
      throw new IOException("pack " + folder + " could not be read", e);
    }
  }

  private static LexiconFile parse(Path file) {
    try {
      return LexiconFile.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes a pack of files that were read before.
  static Pack of(String name, List<LexiconFile> files) {
    Map<String, NamedEntity> entities = new LinkedHashMap<>();
    for (LexiconFile file : files) {
      for (LexiconFile.Row row : file.rows()) {
        NamedEntity entity = entity(file, row);
        if (entities.put(entity.id(), entity) != null) {
          throw fault(file, row, "the id " + entity.id() + " stands twice in this pack");
        }
      }
    }
    return new Pack(name, List.copyOf(entities.values()), null);
  }

  private static NamedEntity entity(LexiconFile file, LexiconFile.Row row) {
    if (row.cell(SOURCE).isEmpty()) {
      throw fault(file, row, "the eighth cell must name the source of the row");
    }
    EntityType type =
        EntityType.of(row.cell(TYPE))
            .orElseThrow(() -> fault(file, row, "no type is called '" + row.cell(TYPE) + "'"));
    try {
      return new NamedEntity(
          row.cell(ID), type, labels(row), aliases(row.cell(ALSO)), parts(row.cell(SUPPORT)));
    } catch (IllegalArgumentException e) {
      throw fault(file, row, e.getMessage());
    }
  }

  private static Map<Language, String> labels(LexiconFile.Row row) {
    Map<Language, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < LABELS.size(); i++) {
      String label = row.cell(FIRST_LABEL + i);
      if (!label.isEmpty()) {
        labels.put(LABELS.get(i), label);
      }
    }
    return labels;
  }

  /// The aliases of a cell such as `莱纳斯 | ?Lynus`: a question mark makes one ambiguous.
  static List<Alias> aliases(String cell) {
    return parts(cell).stream().map(Pack::alias).toList();
  }

  static Alias alias(String part) {
    return part.startsWith("?") ? Alias.ambiguous(part.substring(1).strip()) : Alias.sure(part);
  }

  /// The parts of a cell, which stand apart by ` | `.
  static List<String> parts(String cell) {
    return Arrays.stream(cell.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static IllegalArgumentException fault(
      LexiconFile file, LexiconFile.Row row, @Nullable String message) {
    return new IllegalArgumentException(
        "%s, line %d: %s".formatted(file.name(), row.line(), message));
  }
}
