package dev.assay.lexicon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Companies with their tickers, from a list that somebody publishes, as a pack of a data folder.
///
/// Two forms are read: `company_tickers.json` of the SEC (in the public domain), and the JSON
/// answer of Wikidata's query service (CC0) with the columns `company`, `en`, `zh`, `ticker` and
/// `exchange`. A company that the program knows keeps its id and gets its tickers.
public final class ListedCompanies {

  /// The list that is fetched where no other is set.
  public static final URI ADDRESS = URI.create("https://www.sec.gov/files/company_tickers.json");

  /// The lists begin with the largest; names beyond these would slow every command.
  static final int MOST = 5_000;

  private static final String PACK = "packs/companies/companies.tsv";
  private static final String SUFFIXES = "names/exchange-suffixes.tsv";

  /// A shorter ticker is a word as often: `KEY`, `T`.
  private static final int SHORTEST_TICKER = 4;

  private static final Pattern LEGAL_END =
      Pattern.compile(
          "(?:,?\\s+(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|lp|l\\.p|nv|n\\.v|sa|s\\.a|ag|se"
              + "|asa|ab|oyj|kk|\\(the\\))\\.?)+$",
          Pattern.CASE_INSENSITIVE);

  /// Where a company is registered: `/DE/`.
  private static final Pattern STATE = Pattern.compile("\\s*/[A-Za-z]{2,3}/?$");

  private static final Pattern KEPT_IN_CAPITALS =
      Pattern.compile("[^AEIOUY]{1,3}|.*[&0-9].*|USA|PLC|LLC|[A-Z]\\.(?:[A-Z]\\.?)+");

  private final Names known;
  private final Set<String> commonWords;
  private final Map<String, String> rows = new LinkedHashMap<>();

  private ListedCompanies(Names known) {
    this.known = known;
    this.commonWords =
        known.lexicon().table("en/word-classes.tsv").rows().stream()
            .flatMap(row -> Arrays.stream(row.cell(2).split(" ")))
            .collect(Collectors.toCollection(HashSet::new));
  }

  /// One company of a list.
  ///
  /// @param number by which the list tells it from others
  /// @param chinese empty if the list has no Chinese name
  private record Company(String number, String english, String chinese, Set<String> tickers) {

    Company and(Company other) {
      Set<String> all = new LinkedHashSet<>(tickers);
      all.addAll(other.tickers);
      return new Company(number, english, chinese.isEmpty() ? other.chinese : chinese, all);
    }
  }

  /// Puts the companies of a list into a data folder, in place of those that were there. A running
  /// server knows them when it is started again.
  ///
  /// @param known the names that the program ships
  /// @return how many companies there are
  /// @throws IllegalArgumentException if `list` has neither form
  public static int add(byte[] list, Path data, Names known) throws IOException {
    Map<String, Company> companies = new LinkedHashMap<>();
    Lexicon lexicon = known.lexicon();
    for (Company company : read(list, lexicon)) {
      if (companies.size() < MOST || companies.containsKey(company.number())) {
        companies.merge(company.number(), company, Company::and);
      }
    }
    if (companies.isEmpty()) {
      throw new IllegalArgumentException(NO_LIST);
    }
    ListedCompanies listed = new ListedCompanies(known);
    companies.values().forEach(listed::addRow);
    listed.write(data.resolve(PACK));
    return listed.rows.size();
  }

  /// How many companies a data folder has from a list.
  public static int in(Path data) throws IOException {
    Path pack = data.resolve(PACK);
    return Files.exists(pack) ? LexiconFile.parse(PACK, Files.readString(pack)).rows().size() : 0;
  }

  private static final String NO_LIST =
      "This is no list of companies: it must be company_tickers.json of the SEC, or JSON of"
          + " Wikidata's query service with the columns company, en, zh, ticker and exchange.";

  private static List<Company> read(byte[] list, Lexicon lexicon) {
    try {
      JsonNode root = JsonMapper.shared().readTree(list);
      return root.has("results") ? wikidata(root, lexicon) : sec(root);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(NO_LIST, e);
    }
  }

