/// The supply chain of a pack: who makes how much at which stage, what was agreed and controlled,
/// and what a cut would come to.
///
/// [SupplyChains][dev.assay.topic.chain.SupplyChains] reads a chain out of the ledger and the
/// timeline: every number is a figure of an article, every fact a sentence of one.
/// [Cut][dev.assay.topic.chain.Cut] is the arithmetic of a country that fails. Which stages there
/// are stands in a table (`lexicon/chains/`); what no source says is said to be missing.
@NullMarked
package dev.assay.topic.chain;

import org.jspecify.annotations.NullMarked;
