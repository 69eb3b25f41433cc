package dev.assay.fetch;

import dev.assay.article.CanonicalAddress;
import dev.assay.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What sources ask of those who may read them: a line for each, an address, what it is, and the
/// secret itself. It is sent on behalf of sources of the address's own domain, to addresses that
/// begin so, and to no others.
///
/// | kind | value |
/// | --- | --- |
/// | `cookie` | `name=value; other=value` |
/// | `basic` | `NAME:PASSWORD` |
/// | `bearer` | a token |
/// | `login` | `NAME:PASSWORD` of a mailbox; its address begins with `imaps://` or `imap://` |
public final class Secrets {

  public static final Secrets NONE = new Secrets(List.of());

  private final List<Line> lines;

  private Secrets(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  private record Line(URI address, String kind, String value) {
    @Override
    public String toString() {
      return kind + " of " + address;
    }
  }

  /// Name and password of a mailbox.
  public record Login(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// Reads the lines of a file; `#` begins a remark.
  ///
  /// @throws IllegalArgumentException if a line cannot be read, with its number and never its
  ///   secret
  public static Secrets parse(List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(line(line, i + 1));
      }
    }
    return new Secrets(lines);
  }

  private static Line line(String text, int number) {
    String[] parts = text.split("\\s+", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException(
          "line %d must be an address, a kind (cookie, basic, bearer, login) and the secret"
              .formatted(number));
    }
    Line line = new Line(address(parts[0], number), parts[1], parts[2]);
    boolean mail = line.address().getScheme().startsWith("imap");
    boolean known =
        switch (line.kind()) {
          case "cookie", "basic", "bearer" -> !mail;
          case "login" -> mail;
          default -> false;
        };
    if (!known) {
      throw new IllegalArgumentException(
          "line %d: %s is not for such an address; known are cookie, basic and bearer, and login for mailboxes"
              .formatted(number, line.kind()));
    }
    return checked(line, number);
  }

  private static Line checked(Line line, int number) {
    if (line.kind().equals("login")) {
      if (line.value().indexOf(':') < 1) {
        throw new IllegalArgumentException("line %d must be NAME:PASSWORD".formatted(number));
      }
      return line;
    }
    if (line.address().getScheme().equals("http") && !isThisMachine(line.address())) {
      throw new IllegalArgumentException(
          "line %d would go over the network unencrypted: the address must be https"
              .formatted(number));
    }
    credential(line);
    return line;
  }

  private static URI address(String text, int number) {
    try {
      URI address =
          text.startsWith("imap") ? URI.create(text) : CanonicalAddress.of(text).orElseThrow();
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException | NoSuchElementException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "line %d must begin with an address: https://, imaps:// or imap://".formatted(number));
  }

  private static boolean isThisMachine(URI address) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }

  /// What is sent with requests for a source.
  public List<Credential> of(Source source) {
    return CanonicalAddress.of(source.address()).map(this::of).orElse(List.of());
  }

  /// What is sent with requests for a source of this address.
  public List<Credential> of(URI source) {
    return lines.stream()
        .filter(line -> !line.kind().equals("login"))
        .filter(line -> Turns.nameOf(line.address()).equals(Turns.nameOf(source)))
        .map(Secrets::credential)
        .toList();
  }

  private static Credential credential(Line line) {
    return switch (line.kind()) {
      case "cookie" -> Credential.cookie(line.address(), line.value());
      case "basic" -> Credential.basic(line.address(), line.value());
      case String _ -> Credential.bearer(line.address(), line.value());
    };
  }

  /// Who one is to a mailbox.
  public Optional<Login> login(URI mailbox) {
    return lines.stream()
        .filter(line -> line.kind().equals("login"))
        .filter(
            line ->
                line.address().getHost().equalsIgnoreCase(mailbox.getHost())
                    && mailbox.toString().startsWith(line.address().toString()))
        .map(line -> line.value().split(":", 2))
        .map(parts -> new Login(parts[0], parts[1]))
        .findFirst();
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