  private static List<Company> sec(JsonNode root) {
    List<Company> companies = new ArrayList<>();
    for (JsonNode one : root) {
      String title = STATE.matcher(cell(one.path("title").asString(""))).replaceFirst("");
      String ticker = cell(one.path("ticker").asString(""));
      if (!title.isEmpty() && !ticker.isEmpty()) {
        String number = "sec-" + one.path("cik_str").asString("");
        companies.add(new Company(number, withSmallLetters(title), "", Set.of(ticker)));
      }
    }
    return companies;
  }

  private static List<Company> wikidata(JsonNode root, Lexicon lexicon) {
    Map<String, String> suffixes =
        lexicon.table(SUFFIXES).rows().stream()
            .collect(Collectors.toMap(row -> row.cell(0), row -> row.cell(1)));
    List<Company> companies = new ArrayList<>();
    for (JsonNode one : root.path("results").path("bindings")) {
      String address = value(one, "company");
      String english = value(one, "en");
      String ticker = value(one, "ticker");
      if (!address.isEmpty() && !english.isEmpty() && !ticker.isEmpty()) {
        String suffix = suffixes.getOrDefault(value(one, "exchange"), "");
        String number = address.substring(address.lastIndexOf('/') + 1);
        companies.add(new Company(number, english, value(one, "zh"), Set.of(ticker + suffix)));
      }
    }
    return companies;
  }

  private static String value(JsonNode one, String column) {
    return cell(one.path(column).path("value").asString(""));
  }

  /// What may stand in a cell of a pack.
  private static String cell(String text) {
    return text.replaceAll("[\\s|]+", " ").strip();
  }

  /// `Union Pacific Corp` of `UNION PACIFIC CORP`.
  private static String withSmallLetters(String title) {
    return title.equals(title.toUpperCase(Locale.ROOT))
        ? Arrays.stream(title.split(" "))
            .map(
                word ->
                    KEPT_IN_CAPITALS.matcher(word).matches() || word.length() < 2
                        ? word
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "))
        : title;
  }

  private void addRow(Company company) {
    String bare = LEGAL_END.matcher(company.english()).replaceFirst("");
    if (!mayBeName(company.english()) || !mayBeName(bare)) {
      return;
    }
    String id = knownId(company.english()).or(() -> knownId(bare)).orElse(freeId(bare, company));
    List<String> others = new ArrayList<>();
    others.add((bare.contains(" ") ? "" : "?") + bare);
    company.tickers().stream()
        .filter(ListedCompanies::mayBeName)
        .forEach(ticker -> others.add((isSure(ticker) ? "" : "?") + ticker));
    rows.putIfAbsent(
        id,
        String.join(
            "\t",
            id,
            EntityType.COMPANY.word(),
            mayBeName(company.chinese()) ? company.chinese() : "",
            "",
            company.english(),
            String.join(" | ", others),
            "",
            "%s (%s)".formatted(company.number(), String.join(", ", company.tickers()))));
  }

  private static boolean mayBeName(String text) {
    return !text.isEmpty()
        && text.length() <= Alias.MAX_LENGTH
        && Character.isLetterOrDigit(text.charAt(0));
  }

  private Optional<String> knownId(String name) {
    return known.exactly(name).stream()
        .map(Names.Reading::entity)
        .filter(entity -> entity.type() == EntityType.COMPANY)
        .map(NamedEntity::id)
        .findFirst();
  }

  private String freeId(String bare, Company company) {
    String word =
        bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String id = "company:" + word;
    boolean taken = known.entity(id).isPresent() || rows.containsKey(id);
    return taken ? "company:" + company.number().toLowerCase(Locale.ROOT) : id;
  }

  /// Whether a ticker stands for its company wherever it is, and is no word of a language and no
  /// other thing's name.
  private boolean isSure(String ticker) {
    boolean numbered = ticker.indexOf('.') > 0 && Character.isDigit(ticker.charAt(0));
    return numbered
        || ticker.length() >= SHORTEST_TICKER
            && !commonWords.contains(ticker.toLowerCase(Locale.ROOT))
            && known.exactly(ticker).isEmpty();
  }

  private void write(Path pack) throws IOException {
    Path folder = Files.createDirectories(pack.resolveSibling(""));
    Path made = Files.createTempFile(folder, "companies", ".new");
    String head = "#id\ttype\tzh-Hans\tzh-Hant\ten\tothers\tsupport\tsource\n";
    Files.writeString(made, head + String.join("\n", rows.values()) + "\n");
    Files.move(made, pack, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
