package dev.assay.brief.vet;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.brief.vet.PairedFigures.Paired;
import dev.assay.cite.Span;
import dev.assay.lexicon.Bilingual;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Holds sentences against the lines they cite: denials, plans, conditions and speakers that were
/// lost, denials that were added, contraries, and figures and names that are another's. The public
/// access point to this room.
///
/// Each suspicion is weighed by weights that were learned; what is done about it is for others to
/// say. Immutable; safe for use by many threads; costly to make.
public final class Suspicions {

  /// The share of figures that have a rival and are wrong.
  private static final double SUSPECTED_FIGURES = 0.1;

  private final TextReader reader;
  private final Chance chance;
  private final Contraries contraries;
  private final Supplier<Optional<Bilingual>> dictionary;

  /// @param dictionary that is there at each moment; empty if none was added
  public Suspicions(
      Lexicon lexicon,
      TagMatcher names,
      QuantityExtractor quantities,
      Supplier<Optional<Bilingual>> dictionary) {
    this.dictionary = dictionary;
    this.reader = new TextReader(lexicon, names, quantities);
    this.chance = new Chance(lexicon);
    this.contraries = new Contraries(lexicon);
  }

  /// Reads the lines that a sentence of `reader` cites.
  ///
  /// @param published of their text; null if it is not known
  public Lines read(
      List<String> lines,
      Language language,
      Language readers,
      @Nullable PublicationTime published) {
    return new Lines(
        lines.stream().map(line -> reader.read(line, language, published)).toList(),
        readers,
        language.isChinese() == readers.isChinese());
  }

  /// Cited lines, read once. Used by one thread.
  public final class Lines {

    private final List<ReadText> lines;
    private final Language readers;
    private final boolean sameLanguage;
    private final Likeness likeness;
    private final Heard heard;
    private final Set<Long> keys = new HashSet<>();

    /// The dictionary that there was; empty if the sentence is in the language of the lines.
    private final Optional<Bilingual> translator;

    /// By the dictionary; read when a name is first sought that nothing else tells.
    private @Nullable TranslatedNames translated;

    private Lines(List<ReadText> lines, Language readers, boolean sameLanguage) {
      this.translator = sameLanguage ? Optional.empty() : dictionary.get();
      this.lines = lines;
      this.readers = readers;
      this.sameLanguage = sameLanguage;
      this.likeness = new Likeness(lines, sameLanguage);
      this.heard = sameLanguage ? Heard.NOTHING : Heard.in(lines, !readers.isChinese());
      for (ReadText line : lines) {
        for (Clause clause : line.clauses()) {
          clause.terms().forEach(term -> Arrays.stream(term.keys()).forEach(keys::add));
        }
      }
    }

    /// Whether these lines have the place of this name, or it is made of everyday words, half of
    /// which or more they have: *National Ecology Day* of 全国生态日.
    public boolean say(String name) {
      Optional<String> place = reader.placeInOther(name);
      if (place.isPresent()) {
        String other = new String(Folding.letters(place.get()));
        return lines.stream()
            .anyMatch(line -> new String(Folding.letters(line.text())).contains(other));
      }
      return isCalledOtherwise(name)
          || meanByTables(name)
          || isWord(name)
          || mean(List.of(name.split(" ")))
          || isTranslated(name);
    }

    /// Whether these lines have another name of the same thing, one of those that are told apart by
    /// no sound: 我国 of China.
    private boolean isCalledOtherwise(String name) {
      return !sameLanguage
          && reader.namesInOther(HanScript.simplify(name)).stream()
              .anyMatch(other -> lines.stream().anyMatch(line -> other.stands(line.text())));
    }

    /// Whether these lines have the name by a dictionary that was added.
    private boolean isTranslated(String name) {
      if (translator.isEmpty()) {
        return false;
      }
      TranslatedNames names = translated;
      if (names == null) {
        names = new TranslatedNames(translator.get(), lines);
        translated = names;
      }
      return names.stand(name);
    }

