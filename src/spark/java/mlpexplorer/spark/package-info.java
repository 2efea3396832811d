/// Sweeps on Apache Spark.
///
/// **Owns:** the program that `spark-submit` starts, and what its executors run. Built by the
/// profile `spark` only.
///
/// **Depends on:** everything; nothing depends on it.
///
/// **Thread:** the driver's thread; executors train each run on a thread of Spark.
///
/// **Decisions:** Each run is a task, so a lost executor costs only its runs. Tasks and results are
/// bytes in a format of our own, so that an executor with another version is recognized.
@NullMarked
package mlpexplorer.spark;

import org.jspecify.annotations.NullMarked;
