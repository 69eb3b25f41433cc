package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import dev.assay.fold.Outlets;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads who owns which outlet: the table that Assay ships, and over it `owners.tsv` in the data
/// folder, which has the same form.
final class OwnersFile {

  static final String NAME = "owners.tsv";

  private OwnersFile() {}

  /// @throws ExpectedFailure if the file is there and cannot be read, or a row has no owner
  static Outlets read(Lexicon lexicon, Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Outlets.of(lexicon);
    }
    try {
      return Outlets.of(lexicon)
          .with(owners(file, LexiconFile.parse(NAME, Files.readString(file))));
    } catch (IOException e) {
      throw new ExpectedFailure(
          "%s cannot be read as UTF-8 text: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private static Map<String, String> owners(Path file, LexiconFile table) {
    Map<String, String> owners = new LinkedHashMap<>();
    for (LexiconFile.Row row : table.rows()) {
      if (row.cell(0).isEmpty() || row.cell(1).isEmpty()) {
        throw new ExpectedFailure(
            "%s, line %d: a row is an outlet, a tab, and its owner. Mend the line, or put # before it."
                .formatted(file, row.line()));
      }
      owners.put(row.cell(0), row.cell(1));
    }
    return owners;
  }
}
