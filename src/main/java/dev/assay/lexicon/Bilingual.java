package dev.assay.lexicon;

import java.util.List;

/// Words of Chinese and English for one another, from a dictionary that the user added. Safe for
/// use by many threads.
public interface Bilingual {

  /// What a Chinese word, in simplified characters, is called in English, the most usual first;
  /// empty if the dictionary does not have it.
  List<String> inEnglish(String word);

  /// What English words are called in Chinese, in simplified characters, the most usual first;
  /// empty if the dictionary does not have them.
  List<String> inChinese(String words);
}
