package dev.assay.brief.work;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefJson;
import dev.assay.brief.NoBrief;
import dev.assay.brief.Withheld;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.model.Answer;
import dev.assay.brief.model.Material;
import dev.assay.brief.model.ModelTitle;
import dev.assay.brief.model.OtherArticle;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.Translation;
import dev.assay.llm.ModelSettings;
import dev.assay.llm.ModelSettings.Reach;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What models made of articles, kept by the text it is of. Used by one thread, within its session.
public final class ModelTextTable {

  /// A text that a model answered so often without a brief is not sent to it again.
  private static final int MOST_ATTEMPTS = 3;

  /// Answers about the text itself, which cost tokens and will not change by waiting. Whatever else
  /// came in place of a brief is the endpoint's fault, and the text is asked again for ever.
  private static final List<String> OF_THE_TEXT =
      Stream.of(NoBrief.values()).filter(NoBrief::isOfTheText).map(NoBrief::word).toList();

  private static final String GIVEN_UP = "(t.attempts >= :attempts and t.reason in (<final>))";

  /// What its site reserves is sent to no model elsewhere, unless a person said so of its source.
  private static final String MAY_BE_SENT =
      "a.canonical_id = a.id and (:anything or a.headers not like :reserved"
          + " or exists (select 1 from source_entry e join source s on s.id = e.source_id"
          + " where e.article_id = a.id and s.reserved_for = 'any'))";

  private static final String RESERVED = "%" + RawDocument.RESERVED + "\t%";

  private final Session session;
  private final Handle handle;

  public ModelTextTable(Session session) {
    this.session = session;
    this.handle = session.handle();
  }

  /// What tells one question to a model from another.
  ///
  /// @param language of what is made; unknown if it is the same for readers of all
  record Key(Product product, Language language, String model) {

    /// @param language as a tag, in which `product` is made
    static Key of(ModelSettings settings, Product product, String language) {
      return new Key(product, new Language(language), settings.model());
    }

    int promptVersion() {
      return product.promptVersion();
    }
  }

  /// The briefs that readers of `reader` see: a model's where there is one in their language, with
  /// what a reader let pass of what was withheld; else the article's own sentences, which say so if
  /// a model was asked and made none.
  ///
  /// @param extractive those of the articles' own sentences
  public Map<ArticleId, Brief> shown(Map<ArticleId, Brief> extractive, Language reader) {
    Map<ArticleId, Brief> shown = new HashMap<>(extractive);
    if (!extractive.isEmpty()) {
      Map<ArticleId, Map<String, String>> passed =
          new LetPassTable(session).of(extractive.keySet());
      answers(extractive.keySet(), languages(reader)).stream()
          .sorted(Comparator.comparing(answer -> answer.language().equals(reader)))
          .forEach(
              answer ->
                  shown.computeIfPresent(
                      answer.id(),
                      (id, own) -> answer.shown(own, passed.getOrDefault(id, Map.of()))));
    }
    return shown;
  }

  /// The sentences of the brief of `article` in the reader's language that are not shown, and those
  /// that a reader let pass; empty if no model was asked.
  public List<Withheld> withheld(ArticleId article, Language reader) {
    Map<String, String> passed =
        new LetPassTable(session).of(List.of(article)).getOrDefault(article, Map.of());
    return answers(List.of(article), languages(reader)).stream()
        .sorted(Comparator.comparing(answer -> answer.language().equals(reader)))
        .reduce((_, exact) -> exact)
        .map(answer -> answer.withheld(passed))
        .orElse(List.of());
  }

  /// The answer of a model on `article`, in any language, that has a withheld sentence of this key
  /// which may pass.
  Optional<StoredAnswer> withPassable(ArticleId article, String key) {
    List<String> all = List.of(Language.EN.tag(), Language.ZH_HANS.tag(), Language.ZH_HANT.tag());
    return answers(List.of(article), all).stream()
        .filter(
            answer ->
                answer.withheld(Map.of()).stream()
                    .anyMatch(one -> one.key().equals(key) && one.mayPass()))
        .findFirst();
  }

