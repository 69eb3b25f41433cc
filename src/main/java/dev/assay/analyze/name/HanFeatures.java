package dev.assay.analyze.name;

import java.util.List;

/// What tells the names in Chinese text: the characters around a place, the words there and beside
/// them, what HanLP's dictionaries have them for, and the known names.
final class HanFeatures implements NameModel.Features {

  private static final FeatureSink.Kind C = FeatureSink.Kind.of("c=");
  private static final FeatureSink.Kind C_1 = FeatureSink.Kind.of("c-1=");
  private static final FeatureSink.Kind C_2 = FeatureSink.Kind.of("c-2=");
  private static final FeatureSink.Kind C1 = FeatureSink.Kind.of("c1=");
  private static final FeatureSink.Kind C2 = FeatureSink.Kind.of("c2=");
  private static final FeatureSink.Kind B_2 = FeatureSink.Kind.of("b-2=");
  private static final FeatureSink.Kind B_1 = FeatureSink.Kind.of("b-1=");
  private static final FeatureSink.Kind B = FeatureSink.Kind.of("b=");
  private static final FeatureSink.Kind B1 = FeatureSink.Kind.of("b1=");
  private static final FeatureSink.Kind BESIDE = FeatureSink.Kind.of("s=");
  private static final FeatureSink.Kind T = FeatureSink.Kind.of("t=");
  private static final FeatureSink.Kind T1 = FeatureSink.Kind.of("t1=");

  private static final FeatureSink.Kind ROLE = FeatureSink.Kind.of("role=");
  private static final FeatureSink.Kind ROLES = FeatureSink.Kind.of("roles=");
  private static final FeatureSink.Kind ROLES1 = FeatureSink.Kind.of("roles1=");
  private static final FeatureSink.Kind SOUND = FeatureSink.Kind.of("sound=");
  private static final FeatureSink.Kind SOUNDS = FeatureSink.Kind.of("sounds=");

  private static final FeatureSink.Kind WORD = FeatureSink.Kind.of("w=");
  private static final FeatureSink.Kind PLACE = FeatureSink.Kind.of("p=");
  private static final FeatureSink.Kind WORD_BEFORE = FeatureSink.Kind.of("pw=");
  private static final FeatureSink.Kind WORD_BEHIND = FeatureSink.Kind.of("nw=");
  private static final FeatureSink.Kind NATURE_BEFORE = FeatureSink.Kind.of("pn=");
  private static final FeatureSink.Kind NATURE_BEHIND = FeatureSink.Kind.of("nn=");
  private static final FeatureSink.Kind NATURES = FeatureSink.Kind.of("pnn=");
  private static final FeatureSink.Kind NATURES_BEFORE = FeatureSink.Kind.of("ppn=");
  private static final FeatureSink.Kind NATURES_BEHIND = FeatureSink.Kind.of("nnn=");

  private static final FeatureSink.Kind[] ROLE_HERE = kinds("d");
  private static final FeatureSink.Kind[] ROLE_BEFORE = kinds("dp");
  private static final FeatureSink.Kind[] ROLE_BEHIND = kinds("dn");

  private static final FeatureSink.Kind KNOWN = FeatureSink.Kind.of("k=");
  private static final FeatureSink.Kind KNOWN_BEFORE = FeatureSink.Kind.of("kk=");
  private static final FeatureSink.Kind KNOWN_BEHIND = FeatureSink.Kind.of("kk1=");
  private static final FeatureSink.Kind KNOWN_WORD = FeatureSink.Kind.of("kw=");

  private static final int LONGEST_WORD = 4;
  private static final int LONGEST_SOUND = 6;
  private static final int SOUNDS_BEHIND = 3;

  private final HanWords words;
  private final KnownMarks known;
  private final byte[] sounds;

  HanFeatures(HanWords words, List<NameMatch> known) {
    this.words = words;
    this.known = KnownMarks.ofCharacters(words.length(), known);
    this.sounds = sounds(words);
  }

