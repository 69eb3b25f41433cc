package dev.assay.analyze.choice;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which properties a figure can measure, by the kind of its unit: a hard limit, whatever is
/// weighed.
public final class ClaimUnits {

  /// In the place of a property: the figure is no claim.
  static final String NONE = "none";

  private final Map<String, List<String>> properties = new HashMap<>();

  public ClaimUnits(Lexicon lexicon) {
    for (LexiconFile.Row row : lexicon.table("claim-units.tsv").rows()) {
      List<String> all = new ArrayList<>(List.of(NONE));
      all.addAll(List.of(row.cell(1).split(" ")));
      properties.put(row.cell(0), List.copyOf(all));
    }
  }

  /// `none`, then what a figure of the family can measure.
  List<String> of(String family) {
    return properties.getOrDefault(family, List.of(NONE, "amount"));
  }
}
