package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.EventReader;
import dev.assay.fold.EditKind;
import dev.assay.fold.Edits;
import dev.assay.topic.Name;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.event.EventList;
import dev.assay.topic.event.EventPage;
import dev.assay.topic.time.EditPage;
import dev.assay.topic.time.Rise;
import dev.assay.topic.time.Timeline;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The published JSON of what happened when.
public final class TimeShapes {

  private TimeShapes() {}

  /// What two texts both speak of, in the words of each.
  public record SharedWords(String here, String there) {
    static SharedWords of(EventReader.Shared shared) {
      return new SharedWords(shared.inFirst(), shared.inSecond());
    }
  }

  /// Why a text stands in an event.
  ///
  /// @param like id of the article that it is most like
  /// @param percent how much both tell of the same
  public record Joined(String like, int percent, boolean by_hand, List<SharedWords> shared) {
    static @Nullable Joined of(EventPage.@Nullable Joined joined) {
      return joined == null
          ? null
          : new Joined(
              joined.like().id().toString(),
              joined.percent(),
              joined.byHand(),
              joined.shared().stream().map(SharedWords::of).toList());
    }
  }

  /// One text of an event.
  ///
  /// @param alone its sentences with a figure or a name that no other text of the event has
  public record EventText(
      Shapes.Line article,
      List<Shapes.Line> copies,
      CopyShapes.@Nullable Origin origin,
      @Nullable Joined joined,
      List<Shapes.Sentence> alone) {
    static EventText of(EventPage.Text text) {
      return new EventText(
          Shapes.Line.of(text.article()),
          Shapes.Line.of(text.copies()),
          CopyShapes.Origin.of(text.from()),
          Joined.of(text.joined()),
          Shapes.Sentence.of(text.alone()));
    }
  }

  /// Different texts on one happening.
  ///
  /// @param id of its first article; any of its articles' ids leads to it
  /// @param texts the first published first
  /// @param voices the independent sources, in the order in which they first speak
  /// @param silent outlets that report on this in these weeks, and have none of the texts
  public record Event(
      String id,
      String title,
      String lead,
      String first_at,
      String last_at,
      int articles,
      int independent,
      List<CopyShapes.Voice> voices,
      List<Shapes.Label> names,
      List<EventText> texts,
      List<Compared> compared,
      List<String> silent,
      boolean by_hand) {
    public static Event of(EventPage page) {
      return new Event(
          page.first().id().toString(),
          page.lead().title(),
          page.lead().id().toString(),
          page.first().orderedBy().toString(),
          page.lastAt().toString(),
          page.articles(),
          page.voices().size(),
          CopyShapes.Voice.of(page.voices()),
          Shapes.Label.of(page.names()),
          page.texts().stream().map(EventText::of).toList(),
          page.compared().stream().map(Compared::of).toList(),
          page.silent(),
          page.byHand());
    }
  }

  /// One quantity as several texts of an event state it.
  ///
  /// @param differ whether the figures cannot all be the number of one thing at one time
  public record Compared(boolean differ, List<Side> sides) {
    static Compared of(EventPage.Compared compared) {
      return new Compared(compared.differ(), compared.sides().stream().map(Side::of).toList());
    }
  }

  /// What one text states.
  ///
  /// @param written the figure as it stands there, with its unit and what limits it
  public record Side(Shapes.Line article, String written, Shapes.Sentence sentence) {
    static Side of(EventPage.Side side) {
      return new Side(
          Shapes.Line.of(side.article()), side.written(), Shapes.Sentence.of(side.sentence()));
    }
  }

  /// An event in a list.
  public record EventRow(
      String id,
      int texts,
      int independent,
      int differing,
      String last_at,
      Shapes.Line lead,
      List<Shapes.Line> others) {
    public static EventRow of(EventLine line) {
      return new EventRow(
          line.id().toString(),
          line.texts(),
          line.independent(),
          line.differing(),
          line.last().toString(),
          Shapes.Line.of(line.lead()),
          Shapes.Line.of(line.others()));
    }
  }

  /// Events of several texts, the newest first.
  public record Events(List<EventRow> events, @Nullable String next_token) {
    public static Events of(EventList list) {
      return new Events(
          list.events().stream().map(EventRow::of).toList(),
          list.last() == null ? null : list.last().toString());
    }
  }

  /// A name, two names together or a phrase of which more is told than its own past would give, or
  /// less.
  ///
  /// @param kind `name`, `pair` or `phrase`
  /// @param name what it is called: both names of a pair, the words of a phrase
  /// @param entity id of the name; for a pair or a phrase its kind with what it is of
  /// @param names the one, or the two
  /// @param direction `rising` or `quiet`
  /// @param is_new whether no text was about it before these days
  /// @param texts of three days, copies left out
  /// @param expected as many as its past would give
  /// @param score how far the texts are from that, in deviations
  /// @param with names that stand beside it in these texts
  /// @param said what texts say of it
  public record RisingName(
      String kind,
      Shapes.Label name,
      String entity,
      List<Shapes.Label> names,
      String direction,
      boolean is_new,
      int texts,
      int independent,
      double expected,
      double score,
      List<Shapes.Label> with,
      List<Shapes.Mentioned> said) {
    static RisingName of(Rise rise) {
      Language language = rise.names().getFirst().language();
      return new RisingName(
          rise.kind().word(),
          Shapes.Label.of(new Name(rise.label(), language)),
          rise.id(),
          Shapes.Label.of(rise.names()),
          rise.direction().name().toLowerCase(Locale.ROOT),
          rise.isNew(),
          rise.texts(),
          rise.independent(),
          Math.round(rise.expected() * 10) / 10.0,
          Math.round(rise.score() * 10) / 10.0,
          Shapes.Label.of(rise.with()),
          rise.said().stream().map(Shapes.Mentioned::of).toList());
    }
  }

