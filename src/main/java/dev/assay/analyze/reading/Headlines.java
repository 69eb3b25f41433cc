package dev.assay.analyze.reading;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Tag;
import dev.assay.lexicon.NamedEntity;
import java.util.List;
import java.util.Set;

/// What an article's title says that its tables leave out.
final class Headlines {

  /// Of what one speaks of reserves and shares; a product or an industry in a title is what they
  /// are used for.
  private static final Set<String> KINDS = Set.of("element", "material");

  private Headlines() {}

  /// The materials that `title` names.
  static List<Part> materials(String title, List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.inTitle() && KINDS.contains(NamedEntity.kindOf(tag.entity())))
        .map(tag -> new Part(Facet.MATERIAL, tag.entity(), words(title, tag)))
        .toList();
  }

  private static String words(String title, Tag tag) {
    return tag.mentions().getFirst().span().in(title);
  }
}
