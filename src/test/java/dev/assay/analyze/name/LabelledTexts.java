package dev.assay.analyze.name;

import dev.assay.analyze.text.Sentences;
import dev.assay.cite.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The texts that labels were made of, as `bench/about_texts.py` finds them: labels are kept by the
/// hash of a text, texts are their publishers'.
final class LabelledTexts {

  private final Map<String, Text> texts = new HashMap<>();

  /// @param files with an object of `title` and `paragraphs` a line
  LabelledTexts(List<String> files) throws IOException {
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
        Text text = text(JsonMapper.shared().readTree(line));
        texts.put(hash(String.join("\n", text.blocks())), text);
      }
    }
  }

  /// A row of labels: the set, the language, the hash of a text, and what is said of it.
  ///
  /// @param labels a paragraph (0 is the title), start and end of a place, and a sign: `3:10-14a`
  record Row(String set, String language, String page, Text text, List<String> labels) {}

  /// The rows of a file of labels whose texts were found.
  List<Row> rows(Path labels) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(labels, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      Text text = cells.length < 4 ? null : texts.get(cells[2]);
      if (!line.startsWith("#") && text != null) {
        rows.add(new Row(cells[0], cells[1], cells[2], text, List.of(cells[3].split(" "))));
      }
    }
    return rows;
  }

  /// A place that a label is of.
  ///
  /// @param sign what is said of it
  record Label(int block, Span span, char sign) {
    static Label parse(String label) {
      int last = label.length() - 1;
      String[] place = label.substring(0, last).split("[:-]");
      Span span = new Span(Integer.parseInt(place[1]), Integer.parseInt(place[2]));
      return new Label(Integer.parseInt(place[0]), span, label.charAt(last));
    }
  }

  record Text(String title, List<String> paragraphs) {

    /// The first sentences alone: a short article, about the same things.
    Text cut(int most) {
      List<String> cut = new ArrayList<>();
      int left = most;
      for (String paragraph : paragraphs) {
        List<Span> sentences = Sentences.of(paragraph);
        if (left > 0 && !sentences.isEmpty()) {
          cut.add(
              paragraph.substring(0, sentences.get(Math.min(left, sentences.size()) - 1).end()));
          left -= Math.min(left, sentences.size());
        }
      }
      return new Text(title, cut);
    }

    List<String> blocks() {
      List<String> blocks = new ArrayList<>();
      blocks.add(title);
      blocks.addAll(paragraphs);
      return blocks;
    }
  }

  private static Text text(JsonNode node) {
    return new Text(
        node.get("title").asString(),
        StreamSupport.stream(node.get("paragraphs").spliterator(), false)
            .map(JsonNode::asString)
            .toList());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
