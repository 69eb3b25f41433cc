import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Paragraph;
import dev.assay.ask.AskTraining;
import dev.assay.ask.AskTraining.Labelled;
import dev.assay.cite.Span;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.search.dictionary.Dictionary;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Learns what counts how much when a question is asked, from questions whose answers are known.
///
/// usage: java -Xmx4g -cp 'target/app/lib/*' bench/TrainAsk.java WEIGHTS FOLDER...
///
/// A FOLDER is a data folder into which the documents of a set were imported (`assay import --batch`;
/// for questions in the other language also `assay dictionary add`), and in it `questions.jsonl`:
/// `{"id", "part", "lang", "type", "question", "answerable"}` and what is right: `refs` (sentences)
/// with `docs` (none: any document), `answers` (strings) with `scope`, or `gold` (a document). Questions of part `T` are
/// not learned from: `bench/ask.py` measures those. `times`: how often it is taught, for a small set.
final class TrainAsk {

  /// Half of a reference must stand in a sentence, by groups of four letters.
  private static final double SAME = 0.6;

  /// One of so many questions is asked again so that it has no answer, in each of the ways there
  /// are: of another year or country, of a body that there is not, of the articles without those
  /// that answer it, and without the sentences that do.
  private static final int OF_ANOTHER = 3;

  private static final int OF_NOBODY = 6;
  private static final int WITHOUT_ARTICLE = 6;
  private static final int STRIPPED = 6;

  /// A body as a question names it, of which the last word says what it is.
  private static final List<Pattern> BODIES =
      List.of(
          Pattern.compile(
              "(?<=[a-z,] )(?:[A-Z][\\w&-]+ ){1,3}(?=(?:Inc|Ltd|Corp|Company|Corporation|Hospital|Services"
                  + "|Solutions|Enterprises|Group|Holdings|Bank|University)\\b)"),
          Pattern.compile("[\\u4e00-\\u9fff]{2,8}?(?=有限公司|公司|集团|医院|法院|人民法院|大学|银行)"));

  private static final List<List<String>> NOBODIES =
      List.of(
          List.of("Harrow Ridge ", "Pelican Bay ", "Thornbury ", "Kestrel Point ", "Oakhollow "),
          List.of("栖澜", "朔桥", "沐川", "骊岩", "汀洲"));

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private static final List<String> CODES =
      List.of("US", "CN", "JP", "DE", "FR", "GB", "RU", "IN", "AU", "CA", "BR", "IT", "ES", "KR");

  /// The same countries in each language.
  private static final List<List<String>> COUNTRIES =
      List.of(names(Locale.ENGLISH), names(Locale.SIMPLIFIED_CHINESE), names(Locale.TRADITIONAL_CHINESE));

  private static List<String> names(Locale language) {
    return CODES.stream().map(code -> Locale.of("", code).getDisplayCountry(language)).toList();
  }

  private final AskTraining training = new AskTraining();
  private final Lexicon lexicon = Lexicon.shipped();
  private final QuantityExtractor numbers = new QuantityExtractor(lexicon);
  private final Names names = Names.load(lexicon);

  public static void main(String[] args) throws IOException {
    TrainAsk train = new TrainAsk();
    for (String folder : List.of(args).subList(1, args.length)) {
      train.read(Path.of(folder));
    }
    Files.write(Path.of(args[0]), train.training.lines());
    Files.write(
        Path.of(args[0] + ".held-out"), train.training.heldOut().stream().map(TrainAsk::line).toList());
  }

  /// A question by weights that do not know its page: its id and set, its kind, whether it has an answer, of how
  /// many parts, of which so many stand in candidates and in chosen sentences, whether it is refused, whether the
  /// first sentence is right, how many of the chosen ones are, and how likely the first one and any are.
  private static String line(AskTraining.HeldOut one) {
    return "%s\t%s\t%s\t%b\t%d\t%d\t%d\t%b\t%b\t%d\t%d\t%.3f\t%.3f"
        .formatted(
            one.labelled().id(),
            one.labelled().set(),
            one.kind(),
            one.labelled().answerable(),
            one.labelled().parts(),
            one.found(),
            one.chosen(),
            one.refused(),
            one.firstRight(),
            one.right(),
            one.shown(),
            one.first(),
            one.any());
  }

