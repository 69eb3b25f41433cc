package dev.assay.lexicon;

import dev.assay.article.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is told of a pack's supply chain: the file `chain.tsv` of a user's pack, or one of
/// `lexicon/chains/`. The README in `lexicon/packs` shows how to write one.
///
/// @param name of the pack
/// @param of the materials that it is of, the one that it is called by first
/// @param stages from the raw material on
/// @param measures of what a share is that names no stage: output
/// @param facts what stands beside it
public record ChainPlan(
    String name, Part of, List<Part> stages, List<Part> measures, List<Part> facts) {

  /// The file of a pack that is no list of names.
  static final String FILE = "chain.tsv";

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /// One row.
  ///
  /// @param by ids, words of the lexicon, or kinds of ids with `:*`
  public record Part(String id, String zhHans, String zhHant, String en, List<String> by) {

    public Part {
      by = List.copyOf(by);
    }

    public String label(Language language) {
      return !language.isChinese() ? en : language.equals(Language.ZH_HANT) ? zhHant : zhHans;
    }

    public boolean has(String id) {
      return by.stream()
          .anyMatch(
              one ->
                  one.endsWith("*")
                      ? id.startsWith(one.substring(0, one.length() - 1))
                      : one.equals(id));
    }
  }

  public ChainPlan {
    stages = List.copyOf(stages);
    measures = List.copyOf(measures);
    facts = List.copyOf(facts);
  }

  /// The stages, and what a share is of that names none.
  public List<Part> steps() {
    return Stream.concat(stages.stream(), measures.stream()).toList();
  }

  /// The id of the thing that the chain is called by.
  public String material() {
    return of.by().getFirst();
  }

  /// Whether the chain is of a thing, or makes it at a stage.
  public boolean isOf(String id) {
    return of.has(id) || stages.stream().anyMatch(stage -> stage.has(id));
  }

  /// The chain that a file tells.
  ///
  /// @throws IllegalArgumentException with the file and line of the first row that cannot be used
  static ChainPlan parse(String name, LexiconFile file) {
    List<Part> of = new ArrayList<>();
    List<Part> stages = new ArrayList<>();
    List<Part> measures = new ArrayList<>();
    List<Part> facts = new ArrayList<>();
    for (LexiconFile.Row row : file.rows()) {
      Part part = part(file, row);
      switch (row.cell(1)) {
        case "of" -> of.add(part);
        case "stage" -> stages.add(part);
        case "measure" -> measures.add(part);
        case "fact" -> facts.add(part);
        default ->
            throw fault(
                file,
                row,
                "the second cell must be of, stage, measure or fact, got '%s'",
                row.cell(1));
      }
    }
    if (of.size() != 1 || stages.isEmpty()) {
      throw new IllegalArgumentException(
          "%s must have one row 'of' and a row 'stage' or more, got %d and %d"
              .formatted(file.name(), of.size(), stages.size()));
    }
    return new ChainPlan(name, of.getFirst(), stages, measures, facts);
  }

  private static Part part(LexiconFile file, LexiconFile.Row row) {
    String id = row.cell(0);
    List<String> by = Pack.parts(row.cell(5));
    if (!ID.matcher(id).matches()) {
      throw fault(file, row, "an id must be lower-case letters, digits and hyphens, got '%s'", id);
    }
    if (row.cell(2).isEmpty() || row.cell(4).isEmpty() || by.isEmpty()) {
      throw fault(
          file, row, "%s must have a name in Chinese and in English, and what it is known by", id);
    }
    String traditional = row.cell(3).isEmpty() ? row.cell(2) : row.cell(3);
    return new Part(id, row.cell(2), traditional, row.cell(4), by);
  }

  private static IllegalArgumentException fault(
      LexiconFile file, LexiconFile.Row row, String message, String of) {
    return new IllegalArgumentException(
        "%s, line %d: %s".formatted(file.name(), row.line(), message.formatted(of)));
  }
}
