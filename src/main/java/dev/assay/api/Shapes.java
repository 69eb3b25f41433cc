package dev.assay.api;

import dev.assay.article.Article;
import dev.assay.article.Outcome;
import dev.assay.article.PublicationTime;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefGroup;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.KeyFigure;
import dev.assay.brief.Maker;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.model.ModelTitle;
import dev.assay.check.ArithmeticFinding;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.evaluate.TwoReaders;
import dev.assay.ingest.Upkeep;
import dev.assay.search.Passage;
import dev.assay.search.SearchHit;
import dev.assay.search.SearchPage;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Card;
import dev.assay.topic.Facts;
import dev.assay.topic.Home;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import dev.assay.topic.TopicPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The published JSON: what the API answers and what `--json` prints.
///
/// Ids are strings; times are ISO 8601; offsets count UTF-16 code units, end exclusive; lists stand
/// inside objects; a field that has no value is null. Fields may be added, none is renamed or
/// removed within `/api/v1`.
public final class Shapes {

  private Shapes() {}

  /// The one shape of every error.
  public record Failure(Problem error) {
    public static Failure of(String code, String message) {
      return new Failure(new Problem(code, message));
    }
  }

  /// What went wrong.
  ///
  /// @param code stays the same for the same kind of error, such as `not_found`
  /// @param message for a person
  public record Problem(String code, String message) {}

  /// When an article was published.
  ///
  /// @param at ISO 8601 in the source's own zone, as precise as the source wrote it
  /// @param utc the moment, for a date its first
  /// @param certainty `stated` or `guessed`
  /// @param zone_stated whether the source wrote the zone
  public record Time(
      String at, String utc, String certainty, boolean zone_stated, String evidence) {
    static @Nullable Time of(@Nullable PublicationTime time) {
      return time == null
          ? null
          : new Time(
              time.iso(),
              time.instant().toString(),
              time.certainty().word(),
              time.zoneKnown(),
              time.evidence());
    }
  }

  /// A line about an article, without its text.
  public record Line(
      String id,
      String title,
      String language,
      String kind,
      String source,
      @Nullable String address,
      @Nullable Time published_at,
      String fetched_at) {
    public static Line of(ArticleLine line) {
      return new Line(
          line.id().toString(),
          line.title(),
          line.language().tag(),
          line.kind().word(),
          line.source(),
          line.address() == null ? null : line.address().toString(),
          Time.of(line.publishedAt()),
          line.fetchedAt().toString());
    }

    public static List<Line> of(List<ArticleLine> lines) {
      return lines.stream().map(Line::of).toList();
    }
  }

  public record Paragraph(int number, String kind, String text) {}

  /// A label and its language.
  public record Label(String label, String language) {
    static List<Label> of(List<Name> names) {
      return names.stream().map(Label::of).toList();
    }

    public static Label of(Name name) {
      return new Label(name.label(), name.language().tag());
    }
  }

  /// Where a sentence stands in its article.
  public record Cite(String article, int paragraph, int start, int end) {
    static Cite of(Citation citation) {
      return new Cite(
          citation.article().toString(),
          citation.paragraph(),
          citation.span().start(),
          citation.span().end());
    }
  }

  /// A number or a time as it was read: `low` and `high` decimal strings in `unit`, null where
  /// open; `time` in ISO 8601, with the unit `date`.
  public record ReadAs(
      @Nullable String low,
      @Nullable String high,
      String unit,
      String modifier,
      @Nullable String time) {
    static ReadAs of(dev.assay.check.ReadAs read) {
      return new ReadAs(
          Decimals.orNull(read.low()),
          Decimals.orNull(read.high()),
          read.unit(),
          read.modifier().word(),
          read.time());
    }
  }

  /// A number, date or rank of a sentence with its check.
  ///
  /// @param start where it stands in the sentence
  /// @param verdict `exact`, `converted`, `rounded`, `derived` or `unsupported`
  /// @param read_as what it was read as
  /// @param evidence where the article has it, or what comes nearest
  public record NumberCheck(
      int start, int end, @Nullable ReadAs read_as, String verdict, @Nullable Cite evidence) {
    static NumberCheck of(CheckedNumber number) {
      Citation evidence = number.evidence();
      return new NumberCheck(
          number.span().start(),
          number.span().end(),
          number.readAs() == null ? null : ReadAs.of(number.readAs()),
          number.verdict().word(),
          evidence == null ? null : Cite.of(evidence));
    }
  }

