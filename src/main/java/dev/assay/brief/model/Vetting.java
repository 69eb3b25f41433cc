package dev.assay.brief.model;

import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.brief.Doubt;
import dev.assay.brief.Fault;
import dev.assay.brief.extract.Token;
import dev.assay.brief.extract.Token.Role;
import dev.assay.brief.extract.Tongue;
import dev.assay.brief.vet.Suspicion;
import dev.assay.brief.vet.Suspicions;
import dev.assay.check.Denials;
import dev.assay.check.NameChecker;
import dev.assay.check.NumberCheck;
import dev.assay.check.Source;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for a reason not to show a sentence that a model wrote about one article. Used by one
/// thread.
final class Vetting {

  /// A sentence that shares less than this of its words (in Chinese: of its pairs of characters)
  /// with what it cites is about something else; it leaves room for other words for the same thing.
  private static final double GROUNDED = 0.4;

  private static final double GROUNDED_PAIRS = 0.3;

  /// What is likelier wrong than this is not shown.
  private static final double WITHHELD = 0.98;

  /// And what is likelier wrong than this is shown with a mark. The weights were learned from as
  /// many wrong sentences as true ones, of which a model writes few; the bounds were chosen on
  /// articles that were not learned from: a lower one marks more true sentences and hardly more
  /// wrong ones.
  private static final double MARKED = 0.7;

  /// The same of names, plans and speakers left out, which may be told in other words.
  private static final double MARKED_NAME = 0.8;

  /// And of another speaker, a material, a trade or an idea, which mostly are.
  private static final double MARKED_THING = 0.9;

  /// With fewer words than this nothing can be said.
  private static final int FEW_WORDS = 3;

  /// Chinese characters count twice.
  private static final int FEWEST_LETTERS = 6;

  private static final int MOST_CHARACTERS = 420;

  /// So much of what was read is kept, however long the article is.
  private static final int MOST_READ = 200;

  /// Words for *they*, *both* and *a* that are read as numbers.
  private static final Set<String> PRONOUNS =
      Set.of("两人", "二人", "两者", "二者", "兩人", "兩者", "one", "一", "一年", "一天", "一个", "one year");

  private static final int MOST_QUOTED_WORDS = 4;
  private static final int MOST_QUOTED_LETTERS = 12;

  private static final Pattern LATIN_NAME = Pattern.compile("[A-Z][A-Za-z]+");

  /// Every digit that no check covers must stand, with its neighbours, where it is cited.
  private static final String DIGIT_NEIGHBOURS = "-./,:%";

  private final Article article;
  private final Language reader;
  private final Checks checks;
  private final Tongue tongue;
  private final boolean sameLanguage;
  private final Map<List<Integer>, Cited> read = new HashMap<>();

  /// The article's names in two scripts, by its own brackets.
  private final Glosses glosses;

  private final Antecedents antecedents;

  /// All paragraphs; read when a name is first sought there.
  private NameChecker.@Nullable Cited whole;

  /// Read when a foreign name is first sought among them.
  private @Nullable ForeignNames foreignNames;

  Vetting(Article article, Language reader, Checks checks) {
    this.article = article;
    this.reader = reader;
    this.checks = checks;
    this.glosses = Glosses.of(article, checks.names().matcher());
    this.antecedents = new Antecedents(article, checks.names());
    this.tongue = Tongue.of(article.language());
    this.sameLanguage =
        article.language().isChinese() == reader.isChinese()
            && (reader.isChinese() || article.language().equals(reader));
  }

  /// Cited paragraphs, read once for all sentences that cite them.
  private record Cited(
      String text,
      Set<String> sentences,
      Source numbers,
      Suspicions.Lines lines,
      NameChecker.Cited names,
      Denials.Source denials,
      Set<String> terms) {

    /// Whether the text is whole sentences of the paragraphs and nothing else: it says what they
    /// say.
    boolean repeats(String said) {
      return Sentences.of(said).stream()
          .map(span -> Quotations.folded(span.in(said)))
          .allMatch(sentences::contains);
    }
  }

  /// What was found in one sentence.
  ///
  /// @param faults empty if it can be shown
  /// @param openNames names that may or may not be those of the cited lines: shown with a mark
  /// @param doubts what else cannot be decided: shown with a mark too
  /// @param tally what was counted on the way
  record Finding(
      List<Fault> faults, List<String> openNames, List<Doubt> doubts, VettingTally tally) {
    static Finding of(Fault.Kind kind) {
      return new Finding(List.of(Fault.of(kind)), List.of(), List.of(), VettingTally.NONE);
    }

    boolean isSound() {
      return faults.isEmpty();
    }
  }

