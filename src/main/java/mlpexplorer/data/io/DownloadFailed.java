package mlpexplorer.data.io;

import java.io.IOException;

/// A download that did not come to its end. The message is one sentence for the user: what failed, why, and what to do.
public final class DownloadFailed extends IOException {
    private static final long serialVersionUID = 1;

    DownloadFailed(String sentence) {
        super(sentence);
    }

    DownloadFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