  /// A doubt about a sentence that a model wrote.
  public record Doubt(String kind, String words) {
    static List<Doubt> of(List<dev.assay.brief.Doubt> doubts) {
      return doubts.stream().map(doubt -> new Doubt(doubt.kind().word(), doubt.words())).toList();
    }
  }

  /// A sentence of a brief.
  ///
  /// @param numbers every number of the text, in order
  /// @param open_names names of which nobody can say whether the cited lines have them
  /// @param doubts what else the cited lines may not say so
  public record Sentence(
      String text,
      List<Cite> citations,
      List<NumberCheck> numbers,
      List<String> open_names,
      List<Doubt> doubts) {
    static Sentence of(BriefSentence sentence) {
      return new Sentence(
          sentence.text(),
          sentence.citations().stream().map(Cite::of).toList(),
          sentence.numbers().stream().map(NumberCheck::of).toList(),
          sentence.openNames(),
          Doubt.of(sentence.doubts()));
    }

    public static List<Sentence> of(List<BriefSentence> sentences) {
      return sentences.stream().map(Sentence::of).toList();
    }
  }

  public record Group(String heading, List<Sentence> bullets) {
    static Group of(BriefGroup group) {
      return new Group(group.heading(), Sentence.of(group.bullets()));
    }
  }

  /// A figure of an article in another language than the article's own.
  ///
  /// @param written the article's own words for it, which stand at `citation`
  /// @param sentence the article's sentence that says it; empty if it was stored without
  /// @param model the name of the language model that alone read it; null if the rules did
  public record Figure(
      String language,
      String value,
      String about,
      String written,
      Cite citation,
      String sentence,
      @Nullable String model) {
    static Figure of(KeyFigure figure) {
      return new Figure(
          figure.language().tag(),
          figure.value(),
          figure.about(),
          figure.written(),
          Cite.of(figure.citation()),
          figure.sentence(),
          figure.model());
    }
  }

  /// The brief of one article.
  ///
  /// @param maker `extractive` or the model's name
  /// @param withheld sentences of the model that are not shown
  /// @param no_model why a model that was asked made no brief; null if none was asked or one did
  public record Summary(
      String article,
      String language,
      String maker,
      int withheld,
      @Nullable String no_model,
      List<Sentence> viewpoint,
      List<Group> groups,
      List<Figure> key_figures) {
    public static Summary of(Brief brief) {
      String maker =
          switch (brief.maker()) {
            case Maker.Extractive _, Maker.InPlaceOfModel _ -> "extractive";
            case Maker.Model(String name, _, _) -> name;
          };
      return new Summary(
          brief.article().toString(),
          brief.language().tag(),
          maker,
          brief.maker() instanceof Maker.Model(_, _, int withheld) ? withheld : 0,
          brief.maker() instanceof Maker.InPlaceOfModel tried ? tried.reason().word() : null,
          Sentence.of(brief.viewpoint()),
          brief.groups().stream().map(Group::of).toList(),
          brief.keyFigures().stream().map(Figure::of).toList());
    }

    static @Nullable Summary ofNullable(@Nullable Brief brief) {
      return brief == null ? null : of(brief);
    }
  }

  /// A place in a paragraph's text.
  public record Place(int start, int end) {
    static Place of(Span span) {
      return new Place(span.start(), span.end());
    }
  }

  /// A total or a growth rate of an article that its own numbers contradict.
  ///
  /// @param kind `sum` or `growth`
  /// @param stated where it stands
  /// @param parts the numbers from which it follows
  /// @param computed what follows from them, a decimal string in `unit`
  public record Finding(
      String kind, int paragraph, Place stated, List<Place> parts, String computed, String unit) {
    static Finding of(ArithmeticFinding finding) {
      return new Finding(
          finding.kind().word(),
          finding.paragraph(),
          Place.of(finding.stated()),
          finding.parts().stream().map(Place::of).toList(),
          Decimals.text(finding.computed()),
          finding.unit());
    }
  }

