/// A command that finds its data folder in the hands of a running server is run by that server.
///
/// One process writes to a data folder. A command that would write beside it sends its words over a
/// socket in the data folder to the [Handover][dev.assay.app.handover.Handover] of the server,
/// which runs the very same command on the desk that it has open; what the command prints, asks of
/// its standard input and ends with travels back as [Frame][dev.assay.app.handover.Frame]s. Start
/// with `Handover`; the other end is `Guest`. The socket is a file that only its user may open: who
/// can connect could have written to the folder anyway.
@NullMarked
package dev.assay.app.handover;

import org.jspecify.annotations.NullMarked;
