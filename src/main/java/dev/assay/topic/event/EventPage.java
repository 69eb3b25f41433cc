package dev.assay.topic.event;

import dev.assay.article.Language;
import dev.assay.brief.BriefSentence;
import dev.assay.event.EventReader.Shared;
import dev.assay.fold.Independence.Voice;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.From;
import dev.assay.topic.Name;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Different texts on one happening, as data.
///
/// @param lead the article of the text that most independent sources have
/// @param texts the first published first
/// @param voices the independent sources, in the order in which they first speak
/// @param names what the texts are about, most important first, in the reader's language
/// @param compared what several of the texts state, what differs first
/// @param silent outlets that report on what the texts are about in these weeks, and have none of
///   them
/// @param byHand whether a reader said which texts belong together
public record EventPage(
    ArticleLine lead,
    List<Text> texts,
    List<Voice> voices,
    List<Name> names,
    List<Compared> compared,
    List<String> silent,
    boolean byHand) {

  /// One text of an event.
  ///
  /// @param copies other articles with it, oldest first
  /// @param from where it says that it comes from; null if it does not say
  /// @param joined why it stands here; null for the first
  /// @param alone its sentences with a figure or a name that no other text of the event has
  public record Text(
      ArticleLine article,
      List<ArticleLine> copies,
      @Nullable From from,
      @Nullable Joined joined,
      List<BriefSentence> alone) {
    public Text {
      copies = List.copyOf(copies);
      alone = List.copyOf(alone);
    }
  }

  /// Why a text stands in an event.
  ///
  /// @param like the text that it is most like
  /// @param percent how much both tell of the same; 100 if a reader said so
  /// @param byHand whether a reader said so
  /// @param shared what both speak of, what tells most first
  public record Joined(ArticleLine like, int percent, boolean byHand, List<Shared> shared) {
    public Joined {
      shared = List.copyOf(shared);
    }
  }

  /// One quantity as several texts state it.
  ///
  /// @param differ whether the figures cannot all be the number of one thing at one time
  /// @param sides one of each text that states it, in the order of the texts
  public record Compared(boolean differ, List<Side> sides) {
    public Compared {
      sides = List.copyOf(sides);
    }
  }

  /// What one text states.
  ///
  /// @param written the figure as it stands there, with its unit and what limits it
  /// @param sentence the sentence that states it
  public record Side(ArticleLine article, String written, BriefSentence sentence) {}

  public EventPage {
    texts = List.copyOf(texts);
    voices = List.copyOf(voices);
    names = List.copyOf(names);
    compared = List.copyOf(compared);
    silent = List.copyOf(silent);
  }

  /// The first text.
  public ArticleLine first() {
    return texts.getFirst().article();
  }

  /// The text by whose title a reader knows it: the lead, or one in the reader's language.
  public ArticleLine heading(Language reader) {
    return ArticleLine.inWordsOf(reader, lead, texts.stream().map(Text::article));
  }

  /// How many quantities the texts state differently.
  public long differing() {
    return compared.stream().filter(Compared::differ).count();
  }

  public Instant lastAt() {
    return texts.getLast().article().orderedBy();
  }

  /// Articles, copies among them.
  public int articles() {
    return texts.stream().mapToInt(text -> 1 + text.copies().size()).sum();
  }
}
