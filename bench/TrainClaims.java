import dev.assay.analyze.choice.ClaimTraining;
import dev.assay.analyze.choice.ClaimTraining.Held;
import dev.assay.analyze.choice.ClaimTraining.HeldMeasurand;
import dev.assay.analyze.choice.LabelledText;
import dev.assay.analyze.choice.LabelledText.Label;
import dev.assay.analyze.choice.LabelledText.Measurand;
import dev.assay.analyze.choice.LabelledText.Sort;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.LabelledRows;
import dev.assay.analyze.reading.RowTraining;
import dev.assay.analyze.sentence.Holders;
import dev.assay.analyze.sentence.SentenceLexicon;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trains the reading of claims on labelled passages, and writes the weights and which passages they
/// were learned from (ids and hashes, no text).
///
/// usage: java -Xmx3g -cp 'target/app/lib/*' bench/TrainClaims.java WEIGHTS LABELS PASSAGES...
///        java -cp 'target/app/lib/*' bench/TrainClaims.java --tried PASSAGES...
///        java -cp 'target/app/lib/*' bench/TrainClaims.java --measurands PASSAGES... --unread PASSAGES...
///        java -cp 'target/app/lib/*' bench/TrainClaims.java --measurands-learned WEIGHTS PASSAGES...
///        java -cp 'target/app/lib/*' bench/TrainClaims.java --rows WEIGHTS ROWS... --unread ROWS...
///
/// The second tells what the weights that the program has make of passages that they were not learned from.
///
/// A file of passages holds JSON Lines (id, article, lang, text, claims; or id, article, lang and the text with
/// its claims marked, as claim_passages.py writes them), or it is one of the project's own: `src/test/resources/claims/en.txt`, a line `# sentence`, then its claims, a line each; or a table
/// of words with an example in its last column, `lexicon/en/properties.tsv`.
///
/// Also prints, for what is held out by page, how many of the claims are found at which precision, and why the
/// others are lost. Passages whose id begins with `own-` were labelled to teach, by one reader: they are learned
/// from and not counted.
final class TrainClaims {

  private static final Set<String> CORE =
      Set.of(
          "share", "reserves", "production", "capacity", "consumption", "exports", "imports", "price",
          "revenue", "profit", "cost", "tariff", "quota", "investment", "import_reliance", "rank",
          "change", "change-", "purity");

