/// `main`, and the wiring of everything by constructors.
///
/// [Main][dev.assay.app.Main] hands the command line what it needs;
/// [OpenDesk][dev.assay.app.OpenDesk] opens a data folder and builds the features on it;
/// [Server][dev.assay.app.Server] puts pages and API behind one port. Nothing is decided here.
@NullMarked
package dev.assay.app;

import org.jspecify.annotations.NullMarked;
