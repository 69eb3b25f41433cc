package dev.assay.ask;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Weights;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.AskedTerms;
import dev.assay.search.AskedTerms.Presence;
import dev.assay.search.Filters;
import dev.assay.search.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds the sentences that may answer a question, and how likely each does. Safe for use by many
/// threads.
final class Weighing {

  /// Articles whose sentences are weighed.
  private static final int ARTICLES = 40;

  /// Candidates among which it is looked for what an answer must have.
  private static final int BEST = 10;

  /// A term that weighs less than this part of the heaviest is not missed.
  private static final double MISSED = 0.5;

  /// The same of a name: what is said of another country or firm is no answer.
  private static final double MISSED_NAME = 0.25;

  /// From this on a term stands somewhere.
  private static final double STANDS = 0.5;

  private final Search search;
  private final AskWords words;
  private final QuestionReader reader;
  private final Supplier<QuantityExtractor> numbers;

  Weighing(Search search, Lexicon lexicon, Supplier<QuantityExtractor> numbers) {
    this(search, new AskWords(lexicon), new MeasureWords(lexicon), numbers);
  }

  /// With words that were read before.
  Weighing(
      Search search, AskWords words, MeasureWords measures, Supplier<QuantityExtractor> numbers) {
    this.search = search;
    this.words = words;
    this.numbers = numbers;
    this.reader = new QuestionReader(words, measures, numbers);
  }

  /// What may answer a question of one of several things.
  ///
  /// @param names of the thing, as the question has them
  record OfThing(List<String> names, Found found) {}

  /// A question and what may answer it, not weighed yet.
  ///
  /// @param features of each candidate, in order
  /// @param pointing places of those that begin with a word that stands for something said before
  /// @param told what tells of each whether it says what is asked
  /// @param alone what tells of each by itself whether it adds anything to others
  /// @param whole what is seen of all of them together
  /// @param signs tells of a sentence whether it has what such an answer must have
  /// @param labelled a line of a record whose label says what is asked
  /// @param articles how many have words of the question
  /// @param cut whether the time ended before all articles were looked through
  /// @param things the same of each thing by itself, where the question is of several; else none
  record Found(
      AskedQuestion question,
      List<CandidateSentence> candidates,
      List<Features> features,
      Set<Integer> pointing,
      List<Features> told,
      List<Features> alone,
      Features whole,
      AnswerSigns signs,
      Optional<CandidateSentence> labelled,
      long articles,
      boolean cut,
      Supplier<List<OfThing>> things) {

    Found {
      candidates = List.copyOf(candidates);
      features = List.copyOf(features);
      told = List.copyOf(told);
      alone = List.copyOf(alone);
      pointing = Set.copyOf(pointing);
    }

    /// The chosen sentences, behind the line of a record whose label says what is asked.
    List<CandidateSentence> labelled(List<CandidateSentence> chosen) {
      return Stream.concat(
              labelled.stream(),
              chosen.stream().filter(one -> labelled.stream().noneMatch(one::isSame)))
          .limit(Math.max(2, chosen.size()))
          .toList();
    }

    /// Terms of the question that say much and of which the articles of no such sentence speak.
    List<AskedTerms.Term> missing(Collection<CandidateSentence> looked) {
      double heaviest = question.weights().stream().mapToDouble(weight -> weight).max().orElse(0);
      List<AskedTerms.Term> missing = new ArrayList<>();
      for (int i = 0; i < question.size(); i++) {
        int place = i;
        AskedTerms.Term term = question.terms().terms().get(i);
        boolean stands = looked.stream().anyMatch(one -> one.in().whole()[place] >= STANDS);
        if (!stands && question.weight(i) >= (term.named() ? MISSED_NAME : MISSED) * heaviest) {
          missing.add(term);
        }
      }
      return missing;
    }

    /// How far the candidates at these places are trusted to answer.
    ///
    /// @param any how likely there is an answer at all
    /// @param likely how likely each candidate says what is asked
    Trust trust(List<Integer> places, double any, double[] likely) {
      double first = places.isEmpty() ? 0 : likely[places.getFirst()];
      return Trust.of(
          any,
          first,
          missing(places.stream().map(candidates::get).toList()).stream()
              .anyMatch(AskedTerms.Term::named));
    }

    /// Whether one of the best has what is sought.
    boolean anyHas(Sought sought) {
      return candidates.stream().limit(BEST).anyMatch(one -> signs.has(sought, one));
    }

    /// How likely each candidate answers, if any does.
    double[] weighed(Weights weights) {
      return features.stream().mapToDouble(weights::probability).toArray();
    }

    /// What tells of each candidate whether it says what is asked: how it stands in the two other
    /// choices too.
    List<Features> told(Weights first, Weights each) {
      double[] asFirst = first.probabilities(features);
      double[] asPart = weighed(each);
      List<Features> all = new ArrayList<>();
      for (int i = 0; i < candidates.size(); i++) {
        Features one = Features.like(told.get(i));
        one.addAll(told.get(i));
        SentenceFeatures.addOdds("t.first", asFirst[i], one);
        SentenceFeatures.addOdds("t.each", asPart[i], one);
        all.add(one);
      }
      return all;
    }

    /// What tells whether there is an answer: what is seen of all candidates, of the likeliest, and
    /// of those that would be shown.
    ///
    /// @param chosen their places, the likeliest first
    /// @param all of [#told(Weights, Weights)]
    /// @param likely how likely each candidate says what is asked
    Features any(List<Integer> chosen, List<Features> all, double[] likely) {
      Features any = Features.like(whole);
      any.addAll(whole);
      if (!chosen.isEmpty()) {
        int best = chosen.getFirst();
        any.addAll(features.get(best));
        any.addAll(all.get(best));
        addChosen(chosen, likely, any);
      }
      return any;
    }

    /// What the chosen sentences come to together: how likely one of them tells what is asked, how
    /// much of it stands in them, and in how many articles they do.
    private void addChosen(List<Integer> chosen, double[] likely, Features any) {
      String length = question.kind().isShort() ? "short" : "long";
      double[] covered = new double[question.size()];
      Set<ReadArticle> articles = new HashSet<>();
      for (int place : chosen) {
        covered = Presence.either(covered, candidates.get(place).own().degrees());
        articles.add(candidates.get(place).in());
      }
      double[] sorted = Arrays.stream(likely).sorted().toArray();
      SentenceFeatures.addOdds("any.best", likely[chosen.getFirst()], any);
      SentenceFeatures.addOdds("any.some", SentenceChoice.some(likely, chosen), any);
      SentenceFeatures.addOdds("any.second", sorted[Math.max(0, sorted.length - 2)], any);
      SentenceFeatures.add("any.cover", question.share(covered), length, any);
      any.add("any.count", Integer.toString(chosen.size()), length);
      any.add("any.articles", Integer.toString(articles.size()));
    }

    /// How likely each candidate says what is asked.
    ///
    /// @param all of [#told(Weights, Weights)]
    static double[] told(List<Features> all, Weights told) {
      return all.stream().mapToDouble(told::probability).toArray();
    }
  }

