package dev.assay.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How many feeds of a folder can be read, and what had to be mended: one line for each folder in
/// it, and with `-v` one for each feed that could not be read.
final class FeedsBench {

  private FeedsBench() {}

  /// Runs it.
  ///
  /// @param arguments the folder, then perhaps `-v`
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    boolean verbose = arguments.length > 1;
    Map<String, int[]> counts = new TreeMap<>();
    Map<String, Integer> mended = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String part = folder.relativize(file).getName(0).toString();
        int[] count = counts.computeIfAbsent(part, _ -> new int[3]);
        count[1]++;
        switch (Feed.parse(Files.readAllBytes(file), Instant.EPOCH)) {
          case Feed.Reading.Read(Feed feed) -> {
            count[0]++;
            count[2] += feed.mended().isEmpty() ? 0 : 1;
            feed.mended().forEach(what -> mended.merge(what, 1, Integer::sum));
          }
          case Feed.Reading.NotAFeed(String reason) -> {
            if (verbose) {
              System.out.println(folder.relativize(file) + "\t" + reason);
            }
          }
        }
      }
    }
    counts.forEach(
        (part, count) ->
            System.out.printf("%-14s %5d of %5d, %d mended%n", part, count[0], count[1], count[2]));
    mended.forEach((what, count) -> System.out.printf("  %5d %s%n", count, what));
  }
}
