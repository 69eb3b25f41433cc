package dev.assay.ask;

import dev.assay.analyze.weigh.Features;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.ask.Answer.Disagreement;
import dev.assay.ask.Answer.Near;
import dev.assay.ask.Answer.Reason;
import dev.assay.ask.Answer.Searched;
import dev.assay.ask.Answer.State;
import dev.assay.ask.AskEvent.Counted;
import dev.assay.ask.AskEvent.Listener;
import dev.assay.ask.AskEvent.Looked;
import dev.assay.ask.AskEvent.Said;
import dev.assay.ask.LedgerFigures.Look;
import dev.assay.ask.OtherReports.Otherwise;
import dev.assay.ask.Weighing.Found;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.Maker;
import dev.assay.cite.Citation;
import dev.assay.search.AskedTerms;
import dev.assay.store.Session;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.time.Past;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One question on its way: what is looked through, found, chosen and said of it. Used once, by one
/// thread.
final class Answering {

  /// Passages that came near and do not answer, at most.
  private static final int MOST_NEAR = 3;

  /// A sentence has this share of what is asked, or is not shown as the nearest there is.
  private static final double NEAR = 0.35;

  /// What is asked.
  ///
  /// @param reader the language of the person who asks
  record Request(String question, AskScope scope, Language reader) {}

  private final AskMeans means;
  private final Past.At at;
  private final Session session;
  private final Request request;
  private final Listener listener;
  private final AnswerId id = AnswerId.fresh();
  private final Map<ArticleId, Article> articles = new LinkedHashMap<>();

  /// @param listener is told each step
  Answering(AskMeans means, Past.At at, Session session, Request request, Listener listener) {
    this.means = means;
    this.at = at;
    this.session = session;
    this.request = request;
    this.listener = listener;
  }

  Answer answer() {
    Passing passing = Passing.of(request.scope(), at);
    if (passing.isEmpty()) {
      return Answer.refused(request, Reason.NO_ARTICLES, means.clock().instant());
    }
    Found found =
        new Weighing(at.search(), means.words(), means.measures(), means.quantities())
            .find(
                request.question(),
                passing.filters(),
                passing.among(),
                this::articles,
                Features.bare());
    // only where nothing was found does it matter whether anything could be
    if (found.articles() == 0
        && !found.cut()
        && !at.search().holdsAny(passing.filters(), passing.among())) {
      return Answer.refused(request, Reason.NO_ARTICLES, means.clock().instant());
    }
    Searched searched = searched(found);
    listener.on(new Looked(id, searched));
    Look look =
        new LedgerFigures(at.names().get(), means.bookkeeping(), means.words(), means.measures())
            .find(session, found.question(), passing::takes);
    if (look.counted() != null) {
      listener.on(new Counted(look.counted().figures()));
    }
    return answer(found, look, searched);
  }

  private Answer answer(Found found, Look look, Searched searched) {
    Chosen chosen = Chosen.of(found, look, means);
    List<BriefSentence> sentences = new ArrayList<>();
    if (look.counted() != null) {
      look.counted().sentences().forEach(sentence -> say(sentence, sentences));
    }
    for (CandidateSentence one : chosen.shown()) {
      articles.putIfAbsent(one.article().id(), one.article());
      say(sentence(one), sentences);
    }
    List<Otherwise> otherwise =
        found.question().kind() == AskedKind.FIGURE
            ? OtherReports.otherwise(at, session, found, chosen.shown())
            : List.of();
    otherwise.forEach(one -> say(one.other().sentence(), sentences));
    return finished(found, chosen, look, searched, sentences, otherwise);
  }

  /// A sentence is said once, and no more than a few are.
  private void say(BriefSentence sentence, List<BriefSentence> said) {
    Citation place = sentence.citations().getFirst();
    Article article = article(place.article());
    if (!isSaid(place, said) && said.size() < SentenceChoice.MOST && article != null) {
      BriefSentence checked = means.numbers().get().check(List.of(sentence), article).getFirst();
      said.add(checked);
      listener.on(new Said(checked, List.of(ArticleLine.of(article))));
    }
  }