    /// Whether these lines have the names among `words`, each by itself, and half of all: Shanghai
    /// port of 上海口岸.
    private boolean mean(List<String> words) {
      List<List<Term>> apart = words.stream().map(this::meanings).toList();
      boolean known = words.size() > 1 && apart.stream().noneMatch(List::isEmpty);
      List<Term> terms = apart.stream().flatMap(List::stream).toList();
      long here = terms.stream().filter(term -> Likeness.isAmong(term, keys)).count();
      boolean named =
          terms.stream()
              .filter(term -> term.kind() == Term.Kind.NAME)
              .allMatch(term -> Likeness.isAmong(term, keys));
      return known && named && here * 2 >= terms.size();
    }

    /// Whether all words of `words` are known in both languages, and these lines have half of them
    /// or more; or a dictionary says that they have them.
    public boolean mean(String words) {
      return meanByTables(words) || isTranslated(words);
    }

    private boolean meanByTables(String words) {
      List<Term> terms = meanings(words);
      long here = terms.stream().filter(term -> Likeness.isAmong(term, keys)).count();
      return here * 2 >= terms.size() && here > 0;
    }

    /// The words of `text`; none if the meaning of one is not known.
    private List<Term> meanings(String text) {
      List<Term> terms =
          reader.read(text, readers, null).clauses().stream()
              .flatMap(clause -> clause.terms().stream())
              .filter(term -> term.kind() != Term.Kind.PAIR && !Namesakes.isRead(term))
              .toList();
      boolean known = terms.stream().noneMatch(term -> term.kind() == Term.Kind.LETTERS);
      return known ? terms : List.of();
    }

    /// A word with a capital that everybody has is no name by itself, if nothing else is called so.
    private boolean isWord(String name) {
      List<Term> terms = meanings(name);
      return name.indexOf(' ') < 0
          && reader.namesInOther(name).isEmpty()
          && Character.isUpperCase(name.charAt(0))
          && !terms.isEmpty()
          && terms.stream().allMatch(term -> term.kind() == Term.Kind.MEANING);
    }

    /// Reads a sentence that cites them.
    public Said said(String sentence) {
      return new Said(Namesakes.joined(reader.read(sentence, readers, null, heard), lines));
    }

    /// A sentence, read.
    public final class Said {

      private final ReadText sentence;

      /// The lines, with the names of the sentence that nobody read there.
      private final List<ReadText> named;

      private final List<List<PairedFigures.Place>> evidence;

      private Said(Namesakes.Joined joined) {
        this.sentence = joined.sentence();
        this.named = joined.lines();
        this.evidence = PairedFigures.places(Paired.FIGURES, sentence, lines);
      }

      /// Whether the lines have the number that stands at `span` of the sentence, whatever it is
      /// of, and do not bound it the other way; one of the two may leave its unit out.
      public boolean stands(Span span) {
        return areThere(span, each -> !each.isTime(), Said::stands);
      }

      /// Whether the lines have the day that stands at `span` of the sentence, in a list there or
      /// here.
      public boolean hasDay(Span span) {
        return areThere(span, Figure::isTime, Figure::isListedDayOf);
      }

      /// The number of the sentence that is a part of less than itself; empty if there is none.
      public Optional<Span> exceedingPart() {
        return Wholes.exceeded(sentence);
      }

      private static boolean stands(Figure figure, Figure there) {
        return figure.hasValueOf(there) && !figure.contradicts(there);
      }

      private boolean areThere(
          Span span, Predicate<Figure> which, BiPredicate<Figure, Figure> areOne) {
        return sentence.figures().stream()
            .filter(which)
            .filter(figure -> figure.start() < span.end() && span.start() < figure.end())
            .anyMatch(
                figure ->
                    lines.stream()
                        .flatMap(line -> line.figures().stream())
                        .anyMatch(there -> areOne.test(figure, there)));
      }

