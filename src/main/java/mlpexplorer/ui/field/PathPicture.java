package mlpexplorer.ui.field;

import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.WeightPlane;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Square pictures of a path that grows epoch by epoch on a [Landscape], for animations. Owned by
/// one thread.
public final class PathPicture {
    private static final int CONTOUR_ALPHA = 140;
    private static final int DOT = 9;

    private final Landscape landscape;
    private final int side;
    private final BufferedImage ground;
    private final List<WeightPlane.Place> places = new ArrayList<>();

    /// @param side edge in pixels
    public PathPicture(Landscape landscape, int side) {
        this.landscape = landscape;
        this.side = side;
        ground = ground();
    }

    private BufferedImage ground() {
        BufferedImage colors =
                new BufferedImage(Landscape.PIXELS, Landscape.PIXELS, BufferedImage.TYPE_INT_ARGB);
        colors.setRGB(
                0, 0, Landscape.PIXELS, Landscape.PIXELS, landscape.argb(), 0, Landscape.PIXELS);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.drawImage(colors, 0, 0, side, side, null);
        Color line = landscape.request().theme().isDark() ? Color.WHITE : Color.BLACK;
        graphics.setColor(new Color(line.getRed(), line.getGreen(), line.getBlue(), CONTOUR_ALPHA));
        graphics.setStroke(new BasicStroke(0.8f));
        for (Landscape.Level level : landscape.levels()) {
            Contour contour = level.contour();
            for (int one = 0; one < contour.lines(); one++) {
                Path2D path = new Path2D.Double();
                for (int point = contour.start(one); point < contour.end(one); point++) {
                    add(path, side * contour.x(point), side * contour.y(point));
                }
                graphics.draw(path);
            }
        }
        graphics.dispose();
        return image;
    }

    /// Adds the place of `parameters` to the path and draws it, ARGB row by row from the top.
    public int[] draw(Parameters parameters) {
        places.add(landscape.plane().project(parameters));
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.drawImage(ground, 0, 0, null);
        Path2D path = new Path2D.Double();
        places.forEach(place -> add(path, x(place), y(place)));
        graphics.setColor(new Color(Landscape.PATH));
        graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        WeightPlane.Place last = places.getLast();
        graphics.fill(new Ellipse2D.Double(x(last) - DOT / 2.0, y(last) - DOT / 2.0, DOT, DOT));
        graphics.dispose();
        return image.getRGB(0, 0, side, side, null, 0, side);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return graphics;
    }

    private static void add(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private double x(WeightPlane.Place place) {
        LossGrid.Extent extent = landscape.grid().extent();
        return side * (place.x() - extent.left()) / extent.width();
    }

    private double y(WeightPlane.Place place) {
        LossGrid.Extent extent = landscape.grid().extent();
        return side * (extent.top() - place.y()) / extent.height();
    }
}
