package dev.assay.fetch.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// Takes mail for addresses of our own over SMTP. A mail for anybody else is refused; nothing is
/// ever sent on. What was taken is taken in before its sender hears of it.
public final class LetterBox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

  private static final int MOST_BYTES = 25_000_000;
  private static final int MOST_CONNECTIONS = 20;
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int NO_SUCH_ADDRESS = 550;
  private static final int TRY_AGAIN = 451;

  private final SMTPServer server;

  private LetterBox(SMTPServer server) {
    this.server = server;
  }

  /// Who gets what comes.
  public interface Addressees {

    /// Whoever has this address; empty if nobody has.
    Optional<Addressee> at(String address);
  }

  /// Who gets what comes to one address.
  public interface Addressee {

    /// Takes a mail in; what is thrown makes its sender try again.
    void take(byte[] mail);
  }

  /// Begins to listen.
  ///
  /// @param port 0 for any free one
  /// @throws IOException if the port cannot be used
  public static LetterBox open(InetAddress host, int port, Addressees addressees)
      throws IOException {
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(host)
            .hostName("assay")
            .softwareName("Assay")
            .insertReceivedHeaders(false)
            .maxConnections(MOST_CONNECTIONS)
            .maxRecipients(10)
            .maxMessageSize(MOST_BYTES)
            .connectionTimeoutMs(TIMEOUT_MILLIS)
            .messageHandlerFactory(_ -> new Taking(addressees))
            .build();
    try {
      server.start();
    } catch (RuntimeException e) {
      throw new IOException("port %d cannot be listened at for mail".formatted(port), e);
    }
    return new LetterBox(server);
  }

  public int port() {
    return server.getPortAllocated();
  }

  /// One mail that is being sent.
  private static final class Taking implements MessageHandler {
    private final Addressees addressees;
    private final List<Addressee> named = new ArrayList<>();

    Taking(Addressees addressees) {
      this.addressees = addressees;
    }

    @Override
    public void from(String from) {
      named.clear(); // anybody may write
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      named.add(
          addressees
              .at(recipient)
              .orElseThrow(() -> new RejectException(NO_SUCH_ADDRESS, "no such address here")));
    }

    @Override
    public String data(InputStream in) throws RejectException, IOException {
      byte[] mail = in.readNBytes(MOST_BYTES + 1);
      if (mail.length > MOST_BYTES) {
        throw new RejectException(552, "the mail is too large");
      }
      try {
        named.forEach(one -> one.take(mail));
      } catch (RuntimeException e) {
        LOG.error("a mail could not be taken in; its sender tries again", e);
        throw new RejectException(TRY_AGAIN, "try again later");
      }
      return "250 taken in";
    }

    @Override
    public void done() {
      named.clear();
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
