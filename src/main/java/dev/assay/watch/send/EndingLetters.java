package dev.assay.watch.send;

import dev.assay.fetch.mail.LetterBox;
import dev.assay.watch.Rules;
import dev.assay.watch.WatchSettings;
import java.util.Locale;
import java.util.Optional;

/// Takes the letters that end an alert at a place (RFC 2369): they come to an address of the desk's
/// own with the word in it that ends just that. What they say is not read. Safe for use by many
/// threads.
public final class EndingLetters implements LetterBox.Addressees {

  private final Rules rules;
  private final WatchSettings settings;

  public EndingLetters(Rules rules, WatchSettings settings) {
    this.rules = rules;
    this.settings = settings;
  }

  @Override
  public Optional<LetterBox.Addressee> at(String address) {
    String asked = local(address);
    int plus = asked.indexOf('+');
    String token = asked.substring(plus + 1);
    boolean ours =
        plus > 0
            && !settings.stop().isEmpty()
            && asked.substring(0, plus).equals(local(settings.stop()));
    return ours && rules.ending(token).isPresent()
        ? Optional.of(_ -> rules.end(token))
        : Optional.empty();
  }

  /// The address to which a letter is sent that ends what a token ends; empty if none is taken.
  static Optional<String> address(WatchSettings settings, String token) {
    int at = settings.stop().indexOf('@');
    return at < 1
        ? Optional.empty()
        : Optional.of(
            settings.stop().substring(0, at) + "+" + token + settings.stop().substring(at));
  }

  private static String local(String address) {
    return address.replaceFirst("@.*$", "").toLowerCase(Locale.ROOT);
  }
}
