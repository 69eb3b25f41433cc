package dev.assay.source.mail;

/// How far a mailbox was read.
///
/// @param validity when it changes, the mailbox gave its mails new numbers (RFC 9051)
/// @param uid of the last mail that was brought
public record MailboxPlace(long validity, long uid) {

  /// Of a mailbox that was never asked.
  public static final MailboxPlace START = new MailboxPlace(0, 0);
}