  private static FeatureSink.Kind[] kinds(String name) {
    FeatureSink.Kind[] kinds = new FeatureSink.Kind[HanRoles.KINDS];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = FeatureSink.Kind.of(name + i + "=");
    }
    return kinds;
  }

  /// How many characters in a row, up to this one, write sounds.
  private static byte[] sounds(HanWords words) {
    byte[] sounds = new byte[words.length()];
    for (int i = 0; i < sounds.length; i++) {
      int before = i == 0 ? 0 : sounds[i - 1];
      sounds[i] = HanRoles.isSound(words.at(i)) ? (byte) Math.min(LONGEST_SOUND, before + 1) : 0;
    }
    return sounds;
  }

  @Override
  public void at(int i, FeatureSink sink) {
    addCharacters(i, sink);
    addSounds(i, sink);
    addWords(i, sink);
    addRoles(i, sink);
    addKnown(i, sink);
  }

  private void addCharacters(int i, FeatureSink sink) {
    char before2 = words.at(i - 2);
    char before = words.at(i - 1);
    char here = words.at(i);
    char behind = words.at(i + 1);
    char behind2 = words.at(i + 2);
    sink.start(C).put(here).end();
    sink.start(C_1).put(before).end();
    sink.start(C_2).put(before2).end();
    sink.start(C1).put(behind).end();
    sink.start(C2).put(behind2).end();
    sink.start(B_2).put(before2).put(before).end();
    sink.start(B_1).put(before).put(here).end();
    sink.start(B).put(here).put(behind).end();
    sink.start(B1).put(behind).put(behind2).end();
    sink.start(BESIDE).put(before).put(behind).end();
    sink.start(T).put(before).put(here).put(behind).end();
    sink.start(T1).put(here).put(behind).put(behind2).end();
  }

  private void addSounds(int i, FeatureSink sink) {
    char role = HanRoles.ofCharacter(words.at(i));
    char behind = HanRoles.ofCharacter(words.at(i + 1));
    sink.start(ROLE).put(role).end();
    sink.start(ROLES).put(HanRoles.ofCharacter(words.at(i - 1))).put(role).put(behind).end();
    sink.start(ROLES1).put(role).put(behind).put(HanRoles.ofCharacter(words.at(i + 2))).end();
    sink.start(SOUND).put((char) ('0' + sounds[i])).put(sound(i + 1)).end();
    sink.start(SOUNDS);
    for (int at = i - 1; at <= i + SOUNDS_BEHIND; at++) {
      sink.put(sound(at));
    }
    sink.end();
  }

  private char sound(int i) {
    return i < 0 || i >= sounds.length ? '.' : sounds[i] > 0 ? '1' : '0';
  }

  private void addWords(int i, FeatureSink sink) {
    int start = words.start(i);
    int end = words.end(i);
    char first = first(i);
    char last = last(i);
    char length = (char) ('0' + Math.min(LONGEST_WORD, end - start));
    char nature = words.nature(i);
    char before = words.nature(start - 1);
    char behind = words.nature(end);
    char before2 = start == 0 ? '^' : words.nature(words.start(start - 1) - 1);
    char behind2 = end == words.length() ? '^' : words.nature(words.end(end));
    words.put(i, sink.start(WORD)).put(first).put(last).end();
    sink.start(PLACE).put(first).put(last).put(length).put(nature).end();
    words.put(start - 1, sink.start(WORD_BEFORE)).put(first).end();
    words.put(end, sink.start(WORD_BEHIND)).put(last).end();
    sink.start(NATURE_BEFORE).put(before).put(first).put(last).put(length).put(nature).end();
    sink.start(NATURE_BEHIND).put(nature).put(first).put(last).put(length).put(behind).end();
    sink.start(NATURES).put(before).put(nature).put(behind).put(first).put(last).end();
    sink.start(NATURES_BEFORE).put(before2).put(before).put(nature).put(first).end();
    sink.start(NATURES_BEHIND).put(nature).put(behind).put(behind2).put(last).end();
  }

  /// Whether the place begins its word.
  private char first(int i) {
    return i == words.start(i) ? 'B' : 'M';
  }

  private char last(int i) {
    return i == words.end(i) - 1 ? 'E' : 'M';
  }

  private void addRoles(int i, FeatureSink sink) {
    char first = first(i);
    char last = last(i);
    char[] here = words.roles(i);
    char[] before = words.roles(words.start(i) - 1);
    char[] behind = words.roles(words.end(i));
    for (int kind = 0; kind < HanRoles.KINDS; kind++) {
      sink.start(ROLE_HERE[kind]).put(here[kind]).put(first).put(last).end();
      sink.start(ROLE_BEFORE[kind]).put(before[kind]).put(first).put(here[kind]).end();
      sink.start(ROLE_BEHIND[kind]).put(here[kind]).put(last).put(behind[kind]).end();
    }
  }

  private void addKnown(int i, FeatureSink sink) {
    known.put(i, sink.start(KNOWN));
    sink.end();
    known.put(i - 1, sink.start(KNOWN_BEFORE));
    known.put(i, sink);
    sink.end();
    known.put(i, sink.start(KNOWN_BEHIND));
    known.put(i + 1, sink);
    sink.end();
    known.put(i, sink.start(KNOWN_WORD));
    sink.put(words.nature(i)).put(first(i)).put(last(i)).end();
  }
}
