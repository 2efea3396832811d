package mlpexplorer.ui.network;

import java.util.Arrays;
import java.util.Optional;

/// The pictures of all displayed units, and of one of them enlarged. Passed between the sampler's
/// thread and the FX thread, owned by one of them at a time.
final class UnitPicture {
    /// The edge of the enlarged picture.
    static final int LARGE = 192;

    private int[][] tiles = new int[0][];
    private int[] firsts = new int[0];
    private final int[] large = new int[LARGE * LARGE];
    private int[] lines = new int[0];
    private float low;
    private float high;
    private Optional<UnitRequest> request = Optional.empty();

    /// Allocates space for `request` (modifies this).
    void reshape(UnitRequest request) {
        this.request = Optional.of(request);
        DiagramLayout layout = request.layout();
        int count = 0;
        firsts = new int[layout.columns()];
        for (int column = 0; column < firsts.length; column++) {
            firsts[column] = count;
            count += layout.shown(column);
        }
        int area = request.width() * request.height();
        lines = lines.length == area ? lines : new int[area];
        Arrays.fill(lines, 0);
        int size = request.pixels() * request.pixels();
        if (tiles.length != count || (count > 0 && tiles[0].length != size)) {
            tiles = new int[count][size];
        }
    }

    /// The painted request; empty before the first.
    UnitRequest request() {
        return request.orElseThrow();
    }

    /// Opaque colors of a unit's picture, row-major, `pixels`² of them.
    int[] tile(int column, int index) {
        return tiles[firsts[column] + index];
    }

    /// All of [#tile], column by column.
    int[][] tiles() {
        return tiles;
    }

    /// Premultiplied colors of the weight lines.
    int[] lines() {
        return lines;
    }

    int number(DiagramElement.Unit unit) {
        return firsts[unit.column()] + unit.index();
    }

    /// Opaque colors of the highlighted unit's picture, [#LARGE]² of them.
    int[] large() {
        return large;
    }

    /// The smallest and largest value of the highlighted unit.
    void range(float low, float high) {
        this.low = low;
        this.high = high;
    }

    float low() {
        return low;
    }

    float high() {
        return high;
    }
}
