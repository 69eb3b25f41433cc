package dev.assay.analyze;

import dev.assay.analyze.Claim.Facet;
import dev.assay.analyze.Claim.Part;
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
        .filter(tag -> tag.inTitle() && KINDS.contains(kind(tag.entity())))
        .map(tag -> new Part(Facet.MATERIAL, tag.entity(), words(title, tag)))
        .toList();
  }

  private static String words(String title, Tag tag) {
    return tag.mentions().getFirst().span().in(title);
  }

  private static String kind(String id) {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }
}