  /// What rises: names, pairs of them and phrases, of each the farthest first; then what fell
  /// quiet.
  public record RisingNames(List<RisingName> names, @Nullable String next_token) {
    public static RisingNames of(List<Rise> rises) {
      return new RisingNames(rises.stream().map(RisingName::of).toList(), null);
    }

    static RisingNames of(ListPage<Rise> page) {
      return new RisingNames(of(page.items()).names(), page.next());
    }
  }

  /// One sentence that a source changed.
  ///
  /// @param kinds what weighs most first
  public record EditPart(List<String> kinds, CopyShapes.Difference difference) {
    static EditPart of(Edits.Part part) {
      return new EditPart(words(part.kinds()), CopyShapes.Difference.of(part.change()));
    }
  }

  private static List<String> words(List<EditKind> kinds) {
    return kinds.stream().map(EditKind::word).toList();
  }

  /// What a source changed in a text after publication.
  ///
  /// @param revision number of the text that was replaced
  /// @param silent whether the source says nothing of it: no note, and no other time of change
  /// @param titles the title before and after, if it says something else; else empty
  public record TextEdit(
      Shapes.Line article,
      int revision,
      String found_at,
      List<String> kinds,
      boolean silent,
      List<String> titles,
      List<EditPart> parts) {
    static TextEdit of(EditPage.Line line) {
      return new TextEdit(
          Shapes.Line.of(line.article()),
          line.number(),
          line.foundAt().toString(),
          words(line.kinds()),
          line.silent(),
          line.titles(),
          line.parts().stream().map(EditPart::of).toList());
    }
  }

  /// How many changes are of a kind.
  public record KindCount(String kind, int edits) {}

  /// What an outlet changed in a year.
  ///
  /// @param silent those of which it says nothing
  /// @param months for how many months it has been watched, 12 at most
  public record EditRecord(
      String source, int edits, int silent, int months, List<KindCount> kinds) {
    static @Nullable EditRecord of(EditPage.@Nullable Record record) {
      return record == null
          ? null
          : new EditRecord(
              record.source(),
              record.changes(),
              record.silent(),
              record.months(),
              record.byKind().entrySet().stream()
                  .map(count -> new KindCount(count.getKey().word(), count.getValue()))
                  .toList());
    }
  }

  /// What sources changed after publication, the newest first.
  ///
  /// @param next the moment to give as `before` for older ones; null if there are none
  public record TextEdits(
      List<TextEdit> edits, @Nullable EditRecord record, @Nullable String next) {
    public static TextEdits of(EditPage page) {
      return new TextEdits(
          page.edits().stream().map(TextEdit::of).toList(),
          EditRecord.of(page.record()),
          page.next() == null ? null : page.next().toString());
    }
  }

  /// Another day that a source names for the same.
  public record OtherDay(String first, String last, Shapes.Sentence sentence, Shapes.Line article) {
    static OtherDay of(Timeline.Telling telling) {
      return new OtherDay(
          telling.first().toString(),
          telling.last().toString(),
          Shapes.Sentence.of(telling.sentence()),
          Shapes.Line.of(telling.article()));
    }
  }

  /// One happening of a timeline.
  ///
  /// @param first the day that the sentence is about, or the first of several
  /// @param basis `stated`, or `published` where nothing is said of a day
  /// @param ahead whether the day was still to come when the sentence was written
  /// @param others further articles that tell of it
  /// @param other_days what other sources say of the day
  public record TimelineRow(
      String first,
      String last,
      String basis,
      boolean ahead,
      Shapes.Sentence sentence,
      Shapes.Line article,
      int independent,
      List<Shapes.Line> others,
      List<OtherDay> other_days) {
    static TimelineRow of(Timeline.Row row) {
      return new TimelineRow(
          row.first().toString(),
          row.last().toString(),
          row.basis().word(),
          row.ahead(),
          Shapes.Sentence.of(row.sentence()),
          Shapes.Line.of(row.article()),
          row.independent(),
          Shapes.Line.of(row.others()),
          row.otherwise().stream().map(OtherDay::of).toList());
    }
  }

  /// What happened when, the newest day first.
  ///
  /// @param more whether there are older days: ask with `before`
  public record TimelineRows(String title, List<TimelineRow> rows, boolean more) {
    public static TimelineRows of(Timeline timeline) {
      return new TimelineRows(
          timeline.title(),
          timeline.rows().stream().map(TimelineRow::of).toList(),
          timeline.more());
    }
  }

  /// What a reader's word on events came to.
  ///
  /// @param texts ids of the articles that tell of one happening with the one spoken of
  /// @param changed false if it was so already
  public record Said(List<String> texts, boolean changed) {
    public static Said of(List<ArticleId> texts, boolean changed) {
      return new Said(texts.stream().map(ArticleId::toString).toList(), changed);
    }
  }
}
