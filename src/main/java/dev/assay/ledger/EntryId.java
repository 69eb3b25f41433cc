package dev.assay.ledger;

/// The name of a ledger entry in links: computed from what the entry is about.
public record EntryId(String value) implements Comparable<EntryId> {

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