  /// What models answered for these articles in these languages.
  private List<StoredAnswer> answers(Collection<ArticleId> ids, List<String> languages) {
    return handle
        .createQuery(
            "select b.article_id, b.language, b.model, b.prompt_version, t.content, t.reason,"
                + " t.withheld from model_article b"
                + " join model_text t using (product, text_hash, language, model, prompt_version)"
                + " where b.product = 'brief' and b.article_id in (<ids>) and b.language in (<languages>)")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .bindList("languages", languages)
        .map(
            (row, _) ->
                new StoredAnswer(
                    new ArticleId(row.getLong("article_id")),
                    new Language(row.getString("language")),
                    row.getString("model"),
                    row.getInt("prompt_version"),
                    row.getString("content"),
                    row.getString("reason"),
                    row.getString("withheld")))
        .list();
  }

  /// The titles that models made of these articles for readers of `reader`.
  public Map<ArticleId, ModelTitle> titles(Collection<ArticleId> ids, Language reader) {
    Map<ArticleId, ModelTitle> titles = new HashMap<>();
    made(Product.TITLE, ids, reader)
        .forEach((id, made) -> titles.put(id, ModelTitle.read(made.content())));
    return titles;
  }

  /// The translation of `article` for readers of `reader`.
  Optional<Translation> translation(ArticleId article, Language reader) {
    return Optional.ofNullable(made(Product.TRANSLATION, List.of(article), reader).get(article))
        .map(made -> Translation.read(made.content()).of(article));
  }

  /// The figures that a model read in a text such as that of `article`, whoever it was asked about;
  /// the last one asked before the rest.
  public Optional<ModelReading> reading(Article article) {
    return handle
        .createQuery(
            "select content from model_text where product = :product and text_hash = :hash"
                + " and content is not null order by asked_at desc limit 1")
        .bind("product", Product.CLAIMS.word())
        .bind("hash", Material.textHash(article))
        .mapTo(String.class)
        .findOne()
        .map(ModelTextTable::reading);
  }

  /// The figures that a model read, from what is kept of them.
  static ModelReading reading(String json) {
    return BriefJson.mapper().readValue(json, ModelReading.class);
  }

  /// Why nothing was made of an article that a model was asked about.
  Optional<NoBrief> whyNone(Product product, ArticleId article, Language reader) {
    return handle
        .createQuery(
            "select t.reason from model_article b"
                + " join model_text t using (product, text_hash, language, model, prompt_version)"
                + " where b.product = :product and b.article_id = :article"
                + " and b.language in (<languages>) and t.content is null")
        .bind("product", product.word())
        .bind("article", article.value())
        .bindList("languages", languages(reader))
        .mapTo(String.class)
        .stream()
        .findFirst()
        .map(NoBrief::of);
  }

  /// JSON that was made of an article.
  private record Made(ArticleId id, Language language, String content) {}

