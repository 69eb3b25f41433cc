package dev.assay.fold;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures the finding of silent edits on pairs that are made from real articles: twenty of each
/// kind, Chinese and English, the place of each by chance.
///
///     java -cp ... dev.assay.fold.EditsMeasured SEED articles.jsonl...
///
/// Each line of the files is an object with a title and a text.
final class EditsMeasured {

  private static final int OF_A_KIND = 20;

  private enum Made {
    NUMBER,
    NAME,
    QUOTE,
    DENIAL,
    HEADLINE,
    COSMETIC
  }

  private record Text(String title, String body) {
    boolean han() {
      return body.codePoints().limit(400).filter(c -> HanScript.isHan((char) c)).count() > 60;
    }
  }

  private static final TagMatcher NAMES = new TagMatcher(Names.load(Lexicon.shipped()));
  private static final Edits EDITS = new Edits(Lexicon.shipped(), () -> NAMES);

  private final Random random;
  private final List<Text> texts = new ArrayList<>();

  private EditsMeasured(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException {
    EditsMeasured measured = new EditsMeasured(Long.parseLong(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      try (Stream<String> lines = Files.lines(Path.of(arguments[i]))) {
        lines.map(JsonMapper.shared()::readTree).forEach(measured::add);
      }
    }
    measured.run();
  }

  private void add(JsonNode line) {
    String text = line.path("text").asString("").strip();
    if (text.length() > 300) {
      String title = line.path("title").asString("").strip();
      String cut = text.substring(0, Math.min(6_000, text.length()));
      texts.add(new Text(title.isEmpty() ? "title" : title, cut));
    }
  }

  private void run() {
    Map<Made, Integer> right = new EnumMap<>(Made.class);
    for (Made made : Made.values()) {
      for (int i = 0; i < OF_A_KIND; ) {
        Text before = texts.get(random.nextInt(texts.size()));
        Optional<Text> after = before.han() == (i % 2 == 0) ? made(made, before) : Optional.empty();
        if (after.isPresent()) {
          judge(made, before, after.get(), right);
          i++;
        }
      }
    }
    right.forEach((made, count) -> System.out.println(made + " " + count + " of " + OF_A_KIND));
  }

  private static void judge(Made made, Text before, Text after, Map<Made, Integer> right) {
    Edits.Edit edit =
        EDITS.between(
            before.title(), paragraphs(before.body()), after.title(), paragraphs(after.body()));
    boolean found =
        made == Made.COSMETIC
            ? edit.kinds().isEmpty()
            : edit.kinds().contains(EditKind.valueOf(made.name()))
                || (made == Made.NUMBER && edit.kinds().contains(EditKind.DATE));
    right.merge(made, found ? 1 : 0, Integer::sum);
    if (!found) {
      System.out.println("MISSED " + made + " " + edit.kinds());
      Changes.between(before.body(), after.body())
          .list()
          .forEach(change -> System.out.println("  " + cut(change.toString())));
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(400, text.length()));
  }

  private static List<Paragraph> paragraphs(String body) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String line : body.split("\n+")) {
      if (!line.isBlank()) {
        paragraphs.add(new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, line.strip()));
      }
    }
    return paragraphs;
  }

  private Optional<Text> made(Made made, Text text) {
    return switch (made) {
      case NUMBER -> changed(text, "(?<![\\d.,年月])\\d{2,}(?![\\d.,年月日号:/-])", this::number);
      case NAME -> named(text);
      case QUOTE -> changed(text, "(?<=[“「])[^”」\n]{12,120}(?=[”」])", this::quote);
      case DENIAL ->
          text.han()
              ? changed(text, "(?<=\\p{IsHan})(?:将|会|是|能|可以)(?=\\p{IsHan})", word -> "不" + word)
              : changed(text, "(?<= )(?:will|is|was|has|can|are) (?=\\w)", word -> word + "not ");
      case HEADLINE ->
          Optional.of(new Text(texts.get(random.nextInt(texts.size())).title(), text.body()))
              .filter(other -> !other.title().equals(text.title()));
      case COSMETIC -> Optional.of(cosmetic(text)).filter(other -> !other.equals(text));
    };
  }

  private interface Change {
    String of(String words);
  }

  private Optional<Text> changed(Text text, String pattern, Change change) {
    Matcher matcher = Pattern.compile(pattern).matcher(text.body());
    List<int[]> places = new ArrayList<>();
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int[] place = places.get(random.nextInt(places.size()));
    String words = text.body().substring(place[0], place[1]);
    String body =
        text.body().substring(0, place[0]) + change.of(words) + text.body().substring(place[1]);
    return Optional.of(new Text(text.title(), body));
  }

  private String number(String digits) {
    int at = random.nextInt(digits.length());
    char digit = (char) ('1' + (digits.charAt(at) - '0' + 2 + random.nextInt(5)) % 9);
    char other = digit == digits.charAt(at) ? (digit == '9' ? '8' : (char) (digit + 1)) : digit;
    return digits.substring(0, at) + other + digits.substring(at + 1);
  }

  private String quote(String words) {
    return words.substring(0, words.length() / 2);
  }

  private Optional<Text> named(Text text) {
    List<Tag> own = Tag.known(NAMES.match("", List.of(text.body())));
    Text elsewhere = texts.get(random.nextInt(texts.size()));
    List<Tag> others = Tag.known(NAMES.match("", List.of(elsewhere.body())));
    if (own.isEmpty() || others.isEmpty() || elsewhere.han() != text.han()) {
      return Optional.empty();
    }
    Tag from = own.get(random.nextInt(own.size()));
    Tag to = others.get(random.nextInt(others.size()));
    if (own.stream().anyMatch(tag -> tag.entity().equals(to.entity()))) {
      return Optional.empty();
    }
    Tag.Mention place = from.mentions().get(random.nextInt(from.mentions().size()));
    Tag.Mention other = to.mentions().getFirst();
    String body =
        text.body().substring(0, place.span().start())
            + other.span().in(elsewhere.body())
            + text.body().substring(place.span().end());
    return Optional.of(new Text(text.title(), body));
  }

  /// Two or three changes of the look at once.
  private Text cosmetic(Text text) {
    String body = text.body();
    for (int i = 0; i < 3; i++) {
      body =
          switch (random.nextInt(9)) {
            case 0 -> body.replace("“", "\"").replace("”", "\"").replace("’", "'");
            case 1 -> body.replace("，", ",").replace("。", "。 ");
            case 2 -> wide(body);
            case 3 -> body.replace(" ", "  ");
            case 4 -> body + (text.han() ? "\n责任编辑：王某" : "\nRead more: the week in mines");
            case 5 -> swapped(body);
            case 6 -> (text.han() ? "更新时间：10:45\n" : "Last updated 10:45 on Monday\n") + body;
            case 7 -> body.replace("；", "。").replace("; ", ". ");
            default -> body.replace("–", "-").replace("—", "-").replace("...", "…");
          };
    }
    return new Text(text.title().replace("“", "\"").replace("”", "\"") + " ", body);
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    for (char c : text.toCharArray()) {
      wide.append(Character.isDigit(c) && c < 128 ? (char) (c + 0xfee0) : c);
    }
    return wide.toString();
  }

  private String swapped(String body) {
    String[] lines = body.split("\n+");
    if (lines.length > 2) {
      int at = random.nextInt(lines.length - 1);
      String line = lines[at];
      lines[at] = lines[at + 1];
      lines[at + 1] = line;
    }
    return String.join("\n", lines);
  }
}
