package mlpexplorer.ui.network;

import java.util.Arrays;
import java.util.Optional;

/// The pictures of all units that are shown, and of one of them large. Goes back and forth between the sampler's thread and
/// the FX thread, owned by one of them at a time.
final class UnitPicture {
    /// Edge of the large picture.
    static final int LARGE = 192;

    private int[][] tiles = new int[0][];
    private int[] firsts = new int[0];
    private final int[] large = new int[LARGE * LARGE];
    private int[] lines = new int[0];
    private float low;
    private float high;
    private Optional<UnitRequest> request = Optional.empty();

    /// Makes room for what `request` wants (modifies this).
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

    /// What this shows; there is something once a sampler has painted it.
    UnitRequest request() {
        return request.orElseThrow();
    }

    /// Opaque colours of a unit's picture, row after row, `pixels`² of them.
    int[] tile(int column, int index) {
        return tiles[firsts[column] + index];
    }

    /// All of [#tile], column by column.
    int[][] tiles() {
        return tiles;
    }

    /// Premultiplied colours of the weights' lines.
    int[] lines() {
        return lines;
    }

    int number(Target.Unit unit) {
        return firsts[unit.column()] + unit.index();
    }

    /// Opaque colours of the picture of the unit in focus, [#LARGE]² of them.
    int[] large() {
        return large;
    }

    /// Least and largest value of the unit in focus.
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
