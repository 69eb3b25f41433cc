package dev.assay.analyze.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Many spellings that are looked for in one pass over a text, however many they are.
final class Spellings {

  private final String[] spellings;

  /// The numbers of the spellings, as a dictionary has them: those that begin alike stand together.
  private final int[] sorted;

  /// @param spellings each once, none empty; a spelling's number is its place among them
  Spellings(Collection<String> spellings) {
    this.spellings = spellings.toArray(String[]::new);
    Integer[] numbers = new Integer[this.spellings.length];
    Arrays.setAll(numbers, i -> i);
    Arrays.sort(numbers, Comparator.comparing(number -> this.spellings[number]));
    this.sorted = Arrays.stream(numbers).mapToInt(Integer::intValue).toArray();
  }

  /// Where the spelling with this number begins.
  record Place(int start, int number) {}

  /// All places of all spellings in `text`, in its order, those that overlap too.
  List<Place> in(String text) {
    List<Place> places = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      addAt(start, text, places);
    }
    return places;
  }

  /// Adds the spellings that begin at `start`: what may still be one is narrowed by each character.
  private void addAt(int start, String text, List<Place> places) {
    int from = 0;
    int to = sorted.length;
    for (int length = 0; from < to; length++) {
      if (at(from).length() == length) {
        places.add(new Place(start, sorted[from]));
        from++;
      }
      if (start + length == text.length()) {
        return;
      }
      char next = text.charAt(start + length);
      from = firstFrom(from, to, length, next);
      to = firstFrom(from, to, length, next + 1);
    }
  }

  private String at(int place) {
    return spellings[sorted[place]];
  }

  /// The first of those from `from` to before `to` whose character at `at` is `least` or more.
  private int firstFrom(int from, int to, int at, int least) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).charAt(at) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
