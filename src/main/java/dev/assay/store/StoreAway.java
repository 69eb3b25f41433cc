package dev.assay.store;

/// The store cannot be asked for now: it is not reached, being restarted, or busy. What was asked
/// may be asked again in a moment.
public final class StoreAway extends StoreException {

  private static final long serialVersionUID = 1;

  public StoreAway(String message, Throwable cause) {
    super(message, cause);
  }
}