  /// One article whole.
  ///
  /// @param copy_of the article whose text this one repeats
  /// @param apart articles that read alike and are not folded with it
  /// @param folded_by_hand whether a reader said what it is folded with
  /// @param origin where the text says that it comes from
  /// @param revisions earlier texts, newest first
  /// @param completeness full, feed_text, preview or summary; empty of what was handed in
  /// @param reserved what its site reserves, in its own words; may be empty
  public record Whole(
      Line article,
      @Nullable String external_id,
      List<String> authors,
      @Nullable Time updated_at,
      @Nullable String section,
      @Nullable String image,
      List<Paragraph> paragraphs,
      List<Label> names,
      @Nullable Summary brief,
      @Nullable OtherTitle translated_title,
      @Nullable Readers readers,
      List<Finding> findings,
      @Nullable Line copy_of,
      List<Line> copies,
      List<Line> apart,
      boolean folded_by_hand,
      CopyShapes.@Nullable Origin origin,
      List<CopyShapes.Text> revisions,
      String completeness,
      String reserved) {
    public static Whole of(ArticlePage page) {
      Article article = page.article();
      return new Whole(
          Line.of(page.line()),
          article.externalId(),
          article.authors(),
          Time.of(article.updatedAt()),
          article.section(),
          article.image() == null ? null : article.image().toString(),
          article.paragraphs().stream()
              .map(
                  paragraph ->
                      new Paragraph(paragraph.number(), paragraph.kind().word(), paragraph.text()))
              .toList(),
          Label.of(page.names()),
          Summary.ofNullable(page.brief()),
          OtherTitle.ofNullable(page.title()),
          Readers.ofNullable(page.readers()),
          page.findings().stream().map(Finding::of).toList(),
          page.editions().original() == null ? null : Line.of(page.editions().original().article()),
          page.editions().copies().stream().map(copy -> Line.of(copy.article())).toList(),
          Line.of(page.editions().apart()),
          page.editions().byHand(),
          CopyShapes.Origin.of(page.editions().from()),
          page.editions().revisions().stream().map(CopyShapes.Text::of).toList(),
          page.arrival().completeness(),
          page.arrival().reserved());
    }
  }

  /// What a language model read of the figures of an article, beside the rules.
  ///
  /// @param figures that either of the two read
  /// @param refused what the model said and the article does not bear out
  public record Readers(String model, List<ReadFigure> figures, List<RefusedClaim> refused) {
    static @Nullable Readers ofNullable(@Nullable TwoReaders readers) {
      return readers == null
          ? null
          : new Readers(
              readers.model(),
              readers.lines().stream().map(ReadFigure::of).toList(),
              readers.refused().stream().map(RefusedClaim::of).toList());
    }
  }

  /// A figure that two readers read.
  ///
  /// @param about what it is of
  /// @param trust the probability that it is read right
  /// @param read_by rules (alone), agrees, differs (the rules' reading stands) or alone (the model)
  public record ReadFigure(
      String written, String about, Cite figure, double trust, String read_by) {
    static ReadFigure of(TwoReaders.Line line) {
      return new ReadFigure(
          line.written(), line.about(), Cite.of(line.figure()), line.trust(), line.word());
    }
  }

  /// A claim of a model that was not admitted.
  ///
  /// @param paragraph 0 if it cites none that there is
  /// @param written its figure; empty if the paragraph has no such words
  public record RefusedClaim(int paragraph, String written, String reason) {
    static RefusedClaim of(ModelReading.Refused refused) {
      return new RefusedClaim(refused.paragraph(), refused.figure(), refused.reason().word());
    }
  }

  /// The title of an article in the reader's language, as a model wrote it.
  ///
  /// @param open_names names of which nobody can say whether the article's title has them
  /// @param doubts what else its title may not say so
  public record OtherTitle(
      String text, String language, String model, List<String> open_names, List<Doubt> doubts) {
    static @Nullable OtherTitle ofNullable(@Nullable ModelTitle title) {
      return title == null
          ? null
          : new OtherTitle(
              title.text(),
              title.language().tag(),
              title.model(),
              title.openNames(),
              Doubt.of(title.doubts()));
    }
  }