  private static boolean isSaid(Citation place, List<BriefSentence> said) {
    return said.stream()
        .flatMap(one -> one.citations().stream())
        .anyMatch(
            one ->
                one.article().equals(place.article())
                    && one.paragraph() == place.paragraph()
                    && one.span().overlaps(place.span()));
  }

  private @Nullable Article article(ArticleId id) {
    Article known = articles.get(id);
    if (known == null) {
      articles(List.of(id)).values().forEach(one -> articles.put(one.id(), one));
    }
    return articles.get(id);
  }

  private Answer finished(
      Found found,
      Chosen chosen,
      Look look,
      Searched searched,
      List<BriefSentence> sentences,
      List<Otherwise> otherwise) {
    LedgerFigures.Counted figures = look.counted();
    boolean counted = figures != null;
    List<String> missing = counted ? List.of() : missing(found, chosen, sentences);
    Set<Sought> lacking = chosen.lacking();
    boolean lacks = found.cut() || !missing.isEmpty() || !lacking.isEmpty();
    State state = state(counted && lacking.isEmpty(), chosen.trust(), lacks, sentences);
    Reason reason = reason(state, found, look, lacking, missing);
    List<Near> nearest =
        state == State.ANSWERED ? List.of() : nearest(found, chosen.likeliest(), sentences);
    return new Answer(
        id,
        request.question(),
        request.scope(),
        request.reader(),
        found.question().kind(),
        state,
        reason,
        sentences,
        figures == null ? List.of() : figures.figures(),
        apart(figures, otherwise, sentences),
        nearest,
        state == State.ANSWERED ? List.of() : missing,
        independent(sentences),
        searched,
        cited(sentences, look, nearest),
        new Maker.Extractive(Ask.VERSION),
        means.clock().instant(),
        null);
  }

  /// What the ledger sets apart; else what another report has in place of a figure, where both are
  /// said.
  private static @Nullable Disagreement apart(
      LedgerFigures.@Nullable Counted figures,
      List<Otherwise> otherwise,
      List<BriefSentence> sentences) {
    return figures != null && figures.apart() != null
        ? figures.apart()
        : otherwise.stream()
            .filter(Otherwise::sameWords)
            .filter(one -> isSaid(one.other().sentence().citations().getFirst(), sentences))
            .findFirst()
            .map(Otherwise::apart)
            .orElse(null);
  }

  private State state(boolean counted, Trust trust, boolean lacks, List<BriefSentence> sentences) {
    if (sentences.isEmpty()) {
      return State.REFUSED;
    }
    return counted || trust == Trust.FULL && !lacks ? State.ANSWERED : State.PARTLY;
  }

  private @Nullable Reason reason(
      State state, Found found, Look look, Set<Sought> lacking, List<String> missing) {
    if (found.cut() && state != State.ANSWERED) {
      return Reason.CUT_SHORT;
    }
    return switch (state) {
      case ANSWERED -> null;
      case PARTLY -> without(lacking).orElse(missing.isEmpty() ? Reason.WEAK : Reason.MISSING);
      case REFUSED -> refusal(found, look, lacking, missing);
    };
  }

  private static Optional<Reason> without(Set<Sought> lacking) {
    return lacking.stream().findFirst().map(Sought::without);
  }

  private Reason refusal(Found found, Look look, Set<Sought> lacking, List<String> missing) {
    if (found.candidates().isEmpty()) {
      return Reason.NOTHING_FOUND;
    }
    if (look.otherTime()) {
      return Reason.OTHER_TIME;
    }
    if (look.near()) {
      return Reason.OTHER_SCOPE;
    }
    if (isPreview(found.candidates().getFirst().article())) {
      return Reason.ONLY_PREVIEW;
    }
    if (!lacking.isEmpty()) {
      return without(lacking).orElse(Reason.WEAK);
    }
    Optional<Reason> none =
        found.question().sought().stream()
            .filter(sought -> !found.anyHas(sought))
            .findFirst()
            .map(Sought::without);
    // that another country is meant says more than that it has no such figure
    boolean named = missing.stream().anyMatch(found.question()::names);
    Reason weak = missing.isEmpty() ? Reason.WEAK : Reason.MISSING;
    return named ? Reason.MISSING : none.orElse(weak);
  }

