package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.EntityType;
import java.util.List;

/// One thing that an article names, with every place where it does.
///
/// @param entity id of the [NamedEntity][dev.assay.lexicon.NamedEntity], such as `element:Nd`, or a
///   [ReadId]
/// @param about how much the article is about it
/// @param mentions in the order of the text; never empty
public record Tag(String entity, EntityType type, Aboutness about, List<Mention> mentions) {

  /// Number of the place above the first paragraph: the title.
  public static final int TITLE = 0;

  /// One place where a thing is named, by any of its names.
  ///
  /// @param paragraph its number, or [#TITLE]
  /// @param span the name in that paragraph's text or in the title
  public record Mention(int paragraph, Span span) {}

  public Tag {
    mentions = List.copyOf(mentions);
    if (mentions.isEmpty()) {
      throw new IllegalArgumentException("tag " + entity + " must have a mention");
    }
  }

  /// Whether the title names it.
  public boolean inTitle() {
    return about.title();
  }

  /// Whether no pack and no user has it: the machine alone takes it for a name.
  public boolean isRead() {
    return ReadId.parse(entity).isPresent();
  }

  /// Those of `tags` that a pack or a user has.
  public static List<Tag> known(List<Tag> tags) {
    return tags.stream().filter(tag -> !tag.isRead()).toList();
  }

  /// This tag with what was found out about it later.
  public Tag with(Aboutness found) {
    return new Tag(entity, type, found, mentions);
  }
}
