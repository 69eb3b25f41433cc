package dev.assay.access.guard;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names by which this server may be asked.
///
/// A site can point its own name at this machine, and a browser then takes its pages and ours for
/// one site ("DNS rebinding"). The request still asks for that site's name, which is none of ours.
/// An address in digits cannot be pointed anywhere, so a server that listens to a network answers
/// to all of them.
///
/// @param names in small letters, without port
/// @param digits whether any address in digits will do
public record AllowedHosts(Set<String> names, boolean digits) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public AllowedHosts {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// Those of a server.
  ///
  /// @param listening the address that it listens on
  /// @param names further ones that it goes by, such as that of a proxy before it
  public static AllowedHosts of(String listening, Collection<String> names) {
    Stream<String> all =
        Stream.of(names, THIS_MACHINE, Set.of(listening)).flatMap(Collection::stream);
    return new AllowedHosts(all.collect(Collectors.toSet()), !isThisMachine(listening));
  }

  /// Whether an address is reached from this machine only.
  public static boolean isThisMachine(String listening) {
    return THIS_MACHINE.contains(listening) || listening.equals("::1");
  }

  /// Whether a request with this header `Host` is for us.
  boolean holds(@Nullable String header) {
    String name = header == null ? null : name(header);
    return name != null && (names.contains(name) || digits && isDigits(name));
  }

  private static @Nullable String name(String header) {
    try {
      String name = URI.create("http://" + header).getHost();
      return name == null ? null : name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isDigits(String name) {
    return name.startsWith("[") || name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
  }
}
