package dev.assay.topic.brief;

import dev.assay.brief.BriefSentence;
import dev.assay.topic.ArticleLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a topic says as a whole on a day: at most [#MOST] sentences as the sources wrote them.
///
/// @param day in UTC on which it was made
/// @param articles copies too, and `independent` sources behind them
/// @param since the moment from which on an article counts as new
/// @param parts those that have a sentence
/// @param cited the articles of all sentences
public record TopicBrief(
    String topic,
    LocalDate day,
    Instant madeAt,
    Instant since,
    long articles,
    long independent,
    List<Part> parts,
    List<ArticleLine> cited) {

  /// Sentences of a brief.
  public static final int MOST = 12;

  public TopicBrief {
    parts = List.copyOf(parts);
    cited = List.copyOf(cited);
  }

  /// What sentences are told for, in the order in which they are.
  public enum Kind {
    /// What most of the topic's articles are about.
    STANDS(3),
    /// What came since the brief before, or in the last week.
    NEW(3),
    /// Figures that several independent sources give alike.
    FIGURES(2),
    /// Figures that cannot hold together, each side.
    DISPUTED(2),
    /// What is announced for days to come.
    WATCH(2);

    final int most;

    Kind(int most) {
      this.most = most;
    }

    /// The word used in JSON.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Sentences of one kind.
  public record Part(Kind kind, List<Told> told) {
    public Part {
      told = List.copyOf(told);
    }
  }

  /// A sentence.
  ///
  /// @param independent how many independent sources have its text, or give its figure
  /// @param entry of the ledger that a figure stands in; null for other sentences
  /// @param ahead the day that is announced, the first of several; null for other sentences
  /// @param until the last day of a month or of several days that are announced; null for one day
  public record Told(
      BriefSentence sentence,
      int independent,
      @Nullable String entry,
      @Nullable LocalDate ahead,
      @Nullable LocalDate until) {
    static Told of(BriefSentence sentence, int independent) {
      return new Told(sentence, independent, null, null, null);
    }

    static Told ofFigure(BriefSentence sentence, int independent, String entry) {
      return new Told(sentence, independent, entry, null, null);
    }

    static Told announced(
        BriefSentence sentence, int independent, LocalDate first, LocalDate last) {
      return new Told(sentence, independent, null, first, first.equals(last) ? null : last);
    }
  }

  /// The article that a sentence stands in.
  public Optional<ArticleLine> article(Told told) {
    return cited.stream()
        .filter(line -> line.id().equals(told.sentence().citations().getFirst().article()))
        .findFirst();
  }
}
