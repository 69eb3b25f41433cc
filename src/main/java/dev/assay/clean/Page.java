package dev.assay.clean;

import java.util.List;

/// A page after its one walk: blocks in reading order, the regions above them (parents first), and
/// what was met on the way.
record Page(List<Block> blocks, List<Region> regions, Signals signals) {}