  private boolean isPreview(Article article) {
    return session
        .articles()
        .origin(article.id())
        .map(origin -> origin.headers().getOrDefault(RawDocument.COMPLETENESS, ""))
        .filter(word -> word.equals("preview") || word.equals("summary"))
        .isPresent();
  }

  /// Words of the question that say much and of which neither the cited sentences nor their
  /// articles speak; before anything is cited, the best candidates.
  private List<String> missing(Found found, Chosen chosen, List<BriefSentence> sentences) {
    if (!chosen.untold().isEmpty()) {
      return chosen.untold();
    }
    Set<ArticleId> cited = new LinkedHashSet<>();
    sentences.forEach(one -> one.citations().forEach(place -> cited.add(place.article())));
    List<CandidateSentence> looked =
        found.candidates().stream()
            .filter(one -> cited.isEmpty() || cited.contains(one.article().id()))
            .toList();
    return found.missing(looked).stream().map(AskedTerms.Term::text).toList();
  }

  private List<Near> nearest(
      Found found, List<CandidateSentence> likeliest, List<BriefSentence> sentences) {
    List<Near> nearest = new ArrayList<>();
    Set<ArticleId> from = new LinkedHashSet<>();
    for (CandidateSentence one : likeliest) {
      BriefSentence told = sentence(one);
      boolean near = found.question().share(one.own().degrees()) >= NEAR;
      boolean said =
          sentences.stream().anyMatch(other -> other.citations().equals(told.citations()))
              || nearest.stream().anyMatch(other -> other.text().equals(one.text()));
      if (near && !said && nearest.size() < MOST_NEAR && from.add(one.article().id())) {
        articles.putIfAbsent(one.article().id(), one.article());
        nearest.add(new Near(one.text(), told.citations().getFirst()));
      }
    }
    return nearest;
  }

  private int independent(List<BriefSentence> sentences) {
    Set<String> voices = new LinkedHashSet<>();
    for (BriefSentence sentence : sentences) {
      for (Citation place : sentence.citations()) {
        Article article = article(place.article());
        String source = article == null ? "" : article.source();
        voices.add(source.isEmpty() ? place.article().toString() : means.outlets().owner(source));
      }
    }
    return voices.size();
  }

  private List<ArticleLine> cited(List<BriefSentence> sentences, Look look, List<Near> nearest) {
    Set<ArticleId> ids = new LinkedHashSet<>();
    sentences.forEach(one -> one.citations().forEach(place -> ids.add(place.article())));
    if (look.counted() != null) {
      ids.addAll(LedgerFigures.articles(look.counted()));
    }
    nearest.forEach(near -> ids.add(near.place().article()));
    List<ArticleLine> lines = new ArrayList<>();
    for (ArticleId id : ids) {
      Article article = article(id);
      if (article != null) {
        lines.add(ArticleLine.of(article));
      }
    }
    return lines;
  }

  private Searched searched(Found found) {
    return new Searched(
        found.articles(),
        found.question().terms().terms().stream().map(term -> term.text()).toList(),
        found.question().terms().otherNames(),
        found.question().terms().credit());
  }

  private Map<ArticleId, Article> articles(Collection<ArticleId> ids) {
    Map<ArticleId, Article> loaded = new HashMap<>();
    session.articles().find(ids).forEach((id, stored) -> loaded.put(id, stored.article()));
    return loaded;
  }

  private static BriefSentence sentence(CandidateSentence one) {
    return new BriefSentence(
        one.text(), List.of(new Citation(one.article().id(), one.place().number(), one.span())));
  }
}
