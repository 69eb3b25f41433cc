package dev.assay.ingest;

import dev.assay.analyze.name.ReadId;
import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.lexicon.HanScript;
import dev.assay.store.NameLinkTable.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an article says of names in two scripts: a thing that it writes both ways has both names.
final class NameLinks {

  private NameLinks() {}

  static List<Link> of(Article article, List<Tag> tags) {
    List<Link> links = new ArrayList<>();
    for (Tag tag : tags) {
      ReadId.parse(tag.entity()).ifPresent(id -> links.addAll(of(article, tag, id)));
    }
    return links;
  }

  private static List<Link> of(Article article, Tag tag, ReadId id) {
    boolean han = HanScript.isHan(id.name().charAt(0));
    return tag.mentions().stream()
        .map(mention -> spelling(article, mention))
        .flatMap(Optional::stream)
        .filter(spelling -> HanScript.isHan(spelling.charAt(0)) != han)
        .distinct()
        .map(spelling -> new Link(id.id(), ReadId.of(id.type(), spelling).id()))
        .toList();
  }

  private static Optional<String> spelling(Article article, Tag.Mention mention) {
    String text =
        mention.paragraph() == Tag.TITLE
            ? article.title()
            : article.paragraph(mention.paragraph()).text();
    return mention.span().end() <= text.length()
        ? Optional.of(mention.span().in(text))
        : Optional.empty();
  }
}
