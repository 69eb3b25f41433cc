/// Face: the tools by which assistants read the desk (Model Context Protocol).
///
/// [McpServers][dev.assay.mcp.McpServers] speaks the protocol, over HTTP at `/mcp` and over
/// standard streams; [Toolbox][dev.assay.mcp.Toolbox] has the tools. An answer is the API's JSON,
/// with citations and verdicts as data, cut to what an assistant can take in
/// ([Bounded][dev.assay.mcp.Bounded]). No state is kept between two calls, and no tool takes a
/// path.
@NullMarked
package dev.assay.mcp;

import org.jspecify.annotations.NullMarked;
