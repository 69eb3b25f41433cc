package dev.assay.analyze.name;

import dev.assay.lexicon.LexiconFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prints what a model finds: `NameLabels zh|en MODEL FILE`; not a test.
final class NameLabels {
  private NameLabels() {}

  public static void main(String[] arguments) throws IOException {
    NameModel model =
        NameModel.of(LexiconFile.parse("model", Files.readString(Path.of(arguments[1]))));
    boolean chinese = arguments[0].equals("zh");
    for (String line : Files.readAllLines(Path.of(arguments[2]))) {
      JsonNode node = JsonMapper.shared().readTree(line);
      String text = node.get("text").asString();
      LatinFeatures latin = chinese ? null : new LatinFeatures(text);
      byte[] labels =
          latin == null
              ? model.label(text.length(), new HanFeatures(text))
              : model.label(latin.words().size(), latin);
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < labels.length; ) {
        if (labels[i] == 0) {
          i++;
          continue;
        }
        int end = i + 1;
        while (end < labels.length && labels[end] == NameKind.of(labels[i]).first() + 1) {
          end++;
        }
        int from = latin == null ? i : latin.words().get(i).start();
        int to = latin == null ? end : latin.words().get(end - 1).end();
        out.append(from)
            .append(' ')
            .append(to)
            .append(' ')
            .append("POLM".charAt((labels[i] - 1) / 2))
            .append(';');
        i = end;
      }
      System.out.println(out);
    }
  }
}
