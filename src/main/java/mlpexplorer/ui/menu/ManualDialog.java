package mlpexplorer.ui.menu;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import mlpexplorer.ui.controls.Messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The manual, `manual.md` of the documentation: headings, paragraphs, lists, tables, and bold,
/// italic and code text. Pictures, the table of contents and targets of links are left out.
final class ManualDialog extends VBox {
    private static final Pattern SPAN =
            Pattern.compile(
                    "\\*\\*(?<bold>.+?)\\*\\*|\\*(?<italic>[^*]+)\\*|`(?<code>[^`]+)`"
                            + "|\\[(?<link>[^]]+)]\\([^)]*\\)");
    private static final List<String> KINDS = List.of("bold", "italic", "code", "link");

    ManualDialog(Runnable onClose) {
        setId("manual-sheet");
        getStyleClass().add("manual-sheet");
        Label title = new Label(Messages.text("manual.title"));
        title.getStyleClass().add("sheet-title");
        VBox content = new VBox();
        content.getStyleClass().add("manual-content");
        blocks(text()).forEach(block -> content.getChildren().add(node(block)));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId("manual-text");
        scroll.setAccessibleText(Messages.text("manual.title"));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll, ShortcutsDialog.closeButton("manual", onClose));
    }

    private static String text() {
        try (InputStream in = ManualDialog.class.getResourceAsStream("manual.md")) {
            return in == null
                    ? Messages.text("manual.missing")
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Headings, table rows, list entries and paragraphs, each on one line.
    static List<String> blocks(String markdown) {
        List<String> blocks = new ArrayList<>();
        boolean begun = false;
        for (String line : markdown.lines().toList()) {
            String bare = line.strip().replace("```", "`");
            boolean isLeftOut =
                    bare.isEmpty()
                            || bare.startsWith("- [")
                            || bare.startsWith("| |")
                            || bare.contains("![")
                            || bare.startsWith("|--")
                            || bare.startsWith("# ");
            if (isLeftOut) {
                begun = false;
            } else if (begun && !bare.startsWith("- ") && !bare.startsWith("|")) {
                blocks.add(blocks.removeLast() + " " + bare);
            } else {
                blocks.add(bare);
                begun = !bare.startsWith("#") && !bare.startsWith("|");
            }
        }
        return blocks;
    }

    private static Node node(String block) {
        if (block.startsWith("#")) {
            Label heading = new Label(block.replaceAll("^#+\\s*", ""));
            heading.getStyleClass().add("manual-heading");
            return heading;
        }
        if (block.startsWith("|")) {
            HBox row = new HBox();
            row.getStyleClass().add("manual-row");
            for (String cell : block.substring(1, block.length() - 1).split("\\|")) {
                TextFlow flow = flow(cell.strip());
                flow.setPrefWidth(1);
                HBox.setHgrow(flow, Priority.ALWAYS);
                row.getChildren().add(flow);
            }
            return row;
        }
        return flow(block.startsWith("- ") ? "• " + block.substring(2) : block);
    }

    private static TextFlow flow(String text) {
        TextFlow flow = new TextFlow();
        Matcher span = SPAN.matcher(text);
        int from = 0;
        while (span.find()) {
            add(flow, text.substring(from, span.start()), "plain");
            for (String kind : KINDS) {
                if (span.group(kind) != null) {
                    add(flow, span.group(kind), kind);
                }
            }
            from = span.end();
        }
        add(flow, text.substring(from), "plain");
        return flow;
    }

    private static void add(TextFlow flow, String text, String kind) {
        if (!text.isEmpty()) {
            Text part = new Text(text.replace("\\*", "*"));
            part.getStyleClass().addAll("manual-text", "manual-" + kind);
            flow.getChildren().add(part);
        }
    }
}
