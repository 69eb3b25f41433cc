package dev.assay.analyze.name;

import dev.assay.article.ArticleId;
import dev.assay.cite.Citation;
import dev.assay.lexicon.EntityType;
import java.util.List;

/// Something that looks like a name and that no pack knows: proposed to a person, never added by
/// itself.
///
/// @param name as the text writes it
/// @param guess what it may be, by the words in and around it
/// @param places where it stands, in the order of the articles; never empty
public record Candidate(String name, EntityType guess, List<Citation> places) {

  public Candidate {
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("candidate " + name + " must stand somewhere");
    }
  }

  /// In how many articles it stands.
  public long articles() {
    return places.stream().map(Citation::article).distinct().count();
  }

  /// Whether it stands in `article`.
  public boolean isIn(ArticleId article) {
    return places.stream().anyMatch(place -> place.article().equals(article));
  }
}
