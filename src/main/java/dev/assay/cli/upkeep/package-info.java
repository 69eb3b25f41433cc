/// Commands that look after a data folder, its people and its program: backup and restore, reindex,
/// verify, doctor, report, accounts and their audit. What reads and what takes in stands in `cli`.
@NullMarked
package dev.assay.cli.upkeep;

import org.jspecify.annotations.NullMarked;