  /// One article of a topic.
  ///
  /// @param translated_title in the reader's language; null if the article is in it or no model
  ///   wrote one
  /// @param said its sentences that name the topic
  /// @param completeness full, feed_text, preview or summary; empty of what was handed in
  public record TopicCard(
      Line article,
      @Nullable OtherTitle translated_title,
      @Nullable Summary brief,
      List<Label> names,
      List<Line> copies,
      CopyShapes.@Nullable Origin origin,
      List<Sentence> said,
      String completeness) {
    static TopicCard of(Card card) {
      return new TopicCard(
          Line.of(card.article()),
          OtherTitle.ofNullable(card.title()),
          Summary.ofNullable(card.brief()),
          Label.of(card.names()),
          Line.of(card.copies()),
          CopyShapes.Origin.of(card.from()),
          Sentence.of(card.said()),
          card.arrival().completeness());
    }
  }

  /// An article that names a topic in passing, with its sentence that does.
  public record Mentioned(Line article, List<Sentence> said) {
    static Mentioned of(Mentioning mention) {
      return new Mentioned(Line.of(mention.article()), Sentence.of(mention.said()));
    }
  }

  /// How many articles one value has.
  public record Count(String value, long articles) {
    static Count of(SearchPage.Count count) {
      return new Count(count.value(), count.articles());
    }
  }

  /// A count and how to read it: `exact`, or at least so many.
  public record Total(long count, boolean exact) {}

  /// A topic with a page of its articles.
  ///
  /// @param name as it was asked for, or as the lexicon writes it
  /// @param kind of the named entity; null for a name that is looked up as a query
  /// @param texts articles that are no copy of another
  /// @param independent sources behind them: copies, texts of one agency and of one owner count
  ///   once
  /// @param voices those of these sources that have a name, most articles first, 12 at most
  /// @param mentioned on the first page the newest articles that name the topic in passing
  /// @param passing how many of these there are
  /// @param next_token asks for older articles; null on the last page
  public record Topic(
      Label name,
      @Nullable String kind,
      List<Label> other_names,
      boolean saved,
      Total articles,
      long texts,
      long independent,
      List<CopyShapes.Voice> voices,
      long sources,
      List<Count> languages,
      List<Count> kinds,
      List<Related> related,
      List<TopicCard> cards,
      List<Mentioned> mentioned,
      Total passing,
      @Nullable String next_token) {
    public static Topic of(TopicPage page) {
      Facts facts = page.facts();
      return new Topic(
          Label.of(page.heading().name()),
          page.heading().type() == null ? null : page.heading().type().word(),
          Label.of(page.heading().otherNames()),
          page.heading().saved(),
          new Total(facts.articles(), facts.exact()),
          facts.texts(),
          facts.independent(),
          CopyShapes.Voice.of(facts.voices()),
          facts.sources(),
          facts.languages().stream()
              .map(count -> new Count(count.of().tag(), count.articles()))
              .toList(),
          facts.kinds().stream()
              .map(count -> new Count(count.of().word(), count.articles()))
              .toList(),
          facts.related().stream().map(Related::of).toList(),
          page.cards().stream().map(TopicCard::of).toList(),
          page.mentions().stream().map(Mentioned::of).toList(),
          new Total(page.passing(), page.passing() < TopicPage.MOST_PASSING),
          page.next());
    }
  }

  /// A thing beside a topic.
  ///
  /// @param articles of the topic that name it, of the newest ones
  /// @param about those of them that are about it
  /// @param read whether the machine alone takes it for a name
  public record Related(String value, long articles, long about, boolean read) {
    static Related of(Facts.Related related) {
      return new Related(
          related.name().label(), related.articles(), related.about(), related.name().read());
    }
  }

