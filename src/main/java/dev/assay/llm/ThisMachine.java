package dev.assay.llm;

import java.util.regex.Pattern;

/// Whether a host is this machine by how it is written: nothing is looked up, so that a name that
/// leads here today and elsewhere tomorrow is never taken for it.
final class ThisMachine {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(?:\\.\\d{1,3}){3}");

  private ThisMachine() {}

  static boolean is(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
