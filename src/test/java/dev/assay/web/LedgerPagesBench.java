package dev.assay.web;

import dev.assay.article.Language;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.Verdict;
import dev.assay.ledger.Wording;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import dev.assay.topic.ledger.LedgerPage;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.web.ledger.LedgerForm;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Processor time of one thread for whole pages of the ledger, from the store to HTML, and for making
/// the entries of the largest drawer anew. Nothing else runs in the process.
///
///     java dev.assay.web.LedgerPagesBench DATA [TOPIC] [ROUNDS]
final class LedgerPagesBench {

  private static final Messages SAY = Messages.ENGLISH;

  private final Templates templates = new Templates();
  private final Assets assets = Assets.shipped();
  private final Ledgers ledgers;
  private final Wording wording;
  private final int rounds;

  private LedgerPagesBench(Ledgers ledgers, int rounds) {
    this.ledgers = ledgers;
    this.wording = ledgers.wording(SAY.language());
    this.rounds = rounds;
  }

  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    String topic = arguments.length > 1 ? arguments[1] : "稀土";
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
    Names names = Names.load(Lexicon.shipped());
    try (Store store = SqliteStore.openToWrite(data);
        LuceneIndex index = LuceneIndex.openForReading(data.resolve("index"))) {
      Search search = new Search(index, _ -> Map.of(), InstantSource.system());
      Bookkeeping books = Bookkeeping.of(Lexicon.shipped());
      Ledgers ledgers =
          new Ledgers(store, search, () -> names, books, () -> {}, InstantSource.system());
      new LedgerPagesBench(ledgers, rounds).pages(topic, largest(store));
      keeping(store, books);
    }
  }

  private static EntryId largest(Store store) {
    return store.read(
        session ->
            session
                .handle()
                .createQuery("select id from ledger_entry order by figures desc limit 1")
                .map((row, _) -> new EntryId(row.getString("id")))
                .one());
  }

  private static void keeping(Store store, Bookkeeping books) {
    String drawer =
        store.read(
            session ->
                session
                    .handle()
                    .createQuery(
                        "select drawer from claim group by drawer order by count(*) desc limit 1")
                    .mapTo(String.class)
                    .one());
    int claims = store.<Integer>read(session -> session.claims().in(drawer).size());
    for (int i = 0; i < 5; i++) {
      long before = cpu();
      store.change(session -> books.refresh(session, drawer));
      System.out.printf(
          Locale.ROOT, "the drawer of %,d claims made anew %.0f ms%n", claims, ms(cpu() - before));
    }
  }

  private void pages(String topic, EntryId largest) {
    LedgerFilter all = LedgerFilter.SEVERAL;
    System.out.printf("%-34s %8s %8s %8s%n", "cpu ms of one thread", "first", "median", "p99");
    measure("ledger of " + topic, () -> list(topic, all, 1));
    measure("its tenth page", () -> list(topic, all, 10));
    measure("what differs of it", () -> list(topic, all.withVerdicts(Set.of(Verdict.DIFFER)), 1));
    measure("one outlet of it", () -> list(topic, of(Set.of(), Set.of("Meridian Wire")), 1));
    measure("a language nobody writes in", () -> list(topic, of(Set.of("fr"), Set.of()), 1));
    measure(
        "one month of it",
        () ->
            list(
                topic,
                all.publishedBetween(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 31)),
                1));
    measure("ledger of everything", () -> list("", all, 1));
    measure("the figure with most rows", () -> figure(largest));
  }

  private static LedgerFilter of(Set<String> languages, Set<String> sources) {
    return new LedgerFilter(
        LedgerFilter.SEVERAL.verdicts(), "", null, languages, sources, null, null);
  }

  private String list(String topic, LedgerFilter filter, int number) {
    Language reader = SAY.language();
    LedgerPage page =
        topic.isEmpty()
            ? ledgers.page(filter, number, reader)
            : ledgers.page(topic, filter, number, reader);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame());
    parameters.put("page", page);
    parameters.put(
        "form", new LedgerForm(topic, Set.of(), "", null, Set.of(), "", null, null, false));
    parameters.put("wording", wording);
    parameters.put(
        "entries",
        page.entries().stream().map(entry -> EntryView.of(entry, wording, SAY)).toList());
    return templates.render("ledger", parameters);
  }

  private String figure(EntryId id) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("frame", frame());
    parameters.put("view", FigureView.of(ledgers.entry(id).orElseThrow(), 1, wording, SAY));
    parameters.put("wording", wording);
    return templates.render("figure", parameters);
  }

  private Frame frame() {
    return new Frame(SAY, assets, Frame.Part.LEDGER, "/");
  }

  private void measure(String label, Supplier<String> page) {
    double[] times =
        IntStream.range(0, rounds)
            .mapToDouble(
                _ -> {
                  long before = cpu();
                  page.get();
                  return ms(cpu() - before);
                })
            .toArray();
    double first = times[0];
    double[] warm = Arrays.copyOfRange(times, rounds / 2, rounds);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%-34s %8.1f %8.1f %8.1f%n",
        label,
        first,
        warm[warm.length / 2],
        warm[(int) Math.ceil(warm.length * 0.99) - 1]);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double ms(long nanos) {
    return nanos / 1e6;
  }
}
