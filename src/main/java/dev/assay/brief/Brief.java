package dev.assay.brief;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import java.util.List;
import java.util.stream.Stream;

/// A short account of one article, in which every sentence says where it stands.
///
/// @param language the language of its words: the article's own for an extractive brief
/// @param viewpoint one or two sentences; empty only for an article that holds no sentence
/// @param groups up to five, in the order of the article; empty for a very short article
/// @param maker who made it
public record Brief(
    ArticleId article,
    Language language,
    List<BriefSentence> viewpoint,
    List<BriefGroup> groups,
    Maker maker) {

  public Brief {
    viewpoint = List.copyOf(viewpoint);
    groups = List.copyOf(groups);
  }

  /// Every sentence, the viewpoint first.
  public Stream<BriefSentence> sentences() {
    return Stream.concat(
        viewpoint.stream(), groups.stream().flatMap(group -> group.bullets().stream()));
  }

  /// Every checked number, in the order of the sentences.
  public List<CheckedNumber> numbers() {
    return sentences().flatMap(sentence -> sentence.numbers().stream()).toList();
  }

  /// How many of the checked numbers stand where they are cited.
  public int foundNumbers() {
    return (int) numbers().stream().filter(CheckedNumber::found).count();
  }
}
