/// The store of a desk that outgrew one machine: a PostgreSQL database, 16 or newer, which any
/// number of processes use beside each other.
///
/// [PostgresStore][dev.assay.store.postgres.PostgresStore] opens it at a
/// [PostgresAddress][dev.assay.store.postgres.PostgresAddress]. Settings, packs and all else that a
/// person puts into a data folder stay in the folder of each machine.
@NullMarked
package dev.assay.store.postgres;

import org.jspecify.annotations.NullMarked;
