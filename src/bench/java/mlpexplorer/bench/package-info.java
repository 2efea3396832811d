/// Measures the workloads of `performance.md`: JMH for the engine, a driven window for the
/// interface, and the report that sets both beside the targets and the peers.
@NullMarked
package mlpexplorer.bench;

import org.jspecify.annotations.NullMarked;
