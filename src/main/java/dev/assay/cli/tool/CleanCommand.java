package dev.assay.cli.tool;

import dev.assay.article.Article;
import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.article.RawDocument;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.lexicon.Boilerplate;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `assay clean`: the article of a page, a PDF or a Word file, alone or by the batch.
@Command(
    name = "clean",
    description =
        "Reads the article out of pages, PDF, Word and text files: title, authors, date and numbered paragraphs.")
public final class CleanCommand implements Callable<Integer> {

  /// Larger files are not read.
  private static final int MOST_BYTES = 64 << 20;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Option(
      names = "--batch",
      description =
          "Read JSON Lines {\"id\",\"file\",\"url\"} from standard input; write an answer a line.")
  private boolean batch;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to clean; each gives one line of JSON.")
  private List<Path> files = List.of();

  private final InputStream in;
  private final Output output;
  private final InstantSource clock;
  private final Cleaner cleaner = new Cleaner();

  public CleanCommand(InputStream in, Output output, InstantSource clock) {
    this.in = in;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream lines = new PrintStream(output.out(), false, StandardCharsets.UTF_8);
    if (batch) {
      runBatch(lines);
    } else if (files.isEmpty()) {
      output.error().println(output.words().say("tool.no-file"));
      return ExitCode.USAGE;
    } else {
      files.forEach(file -> lines.println(answerFile(file.toString(), file, null)));
    }
    lines.flush();
    return 0;
  }

  /// Answers in the order of the input, with a bounded number of lines under way.
  private void runBatch(PrintStream lines) throws IOException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    Deque<Future<String>> underWay = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          String request = line;
          underWay.add(workers.submit(() -> answerLine(request)));
        }
        while (underWay.size() > 4 * threads) {
          lines.println(answerOf(underWay.remove()));
        }
      }
      while (!underWay.isEmpty()) {
        lines.println(answerOf(underWay.remove()));
      }
    }
  }

  private static String answerOf(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      return error(null, "the line could not be cleaned: " + e.getCause());
    }
  }

  private String answerLine(String line) {
    JsonNode request;
    try {
      request = MAPPER.readTree(line);
    } catch (JacksonException e) {
      return error(null, "the line is not JSON: " + e.getOriginalMessage());
    }
    String id = request.path("id").asString("");
    if (!request.path("file").isString()) {
      return error(id, "the line must name a \"file\"");
    }
    URI address = CanonicalAddress.of(request.path("url").asString("")).orElse(null);
    try {
      return answerFile(id, Path.of(request.path("file").asString()), address);
    } catch (RuntimeException | StackOverflowError e) {
      return error(id, "the file could not be cleaned: " + e);
    }
  }

  private String answerFile(String id, Path file, @Nullable URI address) {
    byte[] bytes;
    try {
      bytes = read(file);
    } catch (IOException e) {
      return error(id, "%s could not be read: %s".formatted(file, e.getMessage()));
    }
    Identity identity =
        address != null
            ? new Identity.OfAddress(address)
            : new Identity.OfFile(file.toAbsolutePath().normalize().toString());
    RawDocument document =
        new RawDocument(identity, address, mediaType(file, bytes), bytes, Map.of(), now());
    return switch (cleaner.clean(document)) {
      case CleanResult.Cleaned(Article article, URI next) -> answer(id, article, next, "");
      case CleanResult.Untold(Article article, String reason) -> answer(id, article, null, reason);
      case CleanResult.Refused(String reason) -> error(id, reason);
    };
  }

  private Instant now() {
    return clock.instant();
  }

  private static byte[] read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(MOST_BYTES);
    }
    if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return unzipped.readNBytes(MOST_BYTES);
      }
    }
    return bytes;
  }

  private static String mediaType(Path file, byte[] bytes) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    }
    if (starts(bytes, "%PDF-")) {
      return RawDocument.PDF;
    }
    if (starts(bytes, "PK") && name.endsWith(".docx")) {
      return RawDocument.DOCX;
    }
    return name.endsWith(".md") || name.endsWith(".markdown")
        ? RawDocument.MARKDOWN
        : name.endsWith(".txt") ? RawDocument.PLAIN : RawDocument.HTML;
  }

  private static boolean starts(byte[] bytes, String word) {
    return bytes.length >= word.length()
        && new String(bytes, 0, word.length(), StandardCharsets.ISO_8859_1).equals(word);
  }

  /// A line of a batch has what the contract of batches names; a file alone, all there is.
  private String answer(String id, Article article, @Nullable URI next, String reason) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("id", id);
    answer.put("title", article.title());
    ArrayNode authors = answer.putArray("authors");
    article.authors().forEach(authors::add);
    answer.put("publishedAt", article.publishedAt() == null ? null : article.publishedAt().iso());
    answer.put("language", article.language().tag());
    if (!reason.isEmpty()) {
      answer.put("reason", reason);
    }
    if (!batch) {
      addAll(article, next, answer);
    }
    ArrayNode paragraphs = answer.putArray("paragraphs");
    for (Paragraph paragraph : batch ? body(article) : article.paragraphs()) {
      ObjectNode one = paragraphs.addObject();
      one.put("number", paragraph.number());
      one.put("kind", paragraph.kind().word());
      one.put("text", paragraph.text());
    }
    return MAPPER.writeValueAsString(answer);
  }

  private static void addAll(Article article, @Nullable URI next, ObjectNode answer) {
    PublicationTime published = article.publishedAt();
    if (published != null) {
      answer.put("publishedBy", published.evidence());
      answer.put("publishedCertainty", published.certainty().name().toLowerCase(Locale.ROOT));
      answer.put("zoneKnown", published.zoneKnown());
    }
    answer.put("updatedAt", article.updatedAt() == null ? null : article.updatedAt().iso());
    answer.put("site", article.source());
    answer.put("section", article.section());
    answer.put("address", article.address() == null ? null : article.address().toString());
    answer.put("image", article.image() == null ? null : article.image().toString());
    answer.put("next", next == null ? null : next.toString());
  }

  /// The paragraphs without the captions of photographs; each keeps its number in the article.
  private static List<Paragraph> body(Article article) {
    return article.paragraphs().stream()
        .filter(p -> p.kind() != Paragraph.Kind.CAPTION || isOfFigure(p, article))
        .toList();
  }

  private static boolean isOfFigure(Paragraph caption, Article article) {
    int next = caption.number() + 1;
    boolean table =
        next <= article.paragraphs().size()
            && article.paragraph(next).kind() == Paragraph.Kind.TABLE;
    return table || Boilerplate.namesFigure(caption.text());
  }

  private static String error(@Nullable String id, String reason) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("id", id);
    answer.put("error", reason);
    return MAPPER.writeValueAsString(answer);
  }
}
