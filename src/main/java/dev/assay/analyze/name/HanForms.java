package dev.assay.analyze.name;

import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chinese names that their form gives away: titles in book marks, a listed company before its
/// code, who wrote an article, the full name of a body that begins with a place and ends with what
/// it is.
final class HanForms {

  private static final int LONGEST_WORK = 40;
  private static final int LONGEST_BODY = 24;
  private static final int LEAST_OF_ITS_OWN = 1;

  private static final Pattern WORK = Pattern.compile("《([^《》\\n]{1,60})》");

  private static final Pattern LISTED =
      Pattern.compile(
          "(?<![\\p{IsHan}A-Za-z])([\\p{IsHan}A-Z*]{2,10})\\s?[（(](?:\\d{6}|\\d{4,5}[.．]HK|[A-Z]{2,5}[.．](?:US|N|O)|NYSE|NASDAQ)");

  private final CandidateWords words;
  private final Pattern byline;

  HanForms(CandidateWords words) {
    this.words = words;
    this.byline =
        Pattern.compile(
            "(?:"
                + String.join("|", words.of("zh-byline"))
                + ")[：:\\s]{0,2}((?:\\p{IsHan}{2,3}[、\\s]{1,2})*\\p{IsHan}{2,3})(?=[）)】\\s*]|$|"
                + String.join("|", words.of("zh-byline"))
                + ")");
  }

  List<ReadName> in(int block, String text, HanFeatures features) {
    List<ReadName> found = new ArrayList<>();
    Matcher work = WORK.matcher(text);
    while (work.find()) {
      if (work.group(1).length() <= LONGEST_WORK) {
        found.add(new ReadName(block, work.start(1), work.end(1), NameKind.THING));
      }
    }
    Matcher listed = LISTED.matcher(text);
    while (listed.find()) {
      found.add(new ReadName(block, listed.start(1), listed.end(1), NameKind.ORGANISATION));
    }
    addBylines(block, text, features, found);
    addBodies(block, text, features, found);
    return found;
  }

  private void addBylines(int block, String text, HanFeatures features, List<ReadName> found) {
    Matcher matcher = byline.matcher(text);
    while (matcher.find()) {
      int start = matcher.start(1);
      for (int i = start; i <= matcher.end(1); i++) {
        if (i == matcher.end(1) || !HanScript.isHan(text.charAt(i))) {
          if (i - start >= 2 && features.isSurname(start)) {
            found.add(new ReadName(block, start, i, NameKind.PERSON));
          }
          start = i + 1;
        }
      }
    }
  }

  /// From a place on over nouns to what the body is: 中国青少年发展基金会.
  private void addBodies(int block, String text, HanFeatures features, List<ReadName> found) {
    for (int end = 2; end <= text.length(); end++) {
      int length = words.endOf(text, end, "zh-body-end");
      if (length > 0 && !isEnd(text, end)) {
        int start = features.placeBefore(end - length, Math.max(0, end - LONGEST_BODY), words);
        if (start >= 0 && end - length - start >= LEAST_OF_ITS_OWN) {
          found.add(new ReadName(block, start, end, NameKind.ORGANISATION));
        }
      }
    }
  }

  /// Whether a longer ending goes on here: 公司 in 公司法.
  private boolean isEnd(String text, int end) {
    for (int next = end + 1; next <= Math.min(text.length(), end + 2); next++) {
      if (words.endOf(text, next, "zh-body-end") > next - end) {
        return true;
      }
    }
    return false;
  }

  /// A stretch of places one in the other as places of their own: 江西省抚州市.
  static List<ReadName> parted(ReadName name, String text, HanFeatures features) {
    if (name.kind() != NameKind.PLACE) {
      return List.of(name);
    }
    List<Span> places = features.places(name.start(), name.end());
    if (places.size() > 1) {
      return places.stream()
          .map(place -> new ReadName(name.block(), place.start(), place.end(), NameKind.PLACE))
          .toList();
    }
    List<ReadName> parts = new ArrayList<>();
    int start = name.start();
    for (int i = start + 1; i + 2 < name.end(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '省'
              || c == '市'
              || c == '区' && i > 0 && text.charAt(i - 1) == '治'
              || c == '州' && i > 1 && text.startsWith("自治州", i - 2)
              || c == '县';
      if (ends && i + 1 - start >= 2 && "县区镇乡村市州省街路".indexOf(text.charAt(name.end() - 1)) >= 0) {
        parts.add(new ReadName(name.block(), start, i + 1, NameKind.PLACE));
        start = i + 1;
      }
    }
    parts.add(new ReadName(name.block(), start, name.end(), NameKind.PLACE));
    return parts;
  }
}
