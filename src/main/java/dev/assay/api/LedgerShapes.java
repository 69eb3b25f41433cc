package dev.assay.api;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.api.Shapes.Cite;
import dev.assay.api.Shapes.Label;
import dev.assay.api.Shapes.ReadAs;
import dev.assay.article.ArticleId;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.evaluate.ReadingLabel;
import dev.assay.ledger.Doubt;
import dev.assay.ledger.Evidence;
import dev.assay.ledger.Interval;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.topic.ledger.Disputes;
import dev.assay.topic.ledger.LedgerFacts;
import dev.assay.topic.ledger.LedgerPage;
import dev.assay.topic.ledger.ReviewPage;
import dev.assay.topic.ledger.ShownEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The published JSON of the ledger, in the rules of [Shapes].
public final class LedgerShapes {

  private LedgerShapes() {}

  /// A thing or a part of a scope.
  ///
  /// @param id of the entity or word of the lexicon; null if neither knows it
  /// @param words the source's
  /// @param label in the reader's language where the lexicon has one, else the source's words
  public record Term(@Nullable String id, String words, String label) {}

  /// One stated part of what a figure is of.
  ///
  /// @param facet `material`, `stage`, `measure`, `place`, `counterpart`, `party` or `other`
  public record ScopePart(String facet, @Nullable String id, String words, String label) {
    static List<ScopePart> of(List<Claim.Part> parts, Wording say) {
      return parts.stream()
          .map(part -> new ScopePart(part.facet().word(), part.id(), part.words(), say.part(part)))
          .toList();
    }
  }

  /// What the words of a figure allow; ends are decimal strings, null where open.
  public record Allows(
      @Nullable String low,
      boolean low_included,
      @Nullable String high,
      boolean high_included,
      String unit) {
    static Allows of(Row.Figure.Number number) {
      Interval interval = number.interval();
      return new Allows(
          Decimals.orNull(interval.low()),
          interval.lowIncluded(),
          Decimals.orNull(interval.high()),
          interval.highIncluded(),
          number.unit());
    }
  }

  /// One figure.
  ///
  /// @param id for marking its reading as wrong
  /// @param allows null for a date
  /// @param time_from the first day of the time that the figure holds for
  /// @param time_until its last day
  /// @param time_stated whether the text states it; else it is the day of publication
  /// @param speaker who says so by the text's own words
  /// @param standing `compared`, `not_comparable` or `withdrawn`
  /// @param set compared figures of one set have room for one value; 0 is that of most sources
  /// @param against id of the plainest figure that cannot hold together with it
  /// @param why it is not compared, in words
  /// @param published of the article; null if nobody knows
  /// @param figure where it stands
  /// @param copies other articles with the same text
  public record LedgerFigure(
      String id,
      String written,
      ReadAs read_as,
      @Nullable Allows allows,
      String allows_in_words,
      @Nullable String time_from,
      @Nullable String time_until,
      boolean time_stated,
      List<ScopePart> scope,
      @Nullable Term speaker,
      String stance,
      @Nullable SecondReading second,
      String standing,
      @Nullable Integer set,
      @Nullable String against,
      @Nullable String why,
      String source,
      @Nullable String published,
      String language,
      String quote,
      Cite figure,
      List<String> copies) {
    static LedgerFigure of(Row row, Wording say) {
      Claim claim = row.evidence().claim();
      Thing speaker = claim.speaker();
      PublicationTime published = row.evidence().published();
      return new LedgerFigure(
          row.evidence().id().value(),
          row.evidence().written(),
          readAs(claim),
          row.figure() instanceof Row.Figure.Number number ? Allows.of(number) : null,
          say.range(row.figure()),
          day(row.period().first()),
          day(row.period().last()),
          row.period().stated(),
          ScopePart.of(claim.of(), say),
          speaker == null ? null : term(speaker, say),
          claim.stance().word(),
          SecondReading.ofNullable(claim.reading().second()),
          standingWord(row.standing()),
          row.standing() instanceof RowStanding.Compared(int set, _) ? Integer.valueOf(set) : null,
          opponent(row.standing()),
          say.apart(row.standing()).orElse(null),
          row.evidence().source(),
          published == null ? null : published.iso(),
          row.evidence().language().tag(),
          row.evidence().quote(),
          cite(row.evidence()),
          row.copies().stream().map(copy -> copy.article().toString()).distinct().toList());
    }
  }

