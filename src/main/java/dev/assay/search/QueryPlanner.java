package dev.assay.search;

import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Except;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Nothing;
import dev.assay.index.IndexQuery.Phrase;
import dev.assay.index.IndexQuery.PlacedTerm;
import dev.assay.index.IndexQuery.Preferring;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexTerms.Word;
import dev.assay.index.SearchIndex;
import dev.assay.search.SearchPage.AlsoSearched;
import dev.assay.search.SearchPage.Remark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes of a [Reading] what the index is asked.
final class QueryPlanner {

  /// One word of which a part is left open, with two letters to begin with.
  private static final Pattern PATTERN =
      Pattern.compile("[\\p{L}\\p{N}]{2}[\\p{L}\\p{N}*]*\\*[\\p{L}\\p{N}*]*");

  /// A query of more words than this is a sentence: what it quotes helps and is not required.
  private static final int SENTENCE = 7;

  /// What an article gains for being about what a term names, beside what the term itself is worth.
  private static final double SUBJECT = 0.6;

  private static final int EDITS = 2;
  private static final int SHORT_WORD = 4;

  private static final FieldValues VALUES = FieldValues.load();

  /// Other names shown to the reader for one term.
  private static final int SHOWN = 6;

  private final SearchIndex index;
  private final OutletNames sourceNames;
  private final Optional<Translator> translator;
  private final Map<String, Double> words = new HashMap<>();
  private final Map<List<PlacedTerm>, Double> runs = new HashMap<>();
  private final List<AlsoSearched> alsoSearched = new ArrayList<>();
  private final Set<Remark> remarks = new LinkedHashSet<>();
  private boolean strict;
  private boolean translated;

  private QueryPlanner(
      SearchIndex index, OutletNames sourceNames, Optional<Translator> translator) {
    this.index = index;
    this.sourceNames = sourceNames;
    this.translator = translator;
  }

  static QueryPlan plan(
      Reading reading,
      SearchIndex index,
      OutletNames sourceNames,
      Optional<Translator> translator) {
    QueryPlanner planner = new QueryPlanner(index, sourceNames, translator);
    IndexQuery query = planner.query(reading);
    if (saysOnlyWhatNot(reading)) {
      planner.remarks.add(Remark.ONLY_NOT);
    }
    return new QueryPlan(
        query,
        freeWords(reading),
        new Highlights(planner.words, planner.runs),
        planner.alsoSearched,
        List.copyOf(planner.remarks),
        planner.strict,
        reading instanceof Reading.Plain,
        planner.translated);
  }

  private static String freeWords(Reading reading) {
    return switch (reading) {
      case Reading.Plain(var text) -> text;
      case Reading.Pieces(var parts) ->
          parts.stream()
              .filter(Reading.Plain.class::isInstance)
              .map(part -> ((Reading.Plain) part).text())
              .collect(Collectors.joining(" "));
      case Reading.Phrase _,
          Reading.Field _,
          Reading.Wildcard _,
          Reading.Fuzzy _,
          Reading.Not _,
          Reading.All _,
          Reading.Either _ ->
          "";
    };
  }

  private static boolean saysOnlyWhatNot(Reading reading) {
    return switch (reading) {
      case Reading.Not _ -> true;
      case Reading.Pieces(var parts) -> onlyWhatNot(parts);
      case Reading.All(var parts) -> onlyWhatNot(parts);
      case Reading.Plain _,
          Reading.Phrase _,
          Reading.Field _,
          Reading.Wildcard _,
          Reading.Fuzzy _,
          Reading.Either _ ->
          false;
    };
  }

  private static boolean onlyWhatNot(List<Reading> parts) {
    return !parts.isEmpty() && parts.stream().allMatch(QueryPlanner::saysOnlyWhatNot);
  }

  private IndexQuery query(Reading reading) {
    return switch (reading) {
      case Reading.Plain(var text) -> words(text);
      case Reading.Phrase(var text) -> {
        strict = true;
        yield phrase(text, TextField.TEXT);
      }
      case Reading.Field(var name, var value) -> field(name, value);
      case Reading.Wildcard(var pattern) -> new IndexQuery.Wildcard(TextField.TEXT, pattern);
      case Reading.Fuzzy(var word) -> fuzzy(word);
      case Reading.Not(var unwanted) -> new Except(new IndexQuery.All(), unseen(unwanted));
      case Reading.Pieces(var parts) -> pieces(parts);
      case Reading.All(var parts) -> every(parts);
      case Reading.Either(var parts) -> new Any(parts.stream().map(this::query).toList());
    };
  }

  /// The query for what must not stand: nothing of it is shown.
  private IndexQuery unseen(Reading unwanted) {
    return plan(unwanted, index, sourceNames, Optional.empty()).query();
  }