  /// The finding on `text`, which cites these paragraphs of the article.
  Finding of(String text, List<Integer> paragraphs) {
    return of(text, paragraphs, MOST_CHARACTERS);
  }

  /// The same of a text of at most so many characters; a translation is as long as what it is of.
  Finding of(String text, List<Integer> paragraphs, int mostCharacters) {
    if (paragraphs.isEmpty()) {
      return Finding.of(Fault.Kind.UNCITED);
    }
    if (read.size() >= MOST_READ) {
      read.clear();
    }
    Cited cited = read.computeIfAbsent(paragraphs, this::read);
    Optional<Fault.Kind> plain = PlainWords.fault(text, cited.text());
    if (plain.isPresent() || text.length() > mostCharacters) {
      return Finding.of(plain.orElse(Fault.Kind.TOO_LONG));
    }
    List<Fault> faults = new ArrayList<>();
    if (saysNothing(text)) {
      faults.add(Fault.of(Fault.Kind.TOO_SHORT));
    }
    if (!isInReadersLanguage(text, cited.text())) {
      faults.add(Fault.of(Fault.Kind.LANGUAGE));
    }
    Suspicions.Lines.Said said = cited.lines().said(text);
    Set<Span> misplaced = new HashSet<>();
    int numbers = numbers(text, cited, said, misplaced, faults);
    int unsupported = count(faults, Fault.Kind.NUMBER);
    said.exceedingPart()
        .ifPresent(part -> faults.add(new Fault(Fault.Kind.MISPLACED, part.in(text))));
    List<String> open = new ArrayList<>();
    int names = names(text, paragraphs, cited, faults, open);
    int missing = count(faults, Fault.Kind.NAME);
    List<Doubt> doubts = new ArrayList<>();
    int quotes = quotes(text, cited, faults, doubts);
    int changed = count(faults, Fault.Kind.QUOTE);
    Weekdays.another(text, cited.text())
        .ifPresent(day -> doubts.add(new Doubt(Doubt.Kind.MISPLACED, day)));
    if (!cited.repeats(text)) {
      boolean denied = cited.denials().lost(text).isPresent();
      for (Suspicion suspicion : said.suspicions(misplaced, denied)) {
        weigh(suspicion, faults, doubts);
      }
    }
    if (sameLanguage && !isGrounded(text, cited)) {
      faults.add(Fault.of(Fault.Kind.UNGROUNDED));
    }
    return new Finding(
        List.copyOf(faults),
        List.copyOf(open),
        List.copyOf(doubts),
        new VettingTally(0, 0, numbers, unsupported, names, missing, quotes, changed));
  }

  private static void weigh(Suspicion suspicion, List<Fault> faults, List<Doubt> doubts) {
    boolean plain =
        suspicion.kind() == Suspicion.Kind.FIGURE || suspicion.kind() == Suspicion.Kind.DENIAL;
    if (plain && suspicion.chance() > WITHHELD) {
      boolean figure = suspicion.kind() == Suspicion.Kind.FIGURE;
      faults.add(new Fault(figure ? Fault.Kind.MISPLACED : Fault.Kind.DENIAL, suspicion.words()));
    } else if (suspicion.chance() > marked(suspicion.kind())) {
      doubts.add(new Doubt(doubt(suspicion.kind()), suspicion.words()));
    }
  }

  private static Doubt.Kind doubt(Suspicion.Kind kind) {
    return switch (kind) {
      case FIGURE, TIME -> Doubt.Kind.MISPLACED;
      case NAME, THING, OWN_NAME -> Doubt.Kind.ANOTHER;
      case CONTRARY -> Doubt.Kind.CONTRARY;
      case OTHER_SPEAKER -> Doubt.Kind.OTHER_SPEAKER;
      case DENIAL -> Doubt.Kind.DENIAL;
      case AHEAD -> Doubt.Kind.AHEAD;
      case HEDGE -> Doubt.Kind.HEDGE;
      case SPEAKER -> Doubt.Kind.SPEAKER;
    };
  }

  private static double marked(Suspicion.Kind kind) {
    return switch (kind) {
      case FIGURE, TIME, DENIAL, CONTRARY -> MARKED;
      case NAME, OWN_NAME, HEDGE, AHEAD, SPEAKER -> MARKED_NAME;
      case THING, OTHER_SPEAKER -> MARKED_THING;
    };
  }

