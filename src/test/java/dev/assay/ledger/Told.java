package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evidence for tests, made of a figure as it is written: `Told.by("Morning Post", "nearly 90%")`.
/// Each is of an article of its own unless told otherwise.
record Told(
    String source,
    String figure,
    Thing entity,
    Property property,
    List<Claim.Part> of,
    @Nullable String time,
    String published,
    long article,
    long group,
    Claim.Stance stance,
    String sentence,
    @Nullable String speaker,
    double trust) {

  private static final QuantityExtractor READER = new QuantityExtractor(Lexicon.shipped());

  static Told by(String source, String figure) {
    long article = Math.abs((long) (source + figure).hashCode());
    return new Told(
        source,
        figure,
        new Thing("country:CN", "China"),
        Property.SHARE,
        List.of(),
        null,
        "2025-10-21",
        article,
        article,
        Claim.Stance.ASSERTED,
        figure,
        null,
        1);
  }

  Told of(String id, String words, Property changed) {
    Thing thing = new Thing(id.isEmpty() ? null : id, words);
    return new Told(
        source, figure, thing, changed, of, time, published, article, group, stance, sentence,
        speaker, trust);
  }

  Told property(Property changed) {
    return new Told(
        source, figure, entity, changed, of, time, published, article, group, stance, sentence,
        speaker, trust);
  }

  Told in(Facet facet, String id) {
    List<Claim.Part> more = new ArrayList<>(of);
    more.add(new Claim.Part(facet, id, id));
    return new Told(
        source, figure, entity, property, more, time, published, article, group, stance, sentence,
        speaker, trust);
  }

  Told time(String stated) {
    return new Told(
        source, figure, entity, property, of, stated, published, article, group, stance, sentence,
        speaker, trust);
  }

  Told on(String day) {
    return new Told(
        source, figure, entity, property, of, time, day, article, group, stance, sentence, speaker,
        trust);
  }

  Told copyOf(Told other) {
    return new Told(
        source,
        figure,
        entity,
        property,
        of,
        time,
        published,
        article,
        other.group,
        stance,
        sentence,
        speaker,
        trust);
  }

  Told article(long id) {
    return new Told(
        source, figure, entity, property, of, time, published, id, id, stance, sentence, speaker,
        trust);
  }

  Told denied() {
    return new Told(
        source,
        figure,
        entity,
        property,
        of,
        time,
        published,
        article,
        group,
        Claim.Stance.DENIED,
        sentence,
        speaker,
        trust);
  }

  /// A part of the scope in words that no pack knows.
  Told other(String words) {
    List<Claim.Part> more = new ArrayList<>(of);
    more.add(new Claim.Part(Facet.OTHER, null, words));
    return new Told(
        source, figure, entity, property, more, time, published, article, group, stance, sentence,
        speaker, trust);
  }

  /// The sentence that the figure stands in.
  Told sentence(String words) {
    return new Told(
        source, figure, entity, property, of, time, published, article, group, stance, words,
        speaker, trust);
  }

  /// Who says so by the text's own words.
  Told speaker(String name) {
    return new Told(
        source, figure, entity, property, of, time, published, article, group, stance, sentence,
        name, trust);
  }

  /// The same, read with less trust.
  Told trusted(double much) {
    return new Told(
        source, figure, entity, property, of, time, published, article, group, stance, sentence,
        speaker, much);
  }

  Evidence evidence() {
    Language language =
        figure.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH_HANS : Language.EN;
    QuantityExtractor.Reading reading = READER.read(figure, language, null);
    Claim.Value value =
        property == Property.DATE
            ? new Claim.Value.Moment(reading.times().getFirst())
            : new Claim.Value.Figure(reading.quantities().getFirst());
    TimeExpression of =
        time == null ? null : READER.read(time, Language.EN, null).times().getFirst();
    Claim claim =
        new Claim(
            entity,
            property,
            this.of,
            of,
            value,
            1,
            new Span(0, figure.length()),
            speaker == null ? null : new Thing(null, speaker),
            stance,
            new Claim.Reading(trust, null));
    ArticleId id = new ArticleId(article);
    return new Evidence(
        EvidenceId.of(id, claim),
        id,
        new ArticleId(group),
        source,
        source,
        published.isEmpty() ? null : day(published),
        Instant.parse((published.isEmpty() ? "2026-11-25" : published) + "T00:00:00Z"),
        language,
        figure,
        sentence,
        claim);
  }

  private static PublicationTime day(String iso) {
    return new PublicationTime(
        Instant.parse(iso + "T00:00:00Z"),
        Precision.DAY,
        ZoneOffset.UTC,
        true,
        Certainty.STATED,
        "told");
  }
}