  private IndexQuery words(String text) {
    Question question = Question.of(text, TextField.TEXT);
    question.highlights().forEach((term, weight) -> words.merge(term, weight, Math::max));
    return translator.isEmpty() ? question.query() : translated(question, text, translator.get());
  }

  private IndexQuery translated(Question question, String text, Translator translating) {
    List<TermGroup> groups = translating.groups(text);
    GroupWeights weights = GroupWeights.of(groups, index);
    Map<Span, List<IndexQuery>> alternatives = new LinkedHashMap<>();
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (TermGroup group : groups) {
      String term = group.span().in(text);
      Map<TermGroup.Name, IndexQuery> names = weights.alternatives(group);
      names.keySet().removeIf(name -> name.text().equalsIgnoreCase(term));
      if (!names.isEmpty() && !said.containsKey(term)) {
        alternatives.put(group.span(), List.copyOf(names.values()));
        said.put(term, names.keySet().stream().map(TermGroup.Name::text).limit(SHOWN).toList());
        names.keySet().forEach(name -> highlight(GroupWeights.terms(name), name.weight()));
        translated |= group.translated();
      }
    }
    said.forEach((term, others) -> alsoSearched.add(new AlsoSearched(term, others)));
    IndexQuery named = preferringNames(question.query(alternatives), groups, text);
    return preferringSubjects(named, groups, weights);
  }

  /// Articles about what the question names come before those that name it in passing.
  private static IndexQuery preferringSubjects(
      IndexQuery query, List<TermGroup> groups, GroupWeights weights) {
    Map<String, Float> subjects = new LinkedHashMap<>();
    for (TermGroup group : groups) {
      if (group.entity() != null) {
        subjects.merge(group.entity(), (float) (SUBJECT * weights.worth(group)), Math::max);
      }
    }
    List<IndexQuery> about = new ArrayList<>();
    subjects.forEach(
        (entity, worth) ->
            about.add(new Weighted(new Value(KeywordField.ABOUT, List.of(entity)), worth)));
    return about.isEmpty() ? query : new Preferring(query, new Any(about));
  }

  /// Where several words of the question are one name, articles in which they stand side by side
  /// come first: *trade war* is neither trade nor war.
  private IndexQuery preferringNames(IndexQuery query, List<TermGroup> groups, String text) {
    List<IndexQuery> whole =
        groups.stream()
            .filter(group -> !group.translated())
            .map(group -> placed(group.span().in(text)))
            .filter(terms -> terms.size() > 1)
            .map(terms -> (IndexQuery) new Phrase(TextField.TEXT, fromZero(terms)))
            .toList();
    return whole.isEmpty() ? query : new Preferring(query, new Any(whole));
  }

  private void highlight(List<PlacedTerm> run, double weight) {
    if (run.size() == 1) {
      words.merge(run.getFirst().term(), weight, Math::max);
    } else {
      runs.merge(run, weight, Math::max);
    }
  }

  /// IndexTerms side by side; each script of a mixed text for itself.
  private IndexQuery phrase(String text, TextField field) {
    Map<Boolean, List<PlacedTerm>> byScript =
        placed(text).stream()
            .collect(Collectors.partitioningBy(term -> term.kind().isHan(), Collectors.toList()));
    List<IndexQuery> phrases = new ArrayList<>();
    byScript.forEach(
        (_, terms) -> {
          if (!terms.isEmpty()) {
            phrases.add(new Phrase(field, fromZero(terms)));
            highlight(fromZero(terms), 1);
          }
        });
    return phrases.isEmpty() ? new Nothing() : new Every(phrases);
  }

  private static List<PlacedTerm> fromZero(List<PlacedTerm> terms) {
    int first = terms.getFirst().place();
    return terms.stream()
        .map(term -> new PlacedTerm(term.kind(), term.term(), term.place() - first))
        .toList();
  }

  /// One term for each place: words as written, pairs, and characters that have no pair.
  private static List<PlacedTerm> placed(String text) {
    Map<Integer, PlacedTerm> places = new LinkedHashMap<>();
    boolean pairs = false;
    for (Word word : IndexTerms.of(text)) {
      PlacedTerm term = new PlacedTerm(word.kind(), word.term(), word.position());
      switch (word.kind()) {
        case STEM, CHARACTER -> places.putIfAbsent(word.position(), term);
        case EXACT -> places.put(word.position(), term);
        case PAIR -> {
          places.put(word.position(), term);
          pairs = true;
        }
        case CODE -> {}
      }
    }
    List<PlacedTerm> terms = new ArrayList<>(places.values());
    if (pairs) {
      terms.removeIf(term -> term.kind() == Kind.CHARACTER);
    }
    return terms.subList(0, Math.min(terms.size(), Question.MOST_WORDS));
  }