  private static int count(List<Fault> faults, Fault.Kind kind) {
    return (int) faults.stream().filter(fault -> fault.kind() == kind).count();
  }

  private Cited read(List<Integer> paragraphs) {
    List<String> texts =
        paragraphs.stream().map(number -> article.paragraph(number).text()).toList();
    List<String> withTitle = new ArrayList<>(texts);
    withTitle.add(article.title());
    Set<String> terms = new HashSet<>();
    withTitle.forEach(text -> terms(text, terms));
    Set<String> sentences = new HashSet<>();
    for (String text : texts) {
      Sentences.of(text).forEach(span -> sentences.add(Quotations.folded(span.in(text))));
    }
    return new Cited(
        String.join("\n", texts),
        sentences,
        checks
            .numbers()
            .read(
                texts.stream()
                    .map(text -> new dev.assay.check.Cited(text, article.language(), null))
                    .toList(),
                article.publishedAt()),
        checks.suspicions().read(texts, article.language(), reader, article.publishedAt()),
        checks.names().read(withTitle),
        checks.denials().read(withTitle),
        terms);
  }

  /// `Sec. 3.`, `1.`: no words to speak of.
  private static boolean saysNothing(String text) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    long letters = text.chars().filter(Character::isLetter).count();
    return han + letters < FEWEST_LETTERS;
  }

  /// Names that are written as the cited lines have them belong to every language.
  private boolean isInReadersLanguage(String text, String cited) {
    long han = text.chars().filter(c -> HanScript.isHan((char) c)).count();
    long letters = text.chars().filter(Character::isLetter).count();
    if (reader.isChinese()) {
      letters -=
          LATIN_NAME
              .matcher(text)
              .results()
              .map(MatchResult::group)
              .filter(cited::contains)
              .mapToInt(String::length)
              .sum();
    }
    return reader.isChinese() ? han * 4 >= letters : han * 5 <= letters;
  }

  /// @return how many there are
  private int numbers(
      String text,
      Cited cited,
      Suspicions.Lines.Said said,
      Set<Span> misplaced,
      List<Fault> faults) {
    List<NumberCheck> found = checks.numbers().check(text, cited.numbers(), Language.EN).numbers();
    for (NumberCheck check : found) {
      if (!check.isSupported()) {
        if (PRONOUNS.contains(check.span().in(text))
            || areOthers(text, check, cited)
            || isWrittenOtherwise(text, check.span(), cited)
            || said.hasDay(check.span())) {
          continue;
        }
        if (said.stands(check.span())) {
          misplaced.add(check.span());
        } else {
          faults.add(new Fault(Fault.Kind.NUMBER, check.span().in(text)));
        }
      }
    }
    int loose = 0;
    for (Span digits : digits(text)) {
      if (found.stream().noneMatch(check -> check.span().overlaps(digits))) {
        loose++;
        if (times(cited.text(), digits.in(text)) < times(text, digits.in(text))
            && !isWrittenOtherwise(text, digits, cited)) {
          faults.add(new Fault(Fault.Kind.NUMBER, digits.in(text)));
        }
      }
    }
    return found.size() + loose;
  }

  private static boolean isWrittenOtherwise(String text, Span number, Cited cited) {
    return NumberedThings.stand(text, number, cited.text())
        || RaceTimes.stand(text, number, cited.text());
  }

  /// Whether the lines count those who are named and the others together.
  private boolean areOthers(String text, NumberCheck number, Cited cited) {
    return NamedAndOthers.together(text, number)
        .filter(
            together ->
                checks.numbers().check(together, cited.numbers(), Language.EN).numbers().stream()
                    .anyMatch(
                        check ->
                            check.span().start() == number.span().start() && check.isSupported()))
        .isPresent();
  }

  private static List<Span> digits(String text) {
    List<Span> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length()
          && (Character.isDigit(text.charAt(end))
              || end > i
                  && end + 1 < text.length()
                  && DIGIT_NEIGHBOURS.indexOf(text.charAt(end)) >= 0
                  && Character.isDigit(text.charAt(end + 1)))) {
        end++;
      }
      if (end > i) {
        found.add(new Span(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  /// How often `digits` stand in `text` with no further digit at either end.
  private static int times(String text, String digits) {
    int times = 0;
    for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
      int end = at + digits.length();
      boolean before = at > 0 && Character.isDigit(text.charAt(at - 1));
      boolean after = end < text.length() && Character.isDigit(text.charAt(end));
      times += before || after ? 0 : 1;
    }
    return times;
  }

  /// @return how many there are
  private int names(
      String text, List<Integer> paragraphs, Cited cited, List<Fault> faults, List<String> open) {
    List<NameChecker.NameCheck> found = cited.names().check(text);
    for (NameChecker.NameCheck check : found) {
      if (check.standing() != NameChecker.Standing.FOUND
          && antecedents.areMeant(check.name(), text, paragraphs)) {
        continue;
      }
      switch (check.standing()) {
        case FOUND -> {}
        case UNKNOWN -> {
          if (!cited.lines().say(check.name())
              && !glosses.stand(check.name(), text, cited.text())) {
            open.add(check.name());
          }
        }
        case MISSING -> {
          if (cited.lines().say(check.name()) || standsElsewhere(check.name())) {
            open.add(check.name());
          } else if (!glosses.stand(check.name(), text, cited.text())) {
            faults.add(new Fault(Fault.Kind.NAME, check.name()));
          }
        }
      }
    }
    for (String name : ofOthers(text, cited.text())) {
      boolean meant = antecedents.areMeant(paragraphs, line -> ForeignNames.has(line, name));
      if (!meant && !open.contains(name)) {
        open.add(name);
      }
    }
    return found.size();
  }

  /// Foreign names in Chinese that are others' of an article in Latin letters.
  private List<String> ofOthers(String text, String cited) {
    if (!reader.isChinese() || article.language().isChinese()) {
      return List.of();
    }
    if (foreignNames == null) {
      foreignNames = new ForeignNames(article);
    }
    return foreignNames.ofOthers(text, cited);
  }

  /// Whether the article has the name, though not where it is cited.
  private boolean standsElsewhere(String name) {
    if (whole == null) {
      whole = checks.names().read(article.paragraphs().stream().map(Paragraph::text).toList());
    }
    // a capital at the begin of a sentence tells no name
    return whole.check("the " + name).stream()
        .anyMatch(check -> check.standing() == NameChecker.Standing.FOUND);
  }

  /// A name may be translated in quotation marks, also where its own language needs none; what
  /// somebody says may not.
  private boolean isName(String quoted) {
    int words = quoted.strip().split(" +").length;
    return article.language().isChinese() != reader.isChinese()
        && words <= MOST_QUOTED_WORDS
        && (words > 1 || quoted.length() <= MOST_QUOTED_LETTERS);
  }

  /// @return how many there are
  private int quotes(String text, Cited cited, List<Fault> faults, List<Doubt> doubts) {
    Quotations quotations = Quotations.of(text);
    for (String quoted : quotations.words()) {
      if (!Quotations.standIn(cited.text(), quoted) && isName(quoted)) {
        if (!cited.lines().mean(quoted) && !cited.names().sound(quoted)) {
          doubts.add(new Doubt(Doubt.Kind.QUOTE, quoted));
        }
      } else if (!Quotations.standIn(cited.text(), quoted)) {
        faults.add(new Fault(Fault.Kind.QUOTE, quoted));
      }
    }
    // a sentence of the text may break off within what somebody says, and be repeated so
    if (!quotations.half().isEmpty() && !Quotations.standIn(cited.text(), quotations.half())) {
      faults.add(new Fault(Fault.Kind.QUOTE, ""));
    }
    return quotations.words().size();
  }

  private boolean isGrounded(String text, Cited cited) {
    Set<String> own = new HashSet<>();
    terms(text, own);
    long found = own.stream().filter(cited.terms()::contains).count();
    return own.size() < FEW_WORDS
        ? found > 0 || own.isEmpty()
        : found >= (tongue.isChinese() ? GROUNDED_PAIRS : GROUNDED) * own.size();
  }

  private void terms(String text, Set<String> into) {
    if (tongue.isChinese()) {
      pairs(HanScript.simplify(text), into);
      return;
    }
    for (Token token : tongue.cutter().of(text).tokens()) {
      if (token.isContent() && token.role() != Role.NUMBER) {
        into.add(stem(token.term()));
      }
    }
  }

  /// Words are cut unlike in unlike sentences; their pairs of characters are the same.
  private static void pairs(String text, Set<String> into) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (HanScript.isHan(text.charAt(i)) && HanScript.isHan(text.charAt(i + 1))) {
        into.add(text.substring(i, i + 2));
      }
    }
  }

  /// The first letters tell that two words are of one family: export, exporter, exporting.
  private static String stem(String term) {
    return term.length() > 5 ? term.substring(0, 5) : term;
  }
}