  /// The topics that a person saved, and the newest articles of all.
  public record Topics(
      long articles, long independent, List<SavedTopic> topics, List<Line> newest) {
    public static Topics of(Home home) {
      return new Topics(
          home.articles(),
          home.independent(),
          home.topics().stream()
              .map(
                  topic ->
                      new SavedTopic(
                          Label.of(topic.name()),
                          Label.of(topic.otherNames()),
                          Line.of(
                              topic.newest().stream().map(Mentioning::article).limit(3).toList())))
              .toList(),
          Line.of(home.newest().stream().limit(20).toList()));
    }
  }

  public record SavedTopic(Label name, List<Label> other_names, List<Line> newest) {}

  /// A word of the query in a text.
  ///
  /// @param start of a word of the query, within its paragraph or title
  public record Mark(int start, int end) {
    static List<Mark> of(List<Span> spans) {
      return spans.stream().map(span -> new Mark(span.start(), span.end())).toList();
    }
  }

  public record FoundPassage(
      int paragraph, int start, int end, String text, List<Mark> highlights) {
    static FoundPassage of(Article article, Passage passage) {
      return new FoundPassage(
          passage.paragraph(),
          passage.span().start(),
          passage.span().end(),
          passage.span().in(article.paragraph(passage.paragraph()).text()),
          Mark.of(passage.highlights()));
    }
  }

  /// One article that was found.
  ///
  /// @param copies articles with this text, this one included
  public record Hit(
      Line article,
      double score,
      List<Mark> title_highlights,
      List<FoundPassage> passages,
      int copies) {
    static Hit of(SearchHit hit) {
      return new Hit(
          Line.of(ArticleLine.of(hit.article())),
          hit.score(),
          Mark.of(hit.titleHighlights()),
          hit.passages().stream().map(passage -> FoundPassage.of(hit.article(), passage)).toList(),
          hit.copies());
    }
  }

  /// For a term of the query, what was looked for as well.
  public record AlsoSearched(String term, List<String> others) {}

  public record Found(
      String query,
      Total total,
      List<Hit> hits,
      List<Count> languages,
      List<Count> sources,
      List<Count> kinds,
      List<Count> tags,
      List<Count> months,
      List<Count> facts,
      List<AlsoSearched> also_searched,
      @Nullable String did_you_mean,
      @Nullable String any_word,
      List<String> remarks,
      @Nullable String credit,
      @Nullable String next_token) {
    public static Found of(String query, SearchPage page) {
      return new Found(
          query,
          new Total(page.total().count(), page.total().exact()),
          page.hits().stream().map(Hit::of).toList(),
          page.counts().languages().stream().map(Count::of).toList(),
          page.counts().sources().stream().map(Count::of).toList(),
          page.counts().kinds().stream().map(Count::of).toList(),
          page.counts().tags().stream().map(Count::of).toList(),
          page.counts().months().stream().map(Count::of).toList(),
          page.counts().facts().stream().map(Count::of).toList(),
          page.understood().alsoSearched().stream()
              .map(also -> new AlsoSearched(also.term(), also.others()))
              .toList(),
          page.understood().didYouMean(),
          page.understood().anyWord(),
          page.understood().remarks().stream().map(SearchPage.Remark::text).toList(),
          page.understood().credit(),
          page.nextToken());
    }
  }

  public record Refusal(String document, String reason, String at) {}

  /// What the data folder holds.
  public record State(
      String folder,
      long articles,
      long independent,
      long indexed,
      long bytes,
      Map<String, Long> languages,
      Map<String, Long> outcomes,
      List<Refusal> refusals) {
    public static State of(Upkeep.Status status) {
      return new State(
          status.folder().toString(),
          status.counts().articles(),
          status.counts().independent(),
          status.indexed(),
          status.bytes(),
          status.languages(),
          status.outcomes(),
          status.refusals().stream()
              .map(
                  refusal ->
                      new Refusal(refusal.document(), refusal.reason(), refusal.at().toString()))
              .toList());
    }
  }

  /// What became of one document.
  public record Taken(
      String document, String outcome, @Nullable String article, @Nullable String reason) {
    public static Taken of(String document, Outcome outcome) {
      return new Taken(
          document,
          outcome.word(),
          outcome.article().map(Object::toString).orElse(null),
          outcome instanceof Outcome.Refused(String reason) ? reason : null);
    }
  }
}