  private void read(Path folder) throws IOException {
    try (Store store = SqliteStore.openToRead(folder);
        LuceneIndex index = LuceneIndex.openForReading(folder.resolve("index"))) {
      Function<Collection<ArticleId>, Map<ArticleId, Article>> load =
          ids -> {
            Map<ArticleId, Article> found = new HashMap<>();
            store
                .<Map<ArticleId, StoredArticle>>readOnce(session -> session.articles().find(ids))
                .forEach((id, stored) -> found.put(id, stored.article()));
            return found;
          };
      Search search =
          new Search(index, load, InstantSource.system())
              .with(names, Dictionary.open(Dictionary.folder(folder)));
      Map<String, ArticleId> known = new HashMap<>();
      Function<JsonNode, ArticleId> document =
          name ->
              known.computeIfAbsent(
                  name.asString(""),
                  key ->
                      store.<ArticleId>readOnce(
                          session ->
                              session.articles().byExternalId(key).stream()
                                  .findFirst()
                                  .orElse(new ArticleId(0))));
      List<Labelled> labelled = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("questions.jsonl"))) {
        JsonNode question = JsonMapper.shared().readTree(line);
        if (!question.path("part").asString("").equals("T")) {
          Labelled one = labelled(folder, question, document);
          labelled.add(one);
          if (one.answerable()) {
            made(one).forEach(labelled::add);
            without(question, one, document)
                .ifPresent(left -> training.read(left.asked(), search, left.of(load), lexicon, numbers));
          }
        }
      }
      training.read(labelled, search, load, lexicon, numbers);
    }
  }

  private static Labelled labelled(
      Path folder, JsonNode question, Function<JsonNode, ArticleId> document) {
    String id = question.path("id").asString("");
    String set = folder.getFileName().toString();
    Set<ArticleId> scope = articles(question.path("scope"), document);
    // questions on one page are learned from, or held out, together
    String first = question.path("docs").path(0).asString(question.path("gold").asString(id));
    String page = set + question.path("page").asString(first);
    return new Labelled(
        id,
        page,
        set,
        question.path("times").asInt(1),
        !question.has("gold"),
        question.path("question").asString(""),
        scope,
        question.has("refs") ? references(question).size() : 1,
        right(question, document),
        question.path("answerable").asBoolean(false));
  }

  private static Set<ArticleId> articles(JsonNode names, Function<JsonNode, ArticleId> document) {
    Set<ArticleId> articles = new HashSet<>();
    names.forEach(name -> articles.add(document.apply(name)));
    return articles;
  }

  /// Tells which parts of the answer a sentence tells.
  private static AskTraining.Right right(
      JsonNode question, Function<JsonNode, ArticleId> document) {
    if (question.has("refs")) {
      Set<ArticleId> docs = articles(question.path("docs"), document);
      List<List<String>> references = references(question);
      return (article, _, text) ->
          docs.isEmpty() || docs.contains(article) ? same(references, plain(text)) : Set.of();
    }
    if (question.has("answers")) {
      List<String> answers = new ArrayList<>();
      question.path("answers").forEach(one -> gather(one, answers));
      return (_, _, text) ->
          whole(answers.stream().anyMatch(one -> !one.isEmpty() && plain(text).contains(one)));
    }
    ArticleId gold = document.apply(question.path("gold"));
    return (article, _, _) -> whole(article.equals(gold));
  }

  private static Set<Integer> whole(boolean told) {
    return told ? Set.of(0) : Set.of();
  }

  private static Set<Integer> same(List<List<String>> references, String text) {
    Set<Integer> same = new HashSet<>();
    for (int i = 0; i < references.size(); i++) {
      if (references.get(i).stream().anyMatch(one -> isSame(one, text))) {
        same.add(i);
      }
    }
    return same;
  }

  private static void gather(JsonNode answer, List<String> answers) {
    if (answer.isArray()) {
      answer.forEach(one -> gather(one, answers));
    } else {
      answers.add(plain(answer.asString("")));
    }
  }

  /// The reference sentences that are not the question's own words; several that tell the same are one.
  private static List<List<String>> references(JsonNode question) {
    List<List<String>> references = new ArrayList<>();
    String asked = plain(question.path("question").asString(""));
    for (JsonNode one : question.path("refs")) {
      List<String> texts = new ArrayList<>();
      gather(one, texts);
      texts.removeIf(text -> text.isEmpty() || asked.contains(text));
      if (!texts.isEmpty()) {
        references.add(texts);
      }
    }
    return references;
  }

  private static boolean isSame(String reference, String text) {
    if (text.contains(reference) && reference.length() >= 2
        || reference.contains(text) && text.length() >= 4) {
      return true;
    }
    Set<String> one = grams(reference);
    Set<String> other = grams(text);
    long both = other.stream().filter(one::contains).count();
    return both >= SAME * Math.min(one.size(), other.size());
  }

  private static Set<String> grams(String text) {
    Set<String> grams = new HashSet<>();
    for (int i = 0; i + 4 <= text.length(); i++) {
      grams.add(text.substring(i, i + 4));
    }
    return grams;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s*#]+", "").toLowerCase(Locale.ROOT);
  }

  /// The same question of what there is not: what was right answers it no more.
  private static List<Labelled> made(Labelled one) {
    List<Labelled> made = new ArrayList<>();
    if (isOneOf(OF_ANOTHER, one, 1)) {
      ofAnother(one).ifPresent(made::add);
    }
    if (isOneOf(OF_NOBODY, one, 2)) {
      ofNobody(one).ifPresent(made::add);
    }
    return made;
  }

  private static boolean isOneOf(int many, Labelled one, int way) {
    return by(one, way) % many == 0;
  }

  /// A number that the question and the way alone decide.
  private static int by(Labelled one, int way) {
    return Math.floorMod((one.id() + way).hashCode() * 31, 1_000);
  }

  /// The question of another year or, if it names none, of another country.
  private static Optional<Labelled> ofAnother(Labelled one) {
    int by = by(one, 0);
    Matcher year = YEAR.matcher(one.question());
    if (year.find()) {
      int other = Integer.parseInt(year.group()) - 9 - by % 15;
      return Optional.of(unanswered(one, "y", year.replaceAll(Integer.toString(other))));
    }
    for (List<String> names : COUNTRIES) {
      for (String name : names) {
        if (one.question().contains(name)) {
          String other = names.get((names.indexOf(name) + 1 + by % (names.size() - 1)) % names.size());
          return Optional.of(unanswered(one, "c", one.question().replace(name, other)));
        }
      }
    }
    return Optional.empty();
  }

  /// The question of a company, a hospital, a court that stands in no article.
  private static Optional<Labelled> ofNobody(Labelled one) {
    for (int i = 0; i < BODIES.size(); i++) {
      Matcher body = BODIES.get(i).matcher(one.question());
      if (body.find()) {
        List<String> nobodies = NOBODIES.get(i);
        String nobody = nobodies.get(by(one, 0) % nobodies.size());
        return Optional.of(unanswered(one, "n", one.question().replace(body.group(), nobody)));
      }
    }
    return Optional.empty();
  }

  /// A question that is asked of articles from which something is left out.
  private record LeftOut(Labelled question, UnaryOperator<Map<ArticleId, Article>> out) {
    List<Labelled> asked() {
      return List.of(question);
    }

    Function<Collection<ArticleId>, Map<ArticleId, Article>> of(
        Function<Collection<ArticleId>, Map<ArticleId, Article>> load) {
      return ids -> out.apply(load.apply(ids));
    }
  }

  /// The question of the articles without those that answer it, or without the sentences that do.
  private static Optional<LeftOut> without(
      JsonNode question, Labelled one, Function<JsonNode, ArticleId> document) {
    Set<ArticleId> docs = articles(question.path("docs"), document);
    if (!docs.isEmpty() && isOneOf(WITHOUT_ARTICLE, one, 3)) {
      return Optional.of(
          new LeftOut(
              unanswered(one, "d", one.question()),
              articles -> {
                Map<ArticleId, Article> left = new HashMap<>(articles);
                left.keySet().removeAll(docs);
                return left;
              }));
    }
    String type = question.path("type").asString("");
    boolean told = question.has("refs") && (type.equals("fact") || type.equals("multihop"));
    return told && isOneOf(STRIPPED, one, 4)
        ? Optional.of(
            new LeftOut(
                unanswered(one, "s", one.question()), articles -> stripped(articles, one.right())))
        : Optional.empty();
  }

  private static Labelled unanswered(Labelled one, String mark, String question) {
    return new Labelled(
        one.id() + mark, one.page(), one.set(), one.times(), true, question, one.scope(), one.parts(), one.right(), false);
  }

  /// The articles without the sentences that answer.
  private static Map<ArticleId, Article> stripped(
      Map<ArticleId, Article> articles, AskTraining.Right right) {
    Map<ArticleId, Article> stripped = new HashMap<>(articles);
    stripped.replaceAll(
        (id, article) -> {
          List<Paragraph> kept = new ArrayList<>();
          for (Paragraph paragraph : article.paragraphs()) {
            StringBuilder text = new StringBuilder();
            for (Span sentence : Sentences.of(paragraph.text())) {
              String words = sentence.in(paragraph.text());
              if (right.parts(id, paragraph.number(), words).isEmpty()) {
                text.append(words).append(' ');
              }
            }
            if (!text.toString().isBlank()) {
              kept.add(new Paragraph(kept.size() + 1, paragraph.kind(), text.toString().strip()));
            }
          }
          return article.withParagraphs(kept);
        });
    return stripped;
  }
}
