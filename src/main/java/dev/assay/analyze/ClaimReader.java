package dev.assay.analyze;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads from the sentences of an article, Chinese or English, who has what figure.
///
/// No model and no network: names, quantities and times that were found before, a lexicon of the
/// words between them, and the order in which they stand. Linear in the text. Immutable; safe for
/// use by many threads; costly to make, so make one.
public final class ClaimReader {

  private final ClaimWords chinese = ClaimWords.read("zh", " ");
  private final ClaimWords english = ClaimWords.read("en", ", ");
  private final QuantityExtractor extractor;

  public ClaimReader(QuantityExtractor extractor) {
    this.extractor = extractor;
  }

  /// One text of an article with the numbers that were read from it.
  ///
  /// @param paragraph its number, or [Tag#TITLE]
  public record Text(int paragraph, String text, QuantityExtractor.Reading numbers) {}

  /// The claims of `article`, in the order of its text; `tags` are the names that it mentions.
  public List<Claim> read(Article article, List<Tag> tags) {
    List<Text> texts = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      QuantityExtractor.Reading numbers =
          extractor.read(paragraph.text(), article.language(), article.publishedAt());
      texts.add(new Text(paragraph.number(), paragraph.text(), numbers));
    }
    return read(texts, article.language(), tags);
  }

  /// The claims of texts whose numbers have been read already.
  public List<Claim> read(List<Text> texts, Language language, List<Tag> tags) {
    Map<Integer, List<Mark>> names = names(tags);
    List<Claim> claims = new ArrayList<>();
    Discourse discourse = new Discourse();
    for (Text text : texts) {
      List<Mark> known = known(text, names.getOrDefault(text.paragraph(), List.of()));
      read(text, language, known, discourse, claims);
      discourse.endParagraph();
    }
    return List.copyOf(claims);
  }

  private static Map<Integer, List<Mark>> names(List<Tag> tags) {
    Map<Integer, List<Mark>> names = new HashMap<>();
    for (Tag tag : tags) {
      for (Tag.Mention mention : tag.mentions()) {
        names
            .computeIfAbsent(mention.paragraph(), _ -> new ArrayList<>())
            .add(new Mark.Name(mention.span().start(), mention.span().end(), tag.entity()));
      }
    }
    return names;
  }

  private void read(
      Text text, Language language, List<Mark> known, Discourse discourse, List<Claim> claims) {
    if (text.numbers().quantities().isEmpty()) {
      return;
    }
    boolean isChinese = language.isChinese();
    FoldedText folded = new FoldedText(text.text());
    Marker marker = new Marker(isChinese ? chinese : english, folded, known);
    for (MarkedSentence sentence : marker.sentences()) {
      Grammar grammar = isChinese ? new ChineseGrammar(sentence) : new EnglishGrammar(sentence);
      new SentenceClaims(text.paragraph(), grammar, discourse).addTo(claims);
      discourse.add(grammar);
    }
  }

  /// 美 of 对美: what the short name of a country is found beside is no part of it.
  private static Mark withoutPreposition(Mark.Name name, String text) {
    boolean joined =
        name.end() - name.start() == 2 && "对對输輸赴驻駐在向".indexOf(text.charAt(name.start())) >= 0;
    return joined ? new Mark.Name(name.start() + 1, name.end(), name.id()) : name;
  }

  private static List<Mark> known(Text text, List<Mark> names) {
    List<Mark> known = new ArrayList<>();
    for (Quantity quantity : text.numbers().quantities()) {
      known.add(new Mark.Number(quantity.span().start(), quantity.span().end(), quantity));
    }
    for (TimeExpression time : text.numbers().times()) {
      known.add(new Mark.Moment(time.span().start(), time.span().end(), time));
    }
    for (Mark name : names) {
      if (name instanceof Mark.Name thing && Holders.isKnown(thing.kind())) {
        known.add(withoutPreposition(thing, text.text()));
      }
    }
    known.sort(Comparator.comparingInt(Mark::start));
    return known;
  }
}
