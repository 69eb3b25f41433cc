package dev.assay.brief;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes every third number that it says, by one digit.
final class Liar {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d|\\d");

  private final Set<String> lied = new HashSet<>();
  private int numbers;

  String say(String sentence) {
    boolean[] changed = new boolean[1];
    String said = NUMBER.matcher(sentence).replaceAll(match -> number(match, changed));
    if (changed[0]) {
      lied.add(said);
    }
    return said;
  }

  private String number(MatchResult match, boolean[] changed) {
    numbers++;
    if (numbers % 3 != 0) {
      return match.group();
    }
    changed[0] = true;
    char first = match.group().charAt(0);
    return (first == '9' ? '4' : (char) (first + 1)) + match.group().substring(1);
  }

  int lies() {
    return lied.size();
  }

  boolean hasLiedIn(String sentence) {
    return lied.contains(sentence);
  }
}
