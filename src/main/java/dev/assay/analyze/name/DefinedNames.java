package dev.assay.analyze.name;

import dev.assay.lexicon.Alias;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import dev.assay.lexicon.Names.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Short names that a text itself gives to a known thing, for this text only: `United States
/// Geological Survey (USGS)`, 包头稀土交易所（以下简称“包稀所”）.
///
/// A short name in Latin letters must be made of letters of the full name, in order, from its first
/// on, or of the English name if the text is Chinese; a Chinese one must be announced by 简称.
///
/// @param entities what each short name stands for
/// @param blocks the title and the paragraphs
record DefinedNames(Map<String, NamedEntity> entities, List<String> blocks) {

  /// More definitions than this in one text are no definitions.
  private static final int MAX_DEFINITIONS = 24;

  private static final int LOOKED_AT = 40;

  private static final Pattern LATIN =
      Pattern.compile("\\s?[(（]\\s?(?:the )?[\"“']?([A-Z][A-Za-z0-9&]{1,9})[\"”']?\\s?[)）]");

  /// What announces a short name: `01234.HK，港股简称`, 以下简称.
  static final String CALLED_SHORT =
      "(?:[0-9A-Z.:：]{4,14}[，,、;；]\\s?)?[^()（）“”\"，,。]{0,6}(?:簡稱|简称|下稱|下称)";

  private static final Pattern CHINESE =
      Pattern.compile(
          "\\s?[(（，,]?\\s?"
              + CALLED_SHORT
              + "(?:为|為)?\\s?[:：]?[\"“「]?([\\p{IsHan}A-Za-z0-9]{2,12}?)[\"”」]?\\s?[)），,]");

  /// What anybody may be called in a text about them: 以下简称“公司”.
  private static final Pattern ROLE =
      Pattern.compile("(?:本|贵|该|上市|标的|控股)?(?:公司|集团|协会|学校|法院|银行|基金|平台|项目|中心|办法|通知|条例|甲方|乙方|原告|被告)");

  static DefinedNames of(List<String> blocks, List<NameMatch> found, Names names) {
    Map<String, NamedEntity> entities = new LinkedHashMap<>();
    for (NameMatch match : found) {
      Reading reading = match.readings().getFirst();
      if (reading.alias().isSure() && entities.size() < MAX_DEFINITIONS) {
        String text = blocks.get(match.block());
        String after =
            text.substring(match.end(), Math.min(text.length(), match.end() + LOOKED_AT));
        shortName(after, text.substring(match.start(), match.end()), reading.entity())
            .filter(name -> isFree(name, names))
            .ifPresent(name -> entities.putIfAbsent(name, reading.entity()));
      }
    }
    return new DefinedNames(entities, blocks);
  }

  /// The places where names that were read are given a short name, as names of the same kind:
  /// 西陵矿业股份有限公司（证券简称：西陵矿业）.
  static List<ReadName> shortNames(List<ReadName> read, List<String> blocks) {
    List<ReadName> found = new ArrayList<>();
    for (ReadName name : read) {
      String text = blocks.get(name.block());
      int end = Math.min(text.length(), name.end() + LOOKED_AT);
      if (!isCalled(text, name.end(), end)) {
        continue;
      }
      Matcher chinese = CHINESE.matcher(text).region(name.end(), end);
      if (found.size() < MAX_DEFINITIONS
          && chinese.lookingAt()
          && !ROLE.matcher(chinese.group(1)).matches()) {
        found.add(new ReadName(name.block(), chinese.start(1), chinese.end(1), name.kind()));
      }
    }
    return found;
  }

  /// Whether 简称 or the like may stand there.
  private static boolean isCalled(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '称' || text.charAt(i) == '稱') {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> shortName(String after, String full, NamedEntity entity) {
    Matcher latin = LATIN.matcher(after);
    if (latin.lookingAt()) {
      String name = latin.group(1);
      boolean shortens =
          shortens(name, full)
              || entity.labels().values().stream().anyMatch(label -> shortens(name, label));
      return shortens ? Optional.of(name) : Optional.empty();
    }
    Matcher chinese = CHINESE.matcher(after);
    return chinese.lookingAt() ? Optional.of(chinese.group(1)) : Optional.empty();
  }

  /// Whether the letters of `name` stand in `full` in this order, from its first on.
  private static boolean shortens(String name, String full) {
    String letters = name.toLowerCase(Locale.ROOT);
    String text = full.toLowerCase(Locale.ROOT);
    if (letters.length() >= text.length() || letters.charAt(0) != text.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < text.length() && at < letters.length(); i++) {
      at += text.charAt(i) == letters.charAt(at) ? 1 : 0;
    }
    return at == letters.length();
  }

  /// A name that stands surely for something keeps its meaning.
  private static boolean isFree(String name, Names names) {
    return names.exactly(name).stream().noneMatch(reading -> reading.alias().isSure());
  }

  /// `found` with the places where the short names stand, in order.
  List<NameMatch> addTo(List<NameMatch> found) {
    if (entities.isEmpty()) {
      return found;
    }
    Map<Integer, List<NameMatch>> byBlock =
        found.stream().collect(Collectors.groupingBy(NameMatch::block));
    List<NameMatch> all = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      List<NameMatch> here = places(block);
      here.addAll(byBlock.getOrDefault(block, List.of()));
      all.addAll(NameScanner.withoutOverlaps(here, blocks.get(block).length()));
    }
    return all;
  }

  private List<NameMatch> places(int block) {
    String text = blocks.get(block);
    List<NameMatch> places = new ArrayList<>();
    entities.forEach(
        (name, entity) -> {
          List<Reading> readings = List.of(new Reading(entity, Alias.sure(name)));
          for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length())) {
            NameMatch match = new NameMatch(block, i, i + name.length(), readings);
            if (isWord(text, match)) {
              places.add(match);
            }
          }
        });
    return places;
  }

  private static boolean isWord(String text, NameMatch match) {
    return HanScript.isHan(text.charAt(match.start()))
        || (match.start() == 0 || !Folding.isWordCharacter(text.charAt(match.start() - 1)))
            && (match.end() == text.length() || !Folding.isWordCharacter(text.charAt(match.end())));
  }
}
