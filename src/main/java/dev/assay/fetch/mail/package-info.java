/// Mail as it comes: asked for, or sent to us.
///
/// [Mailboxes][dev.assay.fetch.mail.Mailboxes] asks a mailbox over IMAP for what is new and changes
/// nothing there; it connects only where `fetch` may. [LetterBox][dev.assay.fetch.mail.LetterBox]
/// takes mail for addresses of our own over SMTP and sends nothing on. What a mail says is for
/// `source.mail`.
@NullMarked
package dev.assay.fetch.mail;

import org.jspecify.annotations.NullMarked;
