package mlpexplorer.ui.controls;

import static mlpexplorer.ui.controls.SvgBody.n;

import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Paints and strokes as SVG attributes; gradients are collected as definitions.
final class SvgPaints {
    private final Map<LinearGradient, String> gradients = new LinkedHashMap<>();
    private final Map<String, Map<Color, String>> colors = new HashMap<>();

    /// ` fill="…"`
    String fill(@Nullable Paint paint) {
        return paint("fill", paint);
    }

    /// ` stroke="…" stroke-width="…"`, empty without a stroke.
    String stroke(
            @Nullable Paint paint,
            double width,
            StrokeLineCap cap,
            StrokeLineJoin join,
            List<Double> dashes) {
        if (paint == null || width <= 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(paint("stroke", paint));
        text.append(" stroke-width=\"").append(n(width)).append('"');
        if (cap != StrokeLineCap.BUTT) {
            text.append(" stroke-linecap=\"").append(keyword(cap)).append('"');
        }
        if (join != StrokeLineJoin.MITER) {
            text.append(" stroke-linejoin=\"").append(keyword(join)).append('"');
        }
        if (!dashes.isEmpty()) {
            text.append(" stroke-dasharray=\"")
                    .append(dashes.stream().map(SvgBody::n).collect(Collectors.joining(" ")))
                    .append('"');
        }
        return text.toString();
    }

    private static String keyword(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String paint(String attribute, @Nullable Paint paint) {
        return switch (paint) {
            case Color color when color.getOpacity() > 0 ->
                    colors.computeIfAbsent(attribute, _ -> new HashMap<>())
                            .computeIfAbsent(color, _ -> color(attribute, color));
            case LinearGradient gradient -> " " + attribute + "=\"url(#" + id(gradient) + ")\"";
            case null, default -> " " + attribute + "=\"none\"";
        };
    }

    private String id(LinearGradient gradient) {
        return gradients.computeIfAbsent(gradient, _ -> "gradient" + (gradients.size() + 1));
    }

    private static String color(String attribute, Color color) {
        String hex =
                String.format(
                        Locale.ROOT,
                        " %s=\"#%02x%02x%02x\"",
                        attribute,
                        Math.round(255 * color.getRed()),
                        Math.round(255 * color.getGreen()),
                        Math.round(255 * color.getBlue()));
        String opacity = attribute.equals("stop-color") ? "stop" : attribute;
        return color.getOpacity() == 1
                ? hex
                : hex + " " + opacity + "-opacity=\"" + n(color.getOpacity()) + "\"";
    }

    /// The definitions of all gradients so far.
    String definitions() {
        StringBuilder text = new StringBuilder("<defs>\n");
        gradients.forEach((gradient, id) -> {
            text.append("<linearGradient id=\"").append(id).append('"');
            text.append(gradient.isProportional() ? "" : " gradientUnits=\"userSpaceOnUse\"");
            text.append(
                    " x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" spreadMethod=\"%s\">\n"
                            .formatted(
                                    n(gradient.getStartX()),
                                    n(gradient.getStartY()),
                                    n(gradient.getEndX()),
                                    n(gradient.getEndY()),
                                    spread(gradient.getCycleMethod())));
            for (Stop stop : gradient.getStops()) {
                text.append("<stop offset=\"%s\"".formatted(n(stop.getOffset())))
                        .append(color("stop-color", stop.getColor()))
                        .append("/>\n");
            }
            text.append("</linearGradient>\n");
        });
        return text.append("</defs>\n").toString();
    }

    private static String spread(CycleMethod method) {
        return switch (method) {
            case NO_CYCLE -> "pad";
            case REFLECT -> "reflect";
            case REPEAT -> "repeat";
        };
    }
}
