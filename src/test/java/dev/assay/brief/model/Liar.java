package dev.assay.brief.model;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes every third number that it says, by one digit.
public final class Liar {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d|\\d");

  private final Map<String, String> lied = new HashMap<>();
  private int numbers;

  public String say(String sentence) {
    boolean[] changed = new boolean[1];
    String said = NUMBER.matcher(sentence).replaceAll(match -> number(match, changed));
    if (changed[0]) {
      lied.put(said, sentence);
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

  /// What was true of a sentence with a lie.
  public String truth(String sentence) {
    return lied.getOrDefault(sentence, "");
  }

  public int lies() {
    return lied.size();
  }

  public boolean hasLiedIn(String sentence) {
    return lied.containsKey(sentence);
  }
}
