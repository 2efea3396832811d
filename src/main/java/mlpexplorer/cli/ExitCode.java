package mlpexplorer.cli;

/// The exit codes, which scripts rely on.
final class ExitCode {
    static final int DONE = 0;

    /// The run diverged or failed, or a check found an error.
    static final int FAILED = 1;

    static final int USAGE = 2;
    static final int BAD_INPUT = 3;

    private ExitCode() {}
}
