package dev.assay.brief.vet;

import dev.assay.analyze.weigh.Features;
import dev.assay.analyze.weigh.Learner;
import dev.assay.analyze.weigh.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Suspicions of which it is known whether they are right, as `bench/vetting-choices.tsv` keeps
/// them: what could be seen of each, and none of the words. From it the weights of
/// `lexicon/vetting-weights.tsv` are learned anew, byte for byte; then, from
/// `bench/vetting-places.tsv`, those of what only it has, while the others stay as they are.
///
/// A line `feature NAME` numbers a feature, from 0; a line `choice PAGE RIGHT NUMBERS` is a
/// suspicion in an article, 1 if it is right.
final class VettingChoices {

  /// What counts for less is left out.
  private static final double LEAST = 0.02;

  private static final Learner.Settings SETTINGS = new Learner.Settings(20, 0.3e-3, 3, LEAST);

  private VettingChoices() {}

  static Learner.Choice choice(String page, Features suspect, boolean isRight) {
    return new Learner.Choice(page, Chance.candidates(suspect), Chance.right(isRight));
  }

  /// What the choices teach beside what was learned before.
  static Weights learned(List<Learner.Choice> choices, Weights before) {
    return Learner.learn(choices, SETTINGS, before);
  }

  /// What the choices of `files` teach, one file after the other.
  static Weights learned(List<Path> files, Features named) throws IOException {
    Weights weights = Weights.read(List.of());
    for (Path file : files) {
      weights = learned(read(file, named), weights);
    }
    return weights;
  }

  /// What they teach, as the lexicon has it.
  static List<String> weights(List<Path> files) throws IOException {
    Features named = Features.named();
    return learned(files, named).lines(named, LEAST);
  }

  static void write(List<Learner.Choice> choices, Path file) throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (Learner.Choice choice : choices) {
      StringBuilder line = new StringBuilder("choice\t" + choice.page() + "\t");
      line.append(choice.right()[0] ? 1 : 0).append('\t');
      for (String name : choice.candidates().getFirst().names()) {
        line.append(numbers.computeIfAbsent(name, _ -> numbers.size())).append(' ');
      }
      lines.add(line.toString().strip());
    }
    List<String> all = new ArrayList<>();
    numbers.keySet().forEach(name -> all.add("feature\t" + name));
    all.addAll(lines);
    Files.write(file, all);
  }

  static List<Learner.Choice> read(Path file, Features named) throws IOException {
    List<String> features = new ArrayList<>();
    List<Learner.Choice> choices = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      switch (cells[0]) {
        case "feature" -> features.add(cells[1]);
        case "choice" -> {
          Features suspect = Features.like(named);
          Arrays.stream(cells[3].split(" "))
              .forEach(number -> suspect.addNamed(features.get(Integer.parseInt(number))));
          choices.add(choice(cells[1], suspect, cells[2].equals("1")));
        }
        default -> throw new IOException("no such line in %s: %s".formatted(file, cells[0]));
      }
    }
    return choices;
  }
}
