import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.SqliteStore;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one more claim costs in a drawer of 20,730: processor time of one thread for making the entries anew, where the
/// claim comes into a middling entry and into the largest, and where the whole drawer is made anew.
///
/// usage: java -Xmx1g -cp 'target/app/lib/*' bench/LedgerDrawer.java FOLDER [postgres://USER@HOST:PORT/DATABASE]
final class LedgerDrawer {

  private static final int CLAIMS = 20_730;
  private static final int LARGEST = 3_320;
  private static final int SCOPES = 60;
  private static final int ROUNDS = 9;
  private static final Instant FIRST = Instant.parse("2023-01-01T08:00:00Z");
  private static final Thing CHINA = new Thing("country:CN", "China");
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());

  private final Bookkeeping books = Bookkeeping.of(Lexicon.shipped());
  private final Store store;
  private int made;

  private LedgerDrawer(Store store) {
    this.store = store;
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    try (Store store =
        args.length > 1
            ? PostgresStore.openToWrite(PostgresAddress.parse(args[1]), folder)
            : SqliteStore.openToWrite(folder)) {
      new LedgerDrawer(store).run();
    }
  }

  private void run() {
    made = Math.toIntExact(store.read(session -> session.articles().count().articles()));
    if (made == 0) {
      fill();
    }
    measure("a middling entry", 7);
    measure("the largest entry", 0);
    String drawer =
        store.read(
            session ->
                session.handle().createQuery("select drawer from ledger_entry limit 1").mapTo(String.class).one());
    double[] whole = new double[5];
    for (int i = 0; i < whole.length; i++) {
      store.change(session -> add(session, 7));
      store.change(session -> session.claims().markStale(drawer, at(made)));
      whole[i] = refresh();
    }
    print("the whole drawer", whole);
  }

  private void fill() {
    store.change(
        session -> {
          for (int i = 0; i < CLAIMS; i++) {
            add(session, i < LARGEST ? 0 : 1 + i % (SCOPES - 1));
          }
        });
    books.refresh(store);
  }

  private void measure(String what, int scope) {
    double[] times = new double[ROUNDS];
    long written = 0;
    for (int i = 0; i < ROUNDS; i++) {
      store.change(session -> add(session, scope));
      long before = rowsWritten();
      times[i] = refresh();
      written = rowsWritten() - before;
    }
    print("one more claim in " + what, times);
    System.out.printf("  rows written, the last time: %d%n", written);
  }

  /// By the connection that writes, as SQLite counts them; PostgreSQL does not.
  private long rowsWritten() {
    return store instanceof SqliteStore
        ? store.write(
            session -> session.handle().createQuery("select total_changes()").mapTo(Long.class).one())
        : 0;
  }

  private double refresh() {
    long before = cpu();
    books.refresh(store);
    return (cpu() - before) / 1e6;
  }

  private static void print(String what, double[] times) {
    System.out.printf(Locale.ROOT, "%-40s first %.0f ms", what, times[0]);
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, ", median %.0f ms%n", times[times.length / 2]);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Instant at(int number) {
    return FIRST.plus(Duration.ofHours(number));
  }

  private void add(Session session, int scope) {
    int number = made++;
    String text = "China has " + (40 + number % 50) + "% of material " + scope + ".";
    Identity identity = new Identity.OfExternal("bench", String.valueOf(number));
    Article article =
        new Article(
            identity.articleId(),
            URI.create("https://bench.example/" + number),
            "outlet " + number % 50,
            String.valueOf(number),
            "A share",
            List.of(),
            new PublicationTime(
                at(number), PublicationTime.Precision.MINUTE, ZoneOffset.UTC, true, PublicationTime.Certainty.STATED, "feed"),
            null,
            at(number),
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    session.rawDocuments().put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
    session.articles().insert(article, new ArticleTable.Origin(identity, hash, Map.of()), article.id());
    session.claims().put(article.id(), books.filed(article, List.of(claim(text, scope))));
  }

  private static Claim claim(String text, int scope) {
    Quantity share = NUMBERS.extract(text, Language.EN).getFirst();
    return new Claim(
        CHINA,
        Property.SHARE,
        List.of(
            new Part(Facet.MATERIAL, null, "material " + (char) ('a' + scope / 26) + (char) ('a' + scope % 26)),
            new Part(Facet.STAGE, "refining", "refining")),
        null,
        new Claim.Value.Figure(share),
        1,
        new Span(0, text.length()),
        null,
        Claim.Stance.ASSERTED);
  }
}