  private TrainClaims() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("--tried")) {
      for (int i = 1; i < args.length; i++) {
        tried(args[i]);
      }
      return;
    }
    if (args[0].startsWith("--measurands")) {
      List<String> files = List.of(args).subList(1, args.length);
      int unread = files.contains("--unread") ? files.indexOf("--unread") : files.size();
      if (args[0].equals("--measurands-learned")) {
        put(args[1], asked(files.subList(1, unread)).trainMeasurands(), "m ", "w ");
        return;
      }
      ClaimTraining training = asked(files.subList(0, unread));
      for (String file : files.subList(Math.min(files.size(), unread + 1), files.size())) {
        System.out.println(file);
        measurands(training.measurandsOf(asked(List.of(file))));
      }
      measurands(args[0].equals("--measurands") ? training.measurandsAlone() : training.triedMeasurands());
      return;
    }
    if (args[0].equals("--rows")) {
      rows(List.of(args).subList(1, args.length));
      return;
    }
    List<LabelledText> passages = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      passages.addAll(passages(args[i]));
    }
    passages.sort(Comparator.comparing(LabelledText::id));
    long start = System.nanoTime();
    ClaimTraining training = new ClaimTraining(passages, Lexicon.shipped(), Names.load(Lexicon.shipped()));
    double read = (System.nanoTime() - start) / 1e9;
    List<String> weights = new ArrayList<>(HEAD);
    weights.addAll(training.train());
    Files.writeString(Path.of(args[0]), String.join("\n", weights) + "\n");
    Files.writeString(Path.of(args[1]), labels(passages));
    System.out.printf(
        "%d passages, %d lines of weights, %d bytes; %.0f s of reading, %.0f s in all%n",
        passages.size(), weights.size(), Files.size(Path.of(args[0])), read,
        (System.nanoTime() - start) / 1e9);
    for (String language : List.of("zh", "en")) {
      curve("subject " + language, passages, training.held(), language, false);
      curve("core    " + language, passages, training.held(), language, true);
      budget(passages, training.held(), language, false);
      budget(passages, training.held(), language, true);
    }
    if (System.getProperty("held") != null) {
      List<String> lines = new ArrayList<>();
      training.held().forEach(held -> lines.add(new JsonMapper().writeValueAsString(held)));
      Files.write(Path.of(System.getProperty("held")), lines);
    }
  }

  /// Learns how far a row is to be trusted, and puts it into the file of weights that is named first.
  private static void rows(List<String> args) throws IOException {
    int unread = args.contains("--unread") ? args.indexOf("--unread") : args.size();
    RowTraining training = rowTraining(args.subList(1, unread));
    put(args.getFirst(), training.train(), "v ", "x ");
    rows("held out", training.held());
    if (unread < args.size()) {
      rows("unread", training.of(rowTraining(args.subList(unread + 1, args.size()))));
    }
  }

  /// Puts weights into a file in the place of those of the same models.
  private static void put(String file, List<String> weights, String... models) throws IOException {
    Stream<String> others =
        Files.readAllLines(Path.of(file)).stream()
            .filter(line -> !line.startsWith("#") && Stream.of(models).noneMatch(line::startsWith));
    List<String> lines = new ArrayList<>(HEAD);
    Stream.concat(others, weights.stream()).sorted().forEach(lines::add);
    Files.writeString(Path.of(file), String.join("\n", lines) + "\n");
  }

  private static RowTraining rowTraining(List<String> files) throws IOException {
    List<LabelledRows> documents = new ArrayList<>();
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file))) {
        documents.add(document(new JsonMapper().readTree(line)));
      }
    }
    documents.sort(Comparator.comparing(LabelledRows::page));
    RowTraining training = new RowTraining(documents, Lexicon.shipped(), NAMES);
    System.out.printf(
        "%d documents, %d rows that were judged, %d of them read%n",
        documents.size(), documents.stream().mapToInt(one -> one.verdicts().size()).sum(), training.size());
    return training;
  }

  /// A document as claim_rows.py writes it.
  private static LabelledRows document(JsonNode node) {
    List<String> paragraphs = new ArrayList<>();
    node.path("paragraphs").forEach(one -> paragraphs.add(one.asString()));
    List<LabelledRows.Verdict> verdicts = new ArrayList<>();
    for (JsonNode row : node.path("rows")) {
      String text = paragraphs.get(row.path("paragraph").asInt() - 1);
      verdicts.add(
          new LabelledRows.Verdict(
              row.path("paragraph").asInt(),
              span(row.path("figure"), text),
              span(row.path("subject"), text),
              row.hasNonNull("phrase") ? span(row.path("phrase"), text) : null,
              row.path("right").asBoolean()));
    }
    return new LabelledRows(node.path("page").asString(), node.path("lang").asString(), paragraphs, verdicts);
  }

  private static Span span(JsonNode place, String text) {
    return new Span(text.offsetByCodePoints(0, place.get(0).asInt()), text.offsetByCodePoints(0, place.get(1).asInt()));
  }

  /// How many of the rows are right, at each least trust.
  private static void rows(String name, List<RowTraining.Held> held) throws IOException {
    for (String language : List.of("zh", "en")) {
      List<RowTraining.Held> all = held.stream().filter(one -> one.language().equals(language)).toList();
      StringBuilder line = new StringBuilder();
      for (double least : new double[] {0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.4, 0}) {
        List<RowTraining.Held> given = all.stream().filter(one -> one.trust() >= least).toList();
        long right = given.stream().filter(RowTraining.Held::right).count();
        line.append(String.format(Locale.ROOT, "  t%.2f: %d, %d right", least, given.size(), right));
      }
      System.out.printf("%s %s:%s%n", name, language, line);
    }
    if (System.getProperty("held") != null) {
      List<String> lines = new ArrayList<>();
      held.forEach(one -> lines.add(new JsonMapper().writeValueAsString(one)));
      Files.write(Path.of(System.getProperty("held") + "." + name.replace(" ", "")), lines);
    }
  }

  /// The passages of which somebody said what their figures count or measure.
  private static ClaimTraining asked(List<String> files) throws IOException {
    List<LabelledText> asked = new ArrayList<>();
    for (String file : files) {
      asked.addAll(passages(file));
    }
    asked.removeIf(one -> one.labels().stream().allMatch(label -> label.measurand() == null));
    asked.sort(Comparator.comparing(LabelledText::id));
    return new ClaimTraining(asked, Lexicon.shipped(), NAMES);
  }

  private static List<LabelledText> passages(String name) throws IOException {
    Path file = Path.of(name);
    return name.endsWith(".marked")
        ? marked(file)
        : name.endsWith(".txt") ? made(file) : name.endsWith(".tsv") ? examples(file) : read(file);
  }

  /// How many claims of a file are given and right by the weights of the program, at each least trust.
  private static void tried(String file) throws IOException {
    List<LabelledText> passages = passages(file);
    List<Held> all = new ClaimTraining(passages, Lexicon.shipped(), NAMES).tried();
    for (String language : List.of("zh", "en")) {
      for (boolean core : new boolean[] {false, true}) {
        long gold =
            passages.stream()
                .filter(passage -> passage.language().equals(language))
                .flatMap(passage -> passage.labels().stream())
                .filter(label -> !core || CORE.contains(label.property()))
                .count();
        StringBuilder line = new StringBuilder();
        for (double least : new double[] {0.80, 0.75, 0.70, 0.65, 0.60, 0.55, 0.50, 0.45, 0.40, 0.30}) {
          List<Held> given =
              all.stream()
                  .filter(one -> one.language().equals(language) && one.trust() >= least)
                  .filter(one -> !core || CORE.contains(one.property()))
                  .toList();
          long right = given.stream().filter(Held::right).count();
          line.append(String.format(Locale.ROOT, "  t%.2f: %d given, %d right", least, given.size(), right));
        }
        System.out.printf("%s %s%s, gold %d:%s%n", Path.of(file).getFileName(), language, core ? " core" : "", gold, line);
      }
    }
  }

  /// How often the phrase of what is counted or measured is that of a reader.
  private static void measurands(List<HeldMeasurand> held) throws IOException {
    List<HeldMeasurand> all = held.stream().filter(one -> one.id().startsWith("own-")).toList();
    for (String language : List.of("zh", "en")) {
      List<HeldMeasurand> told =
          all.stream().filter(one -> one.language().equals(language) && one.isFigure()).toList();
      List<HeldMeasurand> phrases = told.stream().filter(one -> !one.told().isEmpty()).toList();
      long given = told.stream().filter(one -> !one.chosen().isEmpty()).count();
      System.out.printf(
          Locale.ROOT,
          "%s: %d figures, %d with a phrase; possible exactly %d, exact %d, to two thirds %d, overlapping %d; none and none %d of %d; given %d%n",
          language,
          told.size(),
          phrases.size(),
          phrases.stream().filter(one -> one.possible() >= 1).count(),
          phrases.stream().filter(one -> one.closeness() >= 1).count(),
          phrases.stream().filter(one -> one.closeness() >= 0.66).count(),
          phrases.stream().filter(one -> one.closeness() > 0).count(),
          told.stream().filter(one -> one.told().isEmpty() && one.chosen().isEmpty()).count(),
          told.size() - phrases.size(),
          given);
      Map<String, int[]> byProperty = new TreeMap<>();
      for (HeldMeasurand one : told) {
        int[] counts = byProperty.computeIfAbsent(one.property(), _ -> new int[2]);
        counts[0]++;
        counts[1] += one.right() ? 1 : 0;
      }
      StringBuilder line = new StringBuilder("  ");
      byProperty.forEach((property, counts) -> line.append(property + " " + counts[1] + "/" + counts[0] + ", "));
      System.out.println(line);
    }
    if (System.getProperty("held") != null) {
      List<String> lines = new ArrayList<>();
      all.forEach(one -> lines.add(new JsonMapper().writeValueAsString(one)));
      Files.write(Path.of(System.getProperty("held")), lines);
    }
  }

  private static final List<String> HEAD =
      List.of(
          "# What counts how much in the reading of claims: model and feature, weight. Written by bench/TrainClaims.java.",
          "# Models: p, s the first choice of property and subject, q, t the second, u their trust; m what is counted or measured, w the trust in it, v and x the trust in a whole row, Chinese and other. See docs/claims.md.",
          "# Origin: learned for Assay. Licence: Apache-2.0.",
          "#feature\tweight");

  private static List<LabelledText> read(Path file) throws IOException {
    List<LabelledText> passages = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      passages.add(passage(new JsonMapper().readTree(line)));
    }
    return passages;
  }

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final TagMatcher TAGS = new TagMatcher(NAMES);
  private static final Holders HOLDERS = SentenceLexicon.of(Lexicon.shipped()).holders();

  /// Sentences made for the project, each a page of its own.
  private static List<LabelledText> made(Path file) throws IOException {
    List<LabelledText> made = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    String language = file.getFileName().toString().substring(0, 2);
    String sentence = "";
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("# ");
    for (String line : lines) {
      if (line.startsWith("# ")) {
        if (!labels.isEmpty()) {
          String id = "made-%s-%03d".formatted(language, made.size());
          made.add(new LabelledText(id, id, language, sentence, Sort.PART, labels));
        }
        sentence = line.substring(2);
        labels = new ArrayList<>();
      } else {
        label(line.split(" \\| "), sentence, language).ifPresent(labels::add);
      }
    }
    return made;
  }

  /// A claim in a marked passage: the figure, the property, and its subjects apart by slashes.
  private static final Pattern MARKED = Pattern.compile("\\[([^|\\]]+)\\|([^|\\]]+)\\|([^\\]]+)]");

  /// Passages of the project's own, a line each, in which each claim is marked where its figure stands.
  /// A figure without a mark is none.
  private static List<LabelledText> marked(Path file) throws IOException {
    List<LabelledText> marked = new ArrayList<>();
    String language = file.getFileName().toString().substring(0, 2);
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        String id = "own-marked-%s-%03d".formatted(language, marked.size());
        marked.add(marked(id, id, language, Sort.WRITTEN, line));
      }
    }
    return marked;
  }

  private static LabelledText marked(String id, String page, String language, Sort sort, String line) {
    return marked(id, page, language, sort, line, null);
  }

  /// @param measurands what each of the marked figures counts or measures, in their order; null if nobody was asked
  private static LabelledText marked(
      String id, String page, String language, Sort sort, String line, JsonNode measurands) {
    String text = MARKED.matcher(line).replaceAll("$1");
    List<Quantity> quantities = NUMBERS.extract(text, Language.parse(language));
    List<Label> labels = new ArrayList<>();
    int marks = 0;
    int number = 0;
    for (MatchResult mark : MARKED.matcher(line).results().toList()) {
      Span figure = new Span(mark.start() - marks, mark.start() - marks + mark.group(1).length());
      marks += mark.group().length() - mark.group(1).length();
      Measurand measurand = measurands == null ? null : measurand(measurands.get(number), text);
      number++;
      quantities.stream()
          .filter(quantity -> quantity.span().overlaps(figure))
          .findFirst()
          .map(quantity -> label(mark, quantity, measurand))
          .ifPresentOrElse(labels::add, () -> System.err.println("no figure is read in " + mark.group()));
    }
    return new LabelledText(id, page, language, text, sort, labels);
  }

  /// What a label says in its own words that a figure is of, where the text has these words: nearest to the figure.
  private static Measurand quoted(String of, String figure, String text) {
    int at = text.indexOf(figure);
    String lower = text.toLowerCase(Locale.ROOT);
    String words = of.toLowerCase(Locale.ROOT);
    if (words.length() < 3 || at < 0 || lower.length() != text.length()) {
      return null;
    }
    int before = lower.lastIndexOf(words, at - words.length());
    int behind = lower.indexOf(words, at + figure.length());
    boolean isBefore = behind < 0 || before >= 0 && at - before - words.length() < behind - at - figure.length();
    int start = isBefore ? before : behind;
    return start < 0 ? null : new Measurand(List.of(new Span(start, start + words.length())), true);
  }

  private static Measurand measurand(JsonNode told, String text) {
    if (told == null || told.isNull()) {
      return null;
    }
    List<Span> places = new ArrayList<>();
    for (JsonNode place : told.path("places")) {
      places.add(
          new Span(
              text.offsetByCodePoints(0, place.get(0).asInt()), text.offsetByCodePoints(0, place.get(1).asInt())));
    }
    return new Measurand(places, told.path("tells").asBoolean());
  }

  private static Label label(MatchResult mark, Quantity quantity, Measurand measurand) {
    List<String> subjects = List.of(mark.group(3).split("/"));
    boolean falls = mark.group(2).endsWith("-");
    return new Label(
        subjects.getFirst(),
        subjects,
        mark.group(2).replaceFirst("-$", "").split(",")[0],
        mark.group(1),
        signed(falls ? quantity.high() : quantity.low(), falls),
        signed(falls ? quantity.low() : quantity.high(), falls),
        quantity.unit().code(),
        measurand);
  }

  /// The examples of a table of words: `sentence = entity | property | figure` in the last cell.
  private static List<LabelledText> examples(Path file) throws IOException {
    List<LabelledText> made = new ArrayList<>();
    String language = file.getParent().getFileName().toString();
    for (LexiconFile.Row row : LexiconFile.parse(file.toString(), Files.readString(file)).rows()) {
      String example = row.cells().getLast();
      int equals = example.lastIndexOf(" = ");
      String[] cells = example.substring(equals + 3).split(" \\| ");
      if (equals > 0 && cells.length == 3) {
        String sentence = example.substring(0, equals);
        String[] all = {id(cells[0], language), cells[1], "", "", cells[2].replaceFirst("^-", "minus ")};
        String id = "made-%s-%s-%03d".formatted(language, file.getFileName(), row.line());
        label(all, sentence, language)
            .ifPresent(
                label ->
                    made.add(new LabelledText(id, id, language, sentence, Sort.PART, List.of(label))));
      }
    }
    return made;
  }

  /// The id of the thing with this name, or the name.
  private static String id(String name, String language) {
    return TAGS.match("", List.of(name)).stream()
        .filter(tag -> NAMES.entity(tag.entity()).orElseThrow().label(Language.parse(language)).equals(name))
        .map(Tag::entity)
        .findFirst()
        .orElse(name);
  }

  /// A claim of a made sentence, if its figure is read as a quantity or told in words.
  private static Optional<Label> label(String[] cells, String sentence, String language) {
    boolean falls = cells[4].startsWith("minus ");
    String surface = falls ? cells[4].substring(6) : cells[4];
    List<String> subjects = subjects(cells[0], sentence);
    Optional<Label> label =
        NUMBERS.extract(sentence, Language.parse(language)).stream()
            .filter(quantity -> quantity.span().in(sentence).equals(surface))
            .findFirst()
            .map(
                quantity ->
                    new Label(
                        cells[0],
                        subjects,
                        cells[1],
                        surface,
                        signed(falls ? quantity.high() : quantity.low(), falls),
                        signed(falls ? quantity.low() : quantity.high(), falls),
                        quantity.unit().code()));
    boolean inWords = label.isEmpty() && surface.chars().noneMatch(Character::isDigit);
    if (inWords && cells[1].equals("rank")) {
      return Optional.of(new Label(cells[0], subjects, "rank", surface, 1.0, 1.0, "rank"));
    }
    if (inWords && cells[1].equals("share")) {
      return Optional.of(new Label(cells[0], subjects, "share", surface, 100.0, 100.0, "%"));
    }
    return label;
  }

  private static Double signed(BigDecimal value, boolean falls) {
    return value == null ? null : falls ? -value.doubleValue() : value.doubleValue();
  }

  /// Where a sentence names the entity: in its words, or by any name of a thing that it is, or that
  /// acts for it.
  private static List<String> subjects(String entity, String sentence) {
    if (entity.indexOf(':') < 0) {
      return List.of(entity);
    }
    return TAGS.match("", List.of(sentence)).stream()
        .filter(
            tag -> tag.entity().equals(entity) || HOLDERS.government(tag.entity()).equals(entity))
        .flatMap(tag -> tag.mentions().stream())
        .map(mention -> mention.span().in(sentence))
        .distinct()
        .toList();
  }

  private static LabelledText passage(JsonNode node) {
    Sort sort = node.path("whole").asBoolean(true) ? Sort.NEWS : Sort.PART;
    if (node.has("marked")) {
      String id = node.path("id").asString();
      String language = node.path("lang").asString();
      return marked(
          id,
          node.path("article").asString(),
          language,
          sort,
          node.path("marked").asString(),
          node.has("measurands") ? node.path("measurands") : null);
    }
    List<Label> labels = new ArrayList<>();
    for (JsonNode claim : node.path("claims")) {
      List<String> subject = new ArrayList<>();
      claim.path("subject").forEach(one -> subject.add(one.asString()));
      labels.add(
          new Label(
              claim.path("entity").asString(""),
              subject,
              claim.path("property").asString(),
              claim.path("surface").asString(),
              number(claim, "low"),
              number(claim, "high"),
              claim.path("unit").asString("count"),
              quoted(claim.path("of").asString(""), claim.path("surface").asString(), node.path("text").asString())));
    }
    String id = node.path("id").asString();
    String page = node.path("article").asString(id);
    return new LabelledText(
        id,
        page,
        node.path("lang").asString(),
        node.path("text").asString(),
        sort,
        labels);
  }

  private static Double number(JsonNode claim, String field) {
    return claim.hasNonNull(field) ? claim.path(field).asDouble() : null;
  }

  private static String labels(List<LabelledText> passages) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    StringBuilder lines =
        new StringBuilder("# Passages that the weights were learned from: id, SHA-256 of text and labels (first 16 digits)\n");
    for (LabelledText passage : passages) {
      byte[] hash =
          digest.digest((passage.text() + passage.labels()).getBytes(StandardCharsets.UTF_8));
      lines.append(passage.id()).append('\t').append(HexFormat.of().formatHex(hash), 0, 16).append('\n');
    }
    return lines.toString();
  }

  /// Why labelled claims are lost: those that nothing was thought of, and by what of it was wrong.
  private static void budget(
      List<LabelledText> passages, List<Held> all, String language, boolean core) {
    Map<String, Integer> lost = new TreeMap<>();
    int gold = 0;
    for (LabelledText passage : passages) {
      if (!passage.language().equals(language) || !passage.isWhole() || passage.id().startsWith("own-")) {
        continue;
      }
      for (Label label : passage.labels()) {
        gold += !core || CORE.contains(label.property()) ? 1 : 0;
      }
    }
    int seen = 0;
    for (Held held : all) {
      String measured = held.label().replaceFirst(" of .*", "").replaceFirst("-$", "");
      if (!held.language().equals(language)
          || held.id().startsWith("made-") || held.id().startsWith("own-")
          || held.label().equals("none")
          || core && !CORE.contains(measured)) {
        continue;
      }
      seen++;
      String why =
          !held.parts().value()
              ? "a value"
              : !held.parts().candidate()
                  ? "b candidate"
                  : !held.parts().property()
                      ? held.parts().subject() ? "c property" : "cd property and subject"
                      : held.parts().subject() ? "right" : "d subject";
      lost.merge(why, 1, Integer::sum);
    }
    lost.put("a no figure", gold - seen);
    int all1 = gold;
    lost.replaceAll((why, count) -> (int) Math.round(1000.0 * count / all1));
    System.out.println(
        "lost of 1000 " + language + (core ? " core" : "") + " (" + gold + "): " + lost);
  }

  /// The recall, and the least trust, at each precision.
  private static void curve(
      String name, List<LabelledText> passages, List<Held> all, String language, boolean core) {
    long gold =
        passages.stream()
            .filter(passage -> passage.language().equals(language) && passage.isWhole() && !passage.id().startsWith("own-"))
            .flatMap(passage -> passage.labels().stream())
            .filter(label -> !core || CORE.contains(label.property()))
            .count();
    List<Held> held =
        all.stream()
            .filter(one -> one.language().equals(language) && !one.id().startsWith("made-") && !one.id().startsWith("own-"))
            .filter(one -> !core || CORE.contains(one.property()))
            .sorted(Comparator.comparingDouble(one -> -one.trust()))
            .toList();
    StringBuilder line = new StringBuilder(name);
    for (double precision : new double[] {0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5}) {
      int right = 0;
      int most = 0;
      double least = 1;
      for (int i = 0; i < held.size(); i++) {
        right += held.get(i).right() ? 1 : 0;
        if (right >= precision * (i + 1)) {
          most = right;
          least = held.get(i).trust();
        }
      }
      line.append(String.format(Locale.ROOT, "  P%.2f R %.3f t%.2f", precision, (double) most / gold, least));
    }
    long right = held.stream().filter(Held::right).count();
    System.out.printf("%s  all P %.3f R %.3f (gold %d)%n", line, (double) right / held.size(), (double) right / gold, gold);
  }
}