  /// What may answer `text` among the articles that pass.
  ///
  /// @param among only these articles; empty for all
  /// @param articles loads articles; those that it leaves out are not asked
  /// @param like a bag for the purpose of the features
  Found find(
      String text,
      Filters filters,
      Collection<ArticleId> among,
      Function<Collection<ArticleId>, Map<ArticleId, Article>> articles,
      Features like) {
    AskedTerms terms = search.terms(text);
    AskedQuestion question = reader.read(text, terms);
    // a text in French is no answer to a question in English, and takes no other's place
    Filters readable =
        filters.languages().isEmpty() ? filters.withLanguages(Language.READ) : filters;
    Search.Candidates ranked = search.candidates(text, readable, among, ARTICLES);
    List<ArticleId> ids = ranked.best().stream().map(Search.Ranked::id).toList();
    Map<ArticleId, Article> loaded = articles.apply(ids);
    List<Article> found = new ArrayList<>();
    for (ArticleId id : ids) {
      Article article = loaded.get(id);
      if (article != null && article.language().isRead()) {
        found.add(article);
      }
    }
    CandidateSentences.Read read = CandidateSentences.of(question, found);
    boolean[] proper = SentenceFeatures.properNames(question);
    return found(
        read,
        ranked,
        like,
        () ->
            ThingsApart.of(question, proper, words, read.best()).stream()
                .map(thing -> alone(thing, found, ranked, like))
                .toList());
  }

  private OfThing alone(
      ThingsApart.Thing thing, List<Article> articles, Search.Candidates ranked, Features like) {
    CandidateSentences.Read read = CandidateSentences.of(thing.question(), articles);
    return new OfThing(thing.names(), found(read, ranked, like, List::of));
  }

  private Found found(
      CandidateSentences.Read read,
      Search.Candidates ranked,
      Features like,
      Supplier<List<OfThing>> things) {
    List<CandidateSentence> candidates = read.best();
    SentenceFeatures features =
        new SentenceFeatures(read.question(), candidates, words, numbers.get(), like);
    return new Found(
        read.question(),
        candidates,
        features.all(),
        pointing(candidates),
        features.told(),
        features.alone(),
        features.whole(),
        features.signs(),
        LabelledValues.of(read.question(), features.proper(), words, candidates),
        ranked.all(),
        ranked.cut(),
        things);
  }

  private Set<Integer> pointing(List<CandidateSentence> candidates) {
    Set<Integer> pointing = new HashSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (words.pointsBack(AskWords.plain(candidates.get(i).text()))) {
        pointing.add(i);
      }
    }
    return pointing;
  }
}