      /// What may be wrong, the likeliest of each kind.
      ///
      /// @param misplaced where numbers stand of which a rule says that they are another's
      /// @param denied whether a rule says that a denial was lost
      public List<Suspicion> suspicions(Set<Span> misplaced, boolean denied) {
        Map<Suspicion.Kind, Suspicion> worst = new EnumMap<>(Suspicion.Kind.class);
        for (LostCues.Suspect suspect :
            new LostCues(contraries, likeness, sameLanguage, Features::bare)
                .of(sentence, lines, denied)) {
          add(
              new Suspicion(kind(suspect.kind()), suspect.words(), chance.of(suspect.features())),
              worst);
        }
        List<Suspicion> figures = new ArrayList<>();
        for (PairedFigures.Suspect suspect :
            new PairedFigures(Paired.FIGURES, likeness, sameLanguage, Features::bare)
                .of(sentence, lines, evidence, misplaced)) {
          Figure figure = suspect.figure();
          String words = sentence.text().substring(figure.start(), figure.end());
          Suspicion.Kind kind = figure.isTime() ? Suspicion.Kind.TIME : Suspicion.Kind.FIGURE;
          double own = chance.of(suspect.features());
          if (kind == Suspicion.Kind.FIGURE) {
            figures.add(new Suspicion(kind, words, own));
          }
          add(new Suspicion(kind, words, own), worst);
        }
        joint(figures).ifPresent(suspicion -> add(suspicion, worst));
        named().forEach(suspicion -> add(suspicion, worst));
        for (Speakers.Suspect suspect :
            new Speakers(likeness, sameLanguage, Features::bare).of(sentence, named)) {
          String words = suspect.speaker().in(sentence.text());
          double own = chance.of(suspect.features());
          add(new Suspicion(Suspicion.Kind.OTHER_SPEAKER, words, own), worst);
        }
        return worst.values().stream()
            .sorted(Comparator.comparingDouble(each -> -each.chance()))
            .toList();
      }

      /// Names that may be another's.
      private List<Suspicion> named() {
        List<Suspicion> names = new ArrayList<>();
        PairedFigures paired =
            new PairedFigures(Paired.NAMES, likeness, sameLanguage, Features::bare);
        for (PairedFigures.Suspect suspect :
            paired.of(
                sentence, named, PairedFigures.places(Paired.NAMES, sentence, named), Set.of())) {
          Figure name = suspect.figure();
          names.add(
              new Suspicion(
                  kindOf(name),
                  sentence.text().substring(name.start(), name.end()),
                  chance.of(suspect.features())));
        }
        return names;
      }

      private static Suspicion.Kind kindOf(Figure name) {
        return Namesakes.isRead(name)
            ? Suspicion.Kind.OWN_NAME
            : name.kind().equals(TextReader.THING) ? Suspicion.Kind.THING : Suspicion.Kind.NAME;
      }

      /// Two figures of different kinds that moved together, a sum and its share, are each
      /// suspected little: what is against both counts for both.
      private Optional<Suspicion> joint(List<Suspicion> figures) {
        List<Figure> said = sentence.figures().stream().filter(figure -> !figure.isTime()).toList();
        if (figures.size() != 2
            || said.size() != 2
            || said.getFirst().kind().equals(said.getLast().kind())) {
          return Optional.empty();
        }
        Suspicion one = figures.getFirst();
        double odds =
            odds(one.chance()) * odds(figures.getLast().chance()) / odds(SUSPECTED_FIGURES);
        return Optional.of(new Suspicion(one.kind(), one.words(), odds / (1 + odds)));
      }

      private void add(Suspicion suspicion, Map<Suspicion.Kind, Suspicion> worst) {
        worst.merge(
            suspicion.kind(),
            suspicion,
            (one, other) -> one.chance() >= other.chance() ? one : other);
      }
    }
  }

  private static double odds(double chance) {
    double bounded = Math.min(chance, 0.999);
    return bounded / (1 - bounded);
  }

  private Suspicion.Kind kind(Cue.Kind kind) {
    if (LostCues.DENIALS.contains(kind)) {
      return Suspicion.Kind.DENIAL;
    }
    if (kind.equals(Cue.DATED)) {
      return Suspicion.Kind.AHEAD;
    }
    boolean speaker = LostCues.SPEAKERS.contains(kind);
    return speaker
        ? Suspicion.Kind.SPEAKER
        : contraries.has(kind) ? Suspicion.Kind.CONTRARY : Suspicion.Kind.HEDGE;
  }
}
