package dev.assay.analyze;

import dev.assay.analyze.Claim.Facet;
import dev.assay.analyze.Claim.Part;
import dev.assay.analyze.Claim.Stance;
import dev.assay.analyze.Claim.Thing;
import dev.assay.analyze.Claim.Value;
import dev.assay.analyze.PropertyChoice.Chosen;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads from the sentences of an article, Chinese or English, who has what figure.
///
/// No model and no network: names, quantities and times that were found before, a lexicon of the
/// words between them, and the order in which they stand. Linear in the text. Immutable; safe for
/// use by many threads; costly to make, so make one.
public final class ClaimReader {

  private static final Set<String> MATERIALS = Set.of("material", "element", "product", "industry");

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
    for (Text text : texts) {
      read(text, language, names.getOrDefault(text.paragraph(), List.of()), claims);
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

  private void read(Text text, Language language, List<Mark> names, List<Claim> claims) {
    FoldedText folded = new FoldedText(text.text());
    ClaimWords words = language.isChinese() ? chinese : english;
    for (MarkedSentence sentence : new Marker(words, folded, known(text, names)).sentences()) {
      claims.addAll(new SentenceClaims(text.paragraph(), sentence).read());
    }
  }

  private static final Set<String> NOT_THINGS =
      Set.of("concept", "control", "law", "event", "currency", "stage");

  private static List<Mark> known(Text text, List<Mark> names) {
    List<Mark> known = new ArrayList<>();
    for (Quantity quantity : text.numbers().quantities()) {
      known.add(new Mark.Number(quantity.span().start(), quantity.span().end(), quantity));
    }
    for (TimeExpression time : text.numbers().times()) {
      known.add(new Mark.Moment(time.span().start(), time.span().end(), time));
    }
    for (Mark name : names) {
      if (name instanceof Mark.Name thing && !NOT_THINGS.contains(thing.kind())) {
        known.add(name);
      }
    }
    known.sort(Comparator.comparingInt(Mark::start));
    return known;
  }

  /// The claims of one sentence.
  private record SentenceClaims(int paragraph, MarkedSentence sentence) {

    List<Claim> read() {
      List<Claim> claims = new ArrayList<>();
      PropertyChoice properties = new PropertyChoice(sentence);
      Subjects subjects = new Subjects(sentence, null);
      for (int i = 0; i < sentence.marks().size(); i++) {
        if (sentence.marks().get(i) instanceof Mark.Number number) {
          Optional<Chosen> chosen = properties.of(i);
          if (chosen.isPresent()) {
            Thing subject = subjects.of(i, chosen.get().property());
            if (subject != null) {
              claims.add(claim(number, i, chosen.get(), subject));
            }
          }
        }
      }
      return claims;
    }

    private Claim claim(Mark.Number number, int index, Chosen chosen, Thing subject) {
      return new Claim(
          subject,
          chosen.property(),
          scope(index),
          time(index),
          new Value.Figure(chosen.sign() < 0 ? negative(number.quantity()) : number.quantity()),
          paragraph,
          sentence.span(),
          null,
          Stance.ASSERTED);
    }

    private static Quantity negative(Quantity quantity) {
      return new Quantity(
          quantity.span(),
          quantity.high() == null ? null : quantity.high().negate(),
          quantity.low() == null ? null : quantity.low().negate(),
          quantity.unit(),
          quantity.modifier(),
          quantity.precision());
    }

    private List<Part> scope(int index) {
      List<Part> parts = new ArrayList<>();
      for (int i = index + 1; i < sentence.marks().size(); i++) {
        Mark mark = sentence.marks().get(i);
        if (mark instanceof Mark.Stop || mark instanceof Mark.Number) {
          break;
        }
        if (mark instanceof Mark.Name name && MATERIALS.contains(name.kind())) {
          parts.add(new Part(Facet.MATERIAL, name.id(), words(name.start(), name.end())));
        }
      }
      return parts;
    }

    private String words(int start, int end) {
      return new Span(start, end).in(sentence.text().original);
    }

    private @Nullable TimeExpression time(int index) {
      for (int i = index - 1; i >= 0; i--) {
        if (sentence.marks().get(i) instanceof Mark.Moment moment) {
          return moment.time();
        }
      }
      return null;
    }
  }
}