  /// What a language model made of a figure, beside the rules.
  ///
  /// @param model its name
  /// @param agreement agrees, differs (the rules' reading stands) or alone (only the model read it)
  public record SecondReading(String model, String agreement) {
    static @Nullable SecondReading ofNullable(Claim.@Nullable Second second) {
      return second == null ? null : new SecondReading(second.model(), second.agreement().word());
    }
  }

  private static ReadAs readAs(Claim claim) {
    return switch (claim.value()) {
      case Claim.Value.Figure(Quantity quantity) ->
          new ReadAs(
              Decimals.orNull(quantity.low()),
              Decimals.orNull(quantity.high()),
              quantity.unit().code(),
              quantity.modifier().word(),
              null);
      case Claim.Value.Moment(TimeExpression time) ->
          new ReadAs(null, null, "date", "exact", time.iso());
    };
  }

  private static String standingWord(RowStanding standing) {
    return switch (standing) {
      case RowStanding.Compared _ -> "compared";
      case RowStanding.NotCompared _ -> "not_comparable";
      case RowStanding.Withdrawn() -> "withdrawn";
    };
  }

  private static @Nullable String opponent(RowStanding standing) {
    return standing instanceof RowStanding.Compared compared && compared.against() != null
        ? compared.against().id().value()
        : null;
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static Term term(Thing thing, Wording say) {
    return new Term(thing.id(), thing.words(), say.thing(thing));
  }

  /// One value on its way from source to source.
  ///
  /// @param first id of the figure that gave it first
  /// @param repeats ids of those that gave it later
  public record Telling(String first, List<String> repeats) {
    static Telling of(LedgerEntry.Telling telling) {
      return new Telling(
          telling.first().evidence().id().value(),
          telling.repeats().stream().map(row -> row.evidence().id().value()).toList());
    }
  }

  /// Everything that is said of one property of one thing in one broad scope.
  ///
  /// @param verdict `differ`, `agree`, `not_comparable` or `none`
  /// @param reason in the reader's language
  /// @param figures how many there are; more than `rows` if some were left out
  public record Entry(
      String id,
      String title,
      Term entity,
      String property,
      List<ScopePart> scope,
      String unit,
      String verdict,
      String reason,
      int figures,
      int independent,
      @Nullable String newest,
      List<LedgerFigure> rows,
      List<Telling> tellings) {
    public static Entry of(ShownEntry shown, Wording say) {
      LedgerEntry entry = shown.entry();
      Instant newest = entry.newest();
      return new Entry(
          entry.id().value(),
          say.title(entry),
          term(entry.entity(), say),
          entry.property().word(),
          ScopePart.of(entry.scope(), say),
          entry.unit(),
          entry.verdict().word(),
          say.reason(entry.reason()),
          shown.figures(),
          entry.independent(),
          newest == null ? null : newest.toString(),
          entry.rows().stream().map(row -> LedgerFigure.of(row, say)).toList(),
          entry.tellings().stream().map(Telling::of).toList());
    }
  }

  /// A figure of an article that another contradicts.
  ///
  /// @param entry of the ledger in which they stand
  /// @param title what the figures are of, in the reader's language
  /// @param against the plainest of those that cannot hold together with it
  public record DisputedFigure(
      String entry, String title, DisputedSide here, DisputedSide against) {
    static DisputedFigure of(Disputes.Figure figure, Wording say) {
      return new DisputedFigure(
          figure.entry().value(),
          say.title(figure.here().claim()),
          DisputedSide.of(figure.here()),
          DisputedSide.of(figure.against()));
    }
  }

  /// A figure as one article gives it.
  ///
  /// @param written in the article's own words
  public record DisputedSide(
      String article, String source, String language, String written, Cite figure) {
    static DisputedSide of(Disputes.Side side) {
      Span span = side.claim().value().span();
      return new DisputedSide(
          side.article().toString(),
          side.source(),
          side.language().tag(),
          side.written(),
          new Cite(side.article().toString(), side.claim().paragraph(), span.start(), span.end()));
    }
  }

  /// Figures of one article that others contradict, those of the entries of most sources first.
  public record ArticleDisputes(String article, List<DisputedFigure> figures) {
    static ArticleDisputes of(ArticleId article, Disputes disputes, Wording say) {
      return new ArticleDisputes(
          article.toString(),
          disputes.figures().stream().map(figure -> DisputedFigure.of(figure, say)).toList());
    }
  }

  /// What a reader said of a reading.
  ///
  /// @param verdict `right`, `wrong_entity`, `wrong_property`, `wrong_figure` or `wrong`; null if
  ///   it was taken back
  public record Marked(String id, boolean wrong, @Nullable String verdict) {}

  /// A figure that a reader should look at, or that it contradicts.
  ///
  /// @param id for saying how it was read
  /// @param about of what it is, in the reader's language
  /// @param trust the probability that entity and property are read rightly
  public record ReviewedFigure(
      String id,
      String about,
      Term entity,
      String property,
      List<ScopePart> scope,
      String written,
      ReadAs read_as,
      double trust,
      String source,
      @Nullable String published,
      String language,
      String quote,
      Cite figure) {
    static ReviewedFigure of(Evidence evidence, Wording say) {
      Claim claim = evidence.claim();
      PublicationTime published = evidence.published();
      return new ReviewedFigure(
          evidence.id().value(),
          say.title(claim),
          term(claim.entity(), say),
          claim.property().word(),
          ScopePart.of(claim.of(), say),
          evidence.written(),
          readAs(claim),
          claim.reading().trust(),
          evidence.source(),
          published == null ? null : published.iso(),
          evidence.language().tag(),
          evidence.quote(),
          cite(evidence));
    }
  }

  private static Cite cite(Evidence evidence) {
    Claim claim = evidence.claim();
    return new Cite(
        evidence.article().toString(),
        claim.paragraph(),
        claim.value().span().start(),
        claim.value().span().end());
  }

  /// Two figures that cannot both hold.
  ///
  /// @param asked the one to look at
  /// @param why `not_trusted`, `one_voice` or `undated`
  /// @param reason the same in the reader's language
  public record Doubted(ReviewedFigure asked, ReviewedFigure against, String why, String reason) {
    static Doubted of(Doubt doubt, Wording say) {
      return new Doubted(
          ReviewedFigure.of(doubt.asked(), say),
          ReviewedFigure.of(doubt.against(), say),
          doubt.why().word(),
          say.why(doubt.why()));
    }
  }

  /// A page of what a reader should look at.
  ///
  /// @param total how many there are
  /// @param next_page number of the page with the next; null on the last
  public record Review(List<Doubted> doubts, long total, @Nullable Integer next_page) {
    public static Review of(ReviewPage page, Wording say) {
      return new Review(
          page.doubts().stream().map(doubt -> Doubted.of(doubt, say)).toList(),
          page.all(),
          page.more() ? Integer.valueOf(page.number() + 1) : null);
    }
  }

  /// A reader's word on a reading, as a line to learn from: a passage, and what was read in it.
  ///
  /// @param id of this label
  /// @param article the page that the passage is from
  /// @param whole false: other figures of the passage were not judged
  /// @param verdict what the reader said
  /// @param claims what is right, if the reader said so
  /// @param wrong what is wrong, if the reader said so
  public record LabelLine(
      String id,
      String article,
      String lang,
      String text,
      @Nullable String published,
      boolean whole,
      String verdict,
      String note,
      String made_at,
      List<LabelledClaim> claims,
      List<LabelledClaim> wrong) {
    public static LabelLine of(ReadingLabel label) {
      List<LabelledClaim> claims = List.of(LabelledClaim.of(label));
      boolean right = label.verdict().isRight();
      Span span = label.claim().value().span();
      return new LabelLine(
          "%s-%d-%d".formatted(label.article(), label.claim().paragraph(), span.start()),
          label.article().toString(),
          label.language().isChinese() ? "zh" : label.language().tag(),
          label.passage(),
          label.published() == null ? null : label.published().iso(),
          false,
          label.verdict().word(),
          label.note(),
          label.madeAt().toString(),
          right ? claims : List.of(),
          right ? List.of() : claims);
    }
  }

  /// One claim of a label.
  ///
  /// @param subject the passage's own naming of the entity
  /// @param named whether a pack knows it
  public record LabelledClaim(
      String entity,
      String property,
      String of,
      @Nullable String time,
      @Nullable String low,
      @Nullable String high,
      String unit,
      String modifier,
      String surface,
      int start,
      int end,
      List<String> subject,
      boolean named) {
    static LabelledClaim of(ReadingLabel label) {
      Claim claim = label.claim();
      ReadAs read = readAs(claim);
      Span span = claim.value().span();
      Span subject = claim.reading().subject();
      String id = claim.entity().id();
      return new LabelledClaim(
          id == null ? claim.entity().words() : id,
          claim.property().word(),
          claim.of().stream().map(Claim.Part::words).collect(Collectors.joining(" ")),
          claim.time() == null ? null : claim.time().iso(),
          read.low(),
          read.high(),
          read.unit(),
          read.modifier(),
          span.in(label.passage()),
          span.start(),
          span.end(),
          List.of(
              subject != null && subject.end() <= label.passage().length()
                  ? subject.in(label.passage())
                  : claim.entity().words()),
          id != null);
    }
  }

  /// Something that figures are about.
  ///
  /// @param key for the parameter `entity`
  public record ThingCount(String key, Label name, long entries) {}

  /// A page of entries, with what else could be asked for.
  ///
  /// @param topic null for the ledger of everything
  /// @param entries_by_verdict of all, whatever was asked for
  /// @param unread articles whose claims were not read yet
  /// @param next_page number of the page with the next entries; null on the last
  public record Ledger(
      @Nullable Label topic,
      Map<String, Long> entries_by_verdict,
      List<ThingCount> things,
      Map<String, Long> properties,
      List<String> sources,
      long unread,
      List<Entry> entries,
      @Nullable Integer next_page) {
    public static Ledger of(LedgerPage page, Wording say) {
      LedgerFacts facts = page.facts();
      Map<String, Long> properties = new TreeMap<>();
      facts.properties().forEach((property, count) -> properties.put(property.word(), count));
      return new Ledger(
          page.heading() == null ? null : Label.of(page.heading().name()),
          verdicts(facts.tallies()),
          facts.things().stream()
              .map(thing -> new ThingCount(thing.key(), Label.of(thing.name()), thing.entries()))
              .toList(),
          properties,
          facts.sources(),
          facts.unread(),
          page.entries().stream().map(entry -> Entry.of(entry, say)).toList(),
          page.more() ? Integer.valueOf(page.number() + 1) : null);
    }

    private static Map<String, Long> verdicts(Map<Verdict, LedgerTable.Tally> tallies) {
      Map<String, Long> counts = new TreeMap<>();
      tallies.forEach((verdict, tally) -> counts.put(verdict.word(), tally.entries()));
      return counts;
    }
  }
}
