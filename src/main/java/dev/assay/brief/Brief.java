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
/// @param keyFigures up to five figures told to readers of another language; empty if none can be
public record Brief(
    ArticleId article,
    Language language,
    List<BriefSentence> viewpoint,
    List<BriefGroup> groups,
    Maker maker,
    List<KeyFigure> keyFigures) {

  public Brief {
    viewpoint = List.copyOf(viewpoint);
    groups = List.copyOf(groups);
    keyFigures = List.copyOf(keyFigures);
  }

  /// A brief without key figures.
  public Brief(
      ArticleId article,
      Language language,
      List<BriefSentence> viewpoint,
      List<BriefGroup> groups,
      Maker maker) {
    this(article, language, viewpoint, groups, maker, List.of());
  }

  /// This brief with other key figures.
  public Brief with(List<KeyFigure> figures) {
    return new Brief(article, language, viewpoint, groups, maker, figures);
  }

  /// The key figures for a reader of `reader`: none if the brief is in a language that he reads.
  public List<KeyFigure> keyFiguresFor(Language reader) {
    boolean reads = reader.isChinese() ? language.isChinese() : language.equals(reader);
    return reads
        ? List.of()
        : keyFigures.stream()
            .filter(figure -> figure.language().isChinese() == reader.isChinese())
            .toList();
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

  /// How many names of it are open.
  public int openNames() {
    return sentences().mapToInt(sentence -> sentence.openNames().size()).sum();
  }

  /// How many sentences are shown with a doubt.
  public int doubted() {
    return (int) sentences().filter(sentence -> !sentence.doubts().isEmpty()).count();
  }

  /// How many of the checked numbers stand where they are cited.
  public int foundNumbers() {
    return (int) numbers().stream().filter(CheckedNumber::found).count();
  }
}