  private IndexQuery fuzzy(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    return new IndexQuery.Fuzzy(TextField.TEXT, folded, folded.length() <= SHORT_WORD ? 1 : EDITS);
  }

  private IndexQuery pieces(List<Reading> parts) {
    List<String> texts = new ArrayList<>();
    List<IndexQuery> required = new ArrayList<>();
    List<IndexQuery> helpful = new ArrayList<>();
    List<IndexQuery> unwanted = new ArrayList<>();
    boolean sentence = isSentence(parts);
    for (Reading part : parts) {
      switch (part) {
        case Reading.Plain(var text) -> texts.add(text);
        case Reading.Phrase(var text) when sentence -> {
          texts.add(text);
          helpful.add(phrase(text, TextField.TEXT));
        }
        case Reading.Not(var not) -> unwanted.add(unseen(not));
        case Reading other -> required.add(query(other));
      }
    }
    if (!texts.isEmpty()) {
      required.add(words(String.join(" ", texts)));
    }
    IndexQuery wanted = required.isEmpty() ? new IndexQuery.All() : new Every(required);
    for (IndexQuery bonus : helpful) {
      wanted = new Preferring(wanted, bonus);
    }
    return unwanted.isEmpty() ? wanted : new Except(wanted, new Any(unwanted));
  }

  private static boolean isSentence(List<Reading> parts) {
    int words = 0;
    boolean asks = false;
    for (Reading part : parts) {
      if (part instanceof Reading.Plain(var text)) {
        words += (int) IndexTerms.of(text).stream().filter(w -> w.kind() != Kind.PAIR).count();
        asks |= text.endsWith("?") || text.endsWith("？");
      }
    }
    return asks || words > SENTENCE;
  }

  private IndexQuery every(List<Reading> parts) {
    List<IndexQuery> wanted = new ArrayList<>();
    List<IndexQuery> unwanted = new ArrayList<>();
    for (Reading part : parts) {
      if (part instanceof Reading.Not(var not)) {
        unwanted.add(unseen(not));
      } else {
        wanted.add(query(part));
      }
    }
    IndexQuery all = wanted.isEmpty() ? new IndexQuery.All() : new Every(wanted);
    return unwanted.isEmpty() ? all : new Except(all, new Any(unwanted));
  }

  private IndexQuery field(QueryTokens.FieldName name, String value) {
    return switch (name) {
      case TITLE ->
          PATTERN.matcher(value).matches()
              ? new IndexQuery.Wildcard(TextField.TITLE, value.toLowerCase(Locale.ROOT))
              : phrase(value, TextField.TITLE);
      case SOURCE -> source(value);
      case LANGUAGE -> known(KeywordField.LANGUAGE, languages(value), value, Remark.NO_LANGUAGE);
      case KIND -> known(KeywordField.KIND, VALUES.kinds(value), value, Remark.NO_KIND);
      case FACT -> known(KeywordField.FACT, VALUES.facts(value), value, Remark.NO_FACT);
      case TAG -> new Value(KeywordField.TAG, List.of(tag(value)));
      case FROM, UNTIL, DATE -> dates(name, value);
    };
  }

  private IndexQuery source(String name) {
    List<String> sources = sourceNames.called(name);
    if (sources.isEmpty()) {
      remarks.add(Remark.NO_SOURCE);
      return new Nothing();
    }
    return new Value(KeywordField.SOURCE, sources);
  }

  private IndexQuery dates(QueryTokens.FieldName name, String value) {
    Optional<IndexQuery> between = DateRange.parse(value).map(range -> range.query(name));
    return between.orElseGet(() -> asWords(value, Remark.NO_DATE));
  }

  private IndexQuery known(
      KeywordField field, List<String> values, String written, Remark otherwise) {
    return values.isEmpty() ? asWords(written, otherwise) : new Value(field, values);
  }

  /// What a field does not know is looked for in the text, and search says so.
  private IndexQuery asWords(String value, Remark why) {
    remarks.add(why);
    return words(value);
  }

  private static List<String> languages(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "zh", "chinese", "中文", "汉语", "漢語" ->
          List.of(Language.ZH_HANS.tag(), Language.ZH_HANT.tag());
      case "english", "英文", "英语", "英語" -> List.of(Language.EN.tag());
      case String other -> Language.asked(other).map(Language::tag).map(List::of).orElse(List.of());
    };
  }

  private String tag(String value) {
    return translator
        .flatMap(translating -> translating.names().lookup(value))
        .map(entity -> entity.id())
        .orElse(value);
  }
}
