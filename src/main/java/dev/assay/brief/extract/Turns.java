package dev.assay.brief.extract;

import dev.assay.article.Paragraph;
import dev.assay.cite.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows who speaks in a transcript.
///
/// A label that opens at least two sentences names a speaker, whose turn lasts until the next
/// label. What one who leads the talk says (`MODERATOR:`, `主持人：`) is left out. What an unnamed
/// questioner says (`Q`, `问：`) lasts until then too. Used for one article, in the order of its
/// text.
final class Turns {

  private static final int FEWEST_TURNS = 2;

  /// Who has more of the sentences than this presents the text and need not be named.
  private static final double PRESENTER = 0.85;

  /// Who has fewer of the sentences than this only leads the talk.
  private static final double LEADS = 0.4;

  private final Set<String> speakers;
  private final Set<String> leaders;
  private final boolean answersAreMarked;
  private boolean asked;
  private @Nullable Voice voice;

  private final boolean shown;

  private Turns(
      Set<String> speakers, boolean shown, boolean answersAreMarked, Set<String> leaders) {
    this.speakers = speakers;
    this.leaders = leaders;
    this.shown = shown;
    this.answersAreMarked = answersAreMarked;
  }

  /// A paragraph with its sentences.
  record Read(Paragraph paragraph, List<Span> sentences) {}

  static Turns of(List<Read> paragraphs, Tongue tongue) {
    Map<String, Integer> labels = new HashMap<>();
    Map<String, Integer> sentences = new HashMap<>();
    boolean marked = false;
    String speaker = "";
    for (Read read : paragraphs) {
      String text = read.paragraph().text();
      for (Span sentence : read.sentences()) {
        marked |= Speaker.answers(text, sentence.start());
        boolean asks = Speaker.asks(text, sentence.start());
        Span name = asks ? null : Speaker.name(text, sentence).orElse(null);
        if (name != null) {
          labels.merge(name.in(text), 1, Integer::sum);
        }
        speaker = asks ? "" : name == null ? speaker : name.in(text);
        sentences.merge(speaker, 1, Integer::sum);
      }
    }
    Set<String> speakers =
        labels.entrySet().stream()
            .filter(label -> label.getValue() >= FEWEST_TURNS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new Turns(
        speakers,
        haveSeveral(speakers, sentences),
        marked || !speakers.isEmpty(),
        leaders(speakers, sentences, tongue));
  }

  /// Those of `speakers` who lead the talk and say little themselves.
  private static Set<String> leaders(
      Set<String> speakers, Map<String, Integer> sentences, Tongue tongue) {
    int all = speakers.stream().mapToInt(name -> sentences.getOrDefault(name, 0)).sum();
    return speakers.stream()
        .filter(name -> tongue.openings().is(Openings.Mark.LEADER, tongue.folded(name)))
        .filter(name -> sentences.getOrDefault(name, 0) < LEADS * all)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether no one of them has nearly all the sentences.
  private static boolean haveSeveral(Set<String> speakers, Map<String, Integer> sentences) {
    int all = 0;
    int most = 0;
    for (String speaker : speakers) {
      all += sentences.getOrDefault(speaker, 0);
      most = Math.max(most, sentences.getOrDefault(speaker, 0));
    }
    return most < PRESENTER * all;
  }

  /// What is said in `sentence`, without a label; empty if it belongs to a question.
  Optional<Span> hear(Paragraph paragraph, Span sentence) {
    String text = paragraph.text();
    if (Speaker.asks(text, sentence.start())) {
      asked = answersAreMarked;
      voice = null;
      return Optional.empty();
    }
    if (Speaker.answers(text, sentence.start())) {
      asked = false;
      return Optional.of(Speaker.after(text, sentence.start() + 1, sentence));
    }
    Span name = Speaker.name(text, sentence).orElse(null);
    if (name != null && leaders.contains(name.in(text))) {
      asked = true;
      voice = null;
      return Optional.empty();
    }
    if (name != null && speakers.contains(name.in(text))) {
      asked = false;
      Span label = new Span(name.start(), name.end() + 1);
      voice = new Voice(paragraph.number(), label, label.in(text));
      return Optional.of(Speaker.after(text, name.end(), sentence));
    }
    return asked ? Optional.empty() : Optional.of(Speaker.words(text, sentence));
  }

  /// Who speaks, if more than one does.
  Optional<Voice> voice() {
    return shown ? Optional.ofNullable(voice) : Optional.empty();
  }
}
