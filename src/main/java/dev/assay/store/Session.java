package dev.assay.store;

import dev.assay.store.source.DomainPauseTable;
import dev.assay.store.source.MailboxTable;
import dev.assay.store.source.PushTable;
import dev.assay.store.source.RecheckTable;
import dev.assay.store.source.SitemapPartTable;
import dev.assay.store.source.SourceEntryTable;
import dev.assay.store.source.SourceTable;
import dev.assay.store.source.SourceWeekTable;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One transaction on the store. Used by one thread, and not after the work it was given to.
public final class Session {

  private final Handle handle;
  private final Optional<Instant> asOf;

  /// Made by a store, for one transaction.
  public Session(Handle handle) {
    this(handle, Optional.empty());
  }

  /// @param asOf the moment as of which the store is seen; empty for the present
  Session(Handle handle, Optional<Instant> asOf) {
    this.handle = handle;
    this.asOf = asOf;
  }

  /// The moment as of which the store is seen; empty for the present.
  public Optional<Instant> asOf() {
    return asOf;
  }

  public ArticleTable articles() {
    return new ArticleTable(handle);
  }

  public RawDocumentTable rawDocuments() {
    return new RawDocumentTable(handle);
  }

  public OutcomeTable outcomes() {
    return new OutcomeTable(handle);
  }

  public FailureTable failures() {
    return new FailureTable(handle);
  }

  public TagTable tags() {
    return new TagTable(handle);
  }

  public NameLinkTable nameLinks() {
    return new NameLinkTable(handle);
  }

  public FingerprintTable fingerprints() {
    return new FingerprintTable(handle);
  }

  public CopyPairTable copyPairs() {
    return new CopyPairTable(handle);
  }

  public HandFoldTable handFolds() {
    return HandFoldTable.ofTexts(handle);
  }

  public HandFoldTable handEvents() {
    return HandFoldTable.ofEvents(handle);
  }

  public EditTable edits() {
    return new EditTable(handle);
  }

  public OriginTable origins() {
    return new OriginTable(handle);
  }

  public UnsettledTable unsettled() {
    return new UnsettledTable(handle);
  }

  public ClaimTable claims() {
    return new ClaimTable(handle);
  }

  public LabelTable labels() {
    return new LabelTable(handle);
  }

  public CorrectionTable corrections() {
    return new CorrectionTable(handle);
  }

  public NameTable names() {
    return new NameTable(handle);
  }

  public SourceTable sources() {
    return new SourceTable(handle);
  }

  public SourceEntryTable sourceEntries() {
    return new SourceEntryTable(handle);
  }

  public SourceWeekTable sourceWeeks() {
    return new SourceWeekTable(handle);
  }

  public MailboxTable mailboxes() {
    return new MailboxTable(handle);
  }

  public SitemapPartTable sitemapParts() {
    return new SitemapPartTable(handle);
  }

  public PushTable pushes() {
    return new PushTable(handle);
  }

  public DomainPauseTable domainPauses() {
    return new DomainPauseTable(handle);
  }

  public RecheckTable rechecks() {
    return new RecheckTable(handle);
  }

  public HappeningTable happenings() {
    return new HappeningTable(handle);
  }

  /// For the `...Table` classes that stand beside their feature.
  public Handle handle() {
    return handle;
  }
}
