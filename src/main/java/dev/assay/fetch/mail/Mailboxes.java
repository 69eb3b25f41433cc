package dev.assay.fetch.mail;

import dev.assay.fetch.Failure;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.PlainSockets;
import dev.assay.fetch.Secrets;
import dev.assay.source.mail.MailboxPlace;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/// Asks mailboxes over IMAP for what is new. Nothing is deleted, moved or marked there. Safe for
/// use by many threads.
public final class Mailboxes {

  /// Larger mails are passed over, with their size told.
  private static final int MOST_BYTES = 25_000_000;

  /// IMAP allows a server to hang up after half an hour (RFC 2177).
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(25);

  private final FetchSettings settings;
  private final Secrets secrets;

  public Mailboxes(FetchSettings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /// One mail, byte for byte.
  ///
  /// @param bytes empty if it is too large
  public record Mail(long uid, byte[] bytes, String refusal) {}

  /// What asking a mailbox came to.
  public sealed interface Bringing {

    /// What came.
    ///
    /// @param more whether there are more than were wanted at once
    record Brought(List<Mail> mails, MailboxPlace place, boolean more) implements Bringing {
      public Brought {
        mails = List.copyOf(mails);
      }
    }

    record Failed(Failure failure, String reason) implements Bringing {}
  }

  /// Brings the mails that came after `known`, the oldest first.
  ///
  /// @param address such as `imaps://mail.example.org/INBOX`
  /// @param most at once
  /// @param first how many of the last ones are brought if it was never asked
  public Bringing bring(URI address, MailboxPlace known, int most, int first) {
    return with(address, folder -> brought(folder, known, most, first));
  }

  /// Waits until a mail comes, or for as long as a server lets one wait.
  ///
  /// @return whether it could wait: not every server knows how
  public boolean await(URI address) {
    return with(
            address,
            folder -> {
              Thread renewal =
                  Thread.startVirtualThread(() -> wake(folder)); // ends the wait in time
              try {
                folder.idle(true);
                return new Bringing.Brought(List.of(), MailboxPlace.START, true);
              } finally {
                renewal.interrupt();
              }
            })
        instanceof Bringing.Brought;
  }

  private static void wake(IMAPFolder folder) {
    try {
      Thread.sleep(LONGEST_IDLE);
      folder.getMessageCount(); // any question ends the wait
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MessagingException e) {
      return; // it ended by itself
    }
  }

  private interface Work {
    Bringing on(IMAPFolder folder) throws MessagingException, IOException;
  }

  private Bringing with(URI address, Work work) {
    Optional<Secrets.Login> login = secrets.login(address);
    if (login.isEmpty()) {
      return new Bringing.Failed(
          Failure.HARD,
          "There is no password for it: add a line \"%s login NAME:PASSWORD\" to sources.secrets."
              .formatted(address));
    }
    String protocol = address.getScheme();
    try (Store store = Session.getInstance(properties(address)).getStore(protocol)) {
      store.connect(
          address.getHost(), address.getPort(), login.get().name(), login.get().password());
      Folder folder = store.getFolder(folderOf(address));
      folder.open(Folder.READ_ONLY);
      try {
        return work.on((IMAPFolder) folder);
      } finally {
        folder.close(false);
      }
    } catch (AuthenticationFailedException e) {
      return new Bringing.Failed(
          Failure.HARD, "The mailbox does not take the name and password: %s".formatted(plain(e)));
    } catch (FolderNotFoundException e) {
      return new Bringing.Failed(
          Failure.HARD, "The mailbox has no folder %s.".formatted(folderOf(address)));
    } catch (MessagingException | IOException e) {
      return new Bringing.Failed(
          Failure.NO_ANSWER, "The mailbox does not answer: %s".formatted(plain(e)));
    }
  }

  private static String folderOf(URI address) {
    String path = address.getPath() == null ? "" : address.getPath().replaceFirst("^/", "");
    return path.isEmpty() ? "INBOX" : path;
  }

  /// Connects only to an address that may be asked; without encryption only to a program of this
  /// machine.
  private Properties properties(URI address) {
    String prefix = "mail." + address.getScheme() + ".";
    String millis = Long.toString(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put(prefix + "connectiontimeout", millis);
    properties.put(prefix + "timeout", millis);
    properties.put(prefix + "writetimeout", millis);
    properties.put(prefix + "partialfetch", "false");
    properties.put(prefix + "peek", "true");
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "socketFactory", PlainSockets.checked(settings));
    properties.put(prefix + "socketFactory.fallback", "false"); // else it goes around the check
    if (address.getScheme().equals("imap")) {
      boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
      properties.put(prefix + "starttls.enable", "true");
      properties.put(prefix + "starttls.required", here ? "false" : "true");
    }
    return properties;
  }

  private static Bringing brought(IMAPFolder folder, MailboxPlace known, int most, int first)
      throws MessagingException, IOException {
    long validity = folder.getUIDValidity();
    List<Message> news = new ArrayList<>();
    if (known.validity() == validity) {
      for (Message message : folder.getMessagesByUID(known.uid() + 1, UIDFolder.LASTUID)) {
        if (folder.getUID(message) > known.uid()) { // a range that is empty gives the last one
          news.add(message);
        }
      }
    } else { // the first time, or the mailbox numbered anew: what is known is told by its id
      int count = folder.getMessageCount();
      int from = Math.max(1, count - first + 1);
      news.addAll(count == 0 ? List.of() : Arrays.asList(folder.getMessages(from, count)));
    }
    List<Mail> mails = new ArrayList<>();
    for (Message message : news.subList(0, Math.min(most, news.size()))) {
      mails.add(mail(folder, (IMAPMessage) message));
    }
    long last =
        mails.isEmpty()
            ? known.validity() == validity ? known.uid() : Math.max(0, folder.getUIDNext() - 1)
            : mails.getLast().uid();
    return new Bringing.Brought(
        mails, new MailboxPlace(validity, last), news.size() > mails.size());
  }

  private static Mail mail(IMAPFolder folder, IMAPMessage message)
      throws MessagingException, IOException {
    long uid = folder.getUID(message);
    if (message.getSize() > MOST_BYTES) {
      return new Mail(uid, new byte[0], "The mail is larger than %,d bytes.".formatted(MOST_BYTES));
    }
    message.setPeek(true); // it stays unread
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(0, message.getSize()));
    message.writeTo(bytes);
    return new Mail(uid, bytes.toByteArray(), "");
  }

  private static String plain(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return message.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
