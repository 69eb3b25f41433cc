package dev.assay.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Limits of requests.
///
/// @param timeout from a request to the last byte of its answer
/// @param maxBytes of a body after it was decompressed, after which the request is given up
/// @param maxRedirects followed before it is given up
/// @param privateAddresses whether loopback and private networks may be asked
/// @param gap between two requests to one registrable domain; a longer `Crawl-delay` goes before it
/// @param contact an address of the web or of mail where the owner of a site learns who asks
/// @param neighbours `HOST:PORT` of programs of the user's own that may be asked though private
///   addresses may not
/// @param proxies by the names that sources call them by; `http` or `socks5`
public record FetchSettings(
    Duration timeout,
    int maxBytes,
    int maxRedirects,
    PrivateAddresses privateAddresses,
    Duration gap,
    String contact,
    Set<String> neighbours,
    Map<String, URI> proxies) {

  /// Whether addresses that only this network reaches may be asked.
  public enum PrivateAddresses {
    REFUSED,
    ALLOWED
  }

  public static final FetchSettings DEFAULTS =
      new FetchSettings(
          Duration.ofSeconds(30),
          20_000_000,
          5,
          PrivateAddresses.REFUSED,
          Duration.ofSeconds(2),
          "self-hosted research desk");

  /// Without neighbours and proxies.
  public FetchSettings(
      Duration timeout,
      int maxBytes,
      int maxRedirects,
      PrivateAddresses privateAddresses,
      Duration gap,
      String contact) {
    this(timeout, maxBytes, maxRedirects, privateAddresses, gap, contact, Set.of(), Map.of());
  }

  public FetchSettings {
    neighbours = Set.copyOf(neighbours);
    proxies = Map.copyOf(proxies);
    if (!contact.chars().allMatch(c -> c >= ' ' && c < 127 && c != '(' && c != ')')) {
      throw new IllegalArgumentException(
          "the contact goes into a header: plain ASCII without brackets, got " + contact);
    }
  }

  /// The same limits, for a network of one's own.
  public FetchSettings with(PrivateAddresses other) {
    return new FetchSettings(
        timeout, maxBytes, maxRedirects, other, gap, contact, neighbours, proxies);
  }

  /// The same limits, with a contact.
  public FetchSettings withContact(String other) {
    return new FetchSettings(
        timeout, maxBytes, maxRedirects, privateAddresses, gap, other, neighbours, proxies);
  }

  /// The same limits, with programs of the user's own.
  public FetchSettings with(Set<String> otherNeighbours, Map<String, URI> otherProxies) {
    return new FetchSettings(
        timeout,
        maxBytes,
        maxRedirects,
        privateAddresses,
        gap,
        contact,
        otherNeighbours,
        otherProxies);
  }

  /// The same limits, with further programs of the user's own.
  public FetchSettings meeting(Set<String> places) {
    Set<String> all = new HashSet<>(neighbours);
    all.addAll(places);
    return with(all, proxies);
  }

  /// Whether an address is that of a program of the user's own.
  boolean isNeighbour(URI address) {
    int port =
        address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    return neighbours.contains(address.getHost() + ":" + port);
  }

  /// What every request says of who asks.
  String userAgent() {
    return "Assay/0.1 (+%s)".formatted(contact);
  }
}