  private Map<ArticleId, Made> made(Product product, Collection<ArticleId> ids, Language reader) {
    Map<ArticleId, Made> made = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery(
              "select b.article_id, b.language, t.content from model_article b"
                  + " join model_text t using (product, text_hash, language, model, prompt_version)"
                  + " where b.product = :product and b.article_id in (<ids>)"
                  + " and b.language in (<languages>) and t.content is not null")
          .bind("product", product.word())
          .bindList("ids", ids.stream().map(ArticleId::value).toList())
          .bindList("languages", languages(reader))
          .map(
              (row, _) ->
                  new Made(
                      new ArticleId(row.getLong("article_id")),
                      new Language(row.getString("language")),
                      row.getString("content")))
          .stream()
          .sorted(Comparator.comparing(one -> one.language().equals(reader)))
          .forEach(one -> made.put(one.id(), one));
    }
    return made;
  }

  /// A reader of one Chinese script reads the other.
  private static List<String> languages(Language reader) {
    return reader.isChinese()
        ? List.of(Language.ZH_HANS.tag(), Language.ZH_HANT.tag())
        : List.of(reader.tag());
  }

  /// Every brief of a model for these articles.
  public List<Brief> all(Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "select b.article_id, t.content from model_article b"
                + " join model_text t using (product, text_hash, language, model, prompt_version)"
                + " where b.product = 'brief' and b.article_id in (<ids>) and t.content is not null")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                OtherArticle.of(
                    BriefJson.read(row.getString("content")),
                    new ArticleId(row.getLong("article_id"))))
        .list();
  }

  /// Forgets what was made of an earlier text of `article`.
  public void forgetOthers(Article article) {
    handle.execute(
        "delete from model_article where article_id = ? and text_hash <> ?",
        article.id().value(),
        Material.textHash(article));
  }

  /// The articles that stand for their group and lack an answer for `key`: first those that were
  /// never sent, of these the ones that name what is followed, the newest before the rest; then
  /// those that were sent, the longest ago before the rest.
  ///
  /// @param followed entities of the topics that readers follow
  List<ArticleId> waiting(
      Key key, Reach reach, Collection<String> followed, Instant now, int most) {
    return waitingFor(
            key,
            reach,
            now,
            "select a.id",
            " order by coalesce(t.asked_at, 0), case when exists (select 1 from tag"
                + " where tag.article_id = a.id and tag.entity_id in (<followed>))"
                + " then 0 else 1 end, a.ordered_by desc, a.id desc limit :most")
        .bindList("followed", followed.isEmpty() ? List.of("") : List.copyOf(followed))
        .bind("most", most)
        .mapTo(Long.class)
        .map(ArticleId::new)
        .list();
  }

  /// Whether `article`, which a reader has open, lacks an answer for `key` that may be asked for:
  /// also one that was put off until there is a new budget.
  boolean isWanted(ArticleId article, Key key, Reach reach, Instant now) {
    return waitingFor(key, reach, now, "select count(*)", " and a.id = :article")
            .bind("article", article.value())
            .bind("put_off", NoBrief.BUDGET.word())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /// Whether a model there may be asked about `article` at all: it stands for its group, and its
  /// site does not forbid it.
  boolean maySend(ArticleId article, Reach reach) {
    return handle
        .createQuery("select 1 from article a where a.id = :article and " + MAY_BE_SENT)
        .bind("article", article.value())
        .bind("anything", reach == Reach.HERE)
        .bind("reserved", RESERVED)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  long countWaiting(Key key, Reach reach, Instant now) {
    return waitingFor(key, reach, now, "select count(*)", "").mapTo(Long.class).one();
  }

  /// When the next text without an answer for `key` is due to be sent again.
  Optional<Instant> nextRetry(Key key, Instant now) {
    return asked(
            "select min(retry_at) from model_text where product = :product and language = :language"
                + " and model = :model and prompt_version = :prompt and content is null"
                + " and retry_at > :now",
            key)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /// How many texts for `key` a person wants sent again that were not sent since.
  long sentAgain(Key key) {
    // not "= 0": SQLite then passes by the index of texts without an answer and reads them all
    return asked(
            "select count(*) from model_text where product = :product and language = :language"
                + " and model = :model and prompt_version = :prompt and content is null"
                + " and retry_at <= 0",
            key)
        .mapTo(Long.class)
        .one();
  }

  /// A statement on what is kept for `key`, whose parts it names so.
  private Query asked(String sql, Key key) {
    return handle
        .createQuery(sql)
        .bind("product", key.product().word())
        .bind("language", key.language().tag())
        .bind("model", key.model())
        .bind("prompt", key.promptVersion());
  }

  private Query waitingFor(Key key, Reach reach, Instant now, String what, String end) {
    return asked(
            what
                + " from article a left join model_article b on b.article_id = a.id"
                + " and b.product = :product and b.language = :language and b.model = :model"
                + " and b.prompt_version = :prompt"
                + " left join model_text t on t.product = b.product"
                + " and t.text_hash = b.text_hash and t.language = b.language and t.model = b.model"
                + " and t.prompt_version = b.prompt_version"
                + " where "
                + MAY_BE_SENT
                + " and (:any_language or (a.language not like :own_language and a.language <> 'und'))"
                + " and (t.text_hash is null or t.content is null"
                + " and (t.retry_at <= :now or t.reason = :put_off) and not "
                + GIVEN_UP
                + ")"
                + end,
            key)
        .bind("anything", reach == Reach.HERE)
        .bind("reserved", RESERVED)
        .bind("any_language", !key.product().isForForeignReaders())
        .bind("own_language", key.language().isChinese() ? "zh%" : key.language().tag())
        .bind("attempts", MOST_ATTEMPTS)
        .bindList("final", OF_THE_TEXT)
        .bind("put_off", "")
        .bind("now", now.toEpochMilli());
  }

  /// The newest articles that stand for their group and may be sent, whether they were or not.
  List<ArticleId> newest(Reach reach, int most) {
    return handle
        .createQuery(
            "select a.id from article a where "
                + MAY_BE_SENT
                + " order by a.ordered_by desc, a.id desc limit :most")
        .bind("anything", reach == Reach.HERE)
        .bind("reserved", RESERVED)
        .bind("most", most)
        .mapTo(Long.class)
        .map(ArticleId::new)
        .list();
  }

  /// An article that was sent and has no brief yet.
  ///
  /// @param reason what came in its place the last time
  /// @param attempts how often it was sent to an endpoint that served
  /// @param nextAt not sent again before; null if it is sent no more, unless a person asks
  public record Open(
      ArticleId id, String title, NoBrief reason, int attempts, @Nullable Instant nextAt) {}

  /// The articles that were sent for `key` and have no brief, the last sent first.
  List<Open> open(Key key, int most) {
    return asked(
            "select a.id, a.title, t.reason, t.attempts, t.retry_at, "
                + GIVEN_UP
                + " given_up from model_article b"
                + " join model_text t using (product, text_hash, language, model, prompt_version)"
                + " join article a on a.id = b.article_id"
                + " where a.canonical_id = a.id and t.content is null and b.product = :product and b.language = :language"
                + " and b.model = :model and b.prompt_version = :prompt order by t.asked_at desc, a.id desc limit :most",
            key)
        .bind("attempts", MOST_ATTEMPTS)
        .bindList("final", OF_THE_TEXT)
        .bind("most", most)
        .map(
            (row, _) ->
                new Open(
                    new ArticleId(row.getLong("id")),
                    row.getString("title"),
                    NoBrief.of(row.getString("reason")),
                    row.getInt("attempts"),
                    row.getBoolean("given_up")
                        ? null
                        : Instant.ofEpochMilli(row.getLong("retry_at"))))
        .list();
  }

  /// Has every text without a brief for `key` sent again at once, as if for the first time.
  ///
  /// @return how many there are
  int retry(Key key) {
    return handle.execute(
        "update model_text set attempts = 0, retry_at = 0"
            + " where content is null and product = ? and language = ? and model = ? and prompt_version = ?",
        key.product().word(),
        key.language().tag(),
        key.model(),
        key.promptVersion());
  }

  /// How often the text of `article` was sent to an endpoint that served, without a brief.
  int attempts(Article article, Key key) {
    return ofText("select attempts", article, key, "").mapTo(Integer.class).findOne().orElse(0);
  }

  /// Whether the text of `article` was asked before and something was made of it.
  boolean knows(Article article, Key key) {
    return ofText("select 1", article, key, " and content is not null")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Query ofText(String what, Article article, Key key, String end) {
    return asked(
            what
                + " from model_text where product = :product and text_hash = :hash"
                + " and language = :language and model = :model and prompt_version = :prompt"
                + end,
            key)
        .bind("hash", Material.textHash(article));
  }

  /// Stores that `article` has what was made of its text.
  void point(Article article, Key key) {
    link(article, key);
    if (key.product() == Product.CLAIMS) {
      session.claims().readAgain(article.id());
    }
  }

  private void link(Article article, Key key) {
    handle.execute(
        "insert into model_article (article_id, product, language, text_hash, model,"
            + " prompt_version) values (?, ?, ?, ?, ?, ?)"
            + " on conflict (article_id, product, language) do update set"
            + " text_hash = excluded.text_hash, model = excluded.model,"
            + " prompt_version = excluded.prompt_version",
        article.id().value(),
        key.product().word(),
        key.language().tag(),
        Material.textHash(article),
        key.model(),
        key.promptVersion());
  }

  /// Stores what a model made of the text of `article`.
  void put(Article article, Key key, Answer answer, Instant now, Instant retryAt) {
    NoBrief reason = answer.reason();
    handle.execute(
        "insert into model_text (product, text_hash, language, model, prompt_version, content,"
            + " reason, withheld, attempts, retry_at, asked_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (product, text_hash, language, model, prompt_version) do update set"
            + " content = excluded.content, reason = excluded.reason,"
            + " withheld = excluded.withheld,"
            + " attempts = model_text.attempts + excluded.attempts,"
            + " retry_at = excluded.retry_at, asked_at = excluded.asked_at",
        key.product().word(),
        Material.textHash(article),
        key.language().tag(),
        key.model(),
        key.promptVersion(),
        answer.content(),
        reason == null ? null : reason.word(),
        StoredAnswer.write(answer.withheld()),
        reason == null ? 1 : attempts(reason),
        retryAt.toEpochMilli(),
        now.toEpochMilli());
    if (reason == null) {
      point(article, key);
    } else {
      link(article, key);
    }
  }

  /// What was put off counts for none.
  private static int attempts(NoBrief reason) {
    return switch (reason) {
      case BUDGET, LIMITED, DOWN -> 0;
      case REFUSED, TIMED_OUT, CUT_OFF, MALFORMED, FAILED, UNCONFIRMED -> 1;
    };
  }
}
