package dev.assay.analyze.claim;

import dev.assay.analyze.name.Tag;
import dev.assay.cite.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which of the things that an article names its claims are about: a sentence whose figure is of a
/// thing is about it, wherever in it the thing is named.
public final class ClaimedThings {

  private ClaimedThings() {}

  private record Place(int paragraph, Span sentence) {}

  /// `tags` with the sentences counted that `claims` make theirs, in the same order.
  public static List<Tag> counted(List<Tag> tags, List<Claim> claims) {
    Map<String, Set<Place>> claimed = new HashMap<>();
    for (Claim claim : claims) {
      String id = claim.entity().id();
      if (id != null && claim.paragraph() != Tag.TITLE) {
        claimed
            .computeIfAbsent(id, _ -> new HashSet<>())
            .add(new Place(claim.paragraph(), claim.sentence()));
      }
    }
    return tags.stream()
        .map(tag -> tag.with(tag.about().withSubjects(more(tag, claimed))))
        .toList();
  }

  private static int more(Tag tag, Map<String, Set<Place>> claimed) {
    return claimed.getOrDefault(tag.entity(), Set.of()).size();
  }
}
