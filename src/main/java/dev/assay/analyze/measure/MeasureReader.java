package dev.assay.analyze.measure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Article;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads figures of what is told again and again by its own name: a jobless rate, what a port
/// handled, a company's revenue. A closed grammar; linear in the text. Immutable; safe for use by
/// many threads; costly to make, so make one.
public final class MeasureReader {

  /// Set by hand, between a guess and what weights are sure of: no such figure has been weighed.
  /// What was looked at stands in docs/measurements/time.md.
  static final double TRUST = 0.70;

  /// A reading of another kind that is trusted more stands.
  private static final double SURE = 0.90;

  /// What says of a figure no more than that it is one.
  private static final Set<Property> PLAIN =
      EnumSet.of(Property.AMOUNT, Property.COUNT, Property.SHARE, Property.CHANGE);

  private static final Comparator<Claim> IN_TEXT =
      Comparator.comparingInt(Claim::paragraph).thenComparingInt(one -> one.value().span().start());

  private final MeasurePatterns chinese;
  private final MeasurePatterns english;

  public MeasureReader(Lexicon lexicon) {
    this.chinese = MeasurePatterns.chinese(lexicon);
    this.english = MeasurePatterns.english(lexicon);
  }

  /// `claims`, which were read in an article already, with those of its measures: each in the place
  /// of what was read of the same figure, unless that is surer and says more.
  ///
  /// @param texts of the article, as they were read for its claims
  public List<Claim> join(
      List<Claim> claims, Article article, List<TextReading> texts, List<Tag> tags) {
    Map<Figure, Claim> read = read(article, texts, tags);
    List<Claim> joined = new ArrayList<>();
    for (Claim claim : claims) {
      Claim measured = read.remove(Figure.of(claim));
      joined.add(measured == null || says(claim, measured) ? claim : measured);
    }
    if (!read.isEmpty()) {
      joined.addAll(read.values());
      joined.sort(IN_TEXT);
    }
    return List.copyOf(joined);
  }

  private static boolean says(Claim claim, Claim measured) {
    return claim.reading().trust() >= SURE
        && (!PLAIN.contains(claim.property()) || claim.property() == measured.property());
  }

  /// Where a figure stands.
  private record Figure(int paragraph, Span span) {
    static Figure of(Claim claim) {
      return new Figure(claim.paragraph(), claim.value().span());
    }
  }

  private Map<Figure, Claim> read(Article article, List<TextReading> texts, List<Tag> tags) {
    MeasurePatterns patterns = article.language().isChinese() ? chinese : english;
    MeasuredArticle measured = new MeasuredArticle(patterns, article, tags);
    Map<Figure, Claim> read = new LinkedHashMap<>();
    for (TextReading text : texts) {
      measured.read(text).forEach(claim -> read.put(Figure.of(claim), claim));
    }
    return read;
  }
}
