package dev.assay.analyze.measure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.measure.MeasuredSentence.Told;
import dev.assay.analyze.measure.SignedSentence.Mark;
import dev.assay.analyze.measure.SignedSentence.NamedThing;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.cite.Places;
import dev.assay.cite.Span;
import dev.assay.lexicon.NamedEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The measures of one article, sentence by sentence. Not for several threads.
final class MeasuredArticle {

  /// A sentence with more numbers, times and names is a table without its lines; each is looked at
  /// beside the others.
  private static final int MOST_MARKS = 60;

  /// No sentence is longer. A pattern goes one step deeper for each word between two figures.
  private static final int LONGEST = 1_200;

  private static final Set<String> MATERIALS = Set.of("element", "material", "product");

  private final MeasurePatterns patterns;
  private final boolean isChinese;
  private final Owners owners;
  private final Map<Integer, List<Mark>> names = new HashMap<>();

  /// What was read last in the sentence before.
  private @Nullable Told last;

  MeasuredArticle(MeasurePatterns patterns, Article article, List<Tag> tags) {
    this.patterns = patterns;
    this.isChinese = article.language().isChinese();
    this.owners = new Owners(article.title(), tags, patterns.office());
    for (Tag tag : tags) {
      boolean material = MATERIALS.contains(NamedEntity.kindOf(tag.entity()));
      if (material || Owners.canOwn(tag)) {
        addMentions(tag, material ? SignedSentence.MATERIAL : SignedSentence.NAME);
      }
    }
  }

  private void addMentions(Tag tag, char sign) {
    for (Tag.Mention mention : tag.mentions()) {
      names
          .computeIfAbsent(mention.paragraph(), _ -> new ArrayList<>())
          .add(new Mark(sign, mention.span(), new NamedThing(tag.entity())));
    }
  }

  /// The claims of a paragraph, in the order of the text.
  List<Claim> read(TextReading text) {
    if (text.kind() == Paragraph.Kind.TABLE || text.numbers().quantities().isEmpty()) {
      last = null;
      return List.of();
    }
    FoldedText folded = new FoldedText(text.text());
    List<Mark> marks = marks(text);
    List<Claim> claims = new ArrayList<>();
    for (Span sentence : text.sentences()) {
      List<Mark> inside =
          Places.within(marks, mark -> mark.span().start(), sentence.start(), sentence.end());
      if (canTell(sentence, inside)) {
        SignedSentence signed = SignedSentence.of(folded, sentence, inside);
        last =
            new MeasuredSentence(signed, text, sentence, patterns, isChinese, owners)
                .read(last, claims);
      } else {
        last = null;
      }
    }
    return claims;
  }

  private static boolean canTell(Span sentence, List<Mark> inside) {
    return inside.size() <= MOST_MARKS
        && sentence.end() - sentence.start() <= LONGEST
        && inside.stream().anyMatch(mark -> mark.sign() == SignedSentence.NUMBER);
  }

  /// All marks of a paragraph, in their order.
  private List<Mark> marks(TextReading text) {
    List<Mark> marks = new ArrayList<>(names.getOrDefault(text.paragraph(), List.of()));
    for (Quantity quantity : text.numbers().quantities()) {
      marks.add(new Mark(SignedSentence.NUMBER, quantity.span(), quantity));
    }
    for (TimeExpression time : text.numbers().times()) {
      marks.add(new Mark(SignedSentence.TIME, time.span(), time));
    }
    marks.sort(
        Comparator.comparingInt((Mark mark) -> mark.span().start())
            .thenComparingInt(mark -> -mark.span().end()));
    return marks;
  }
}
