package mlpexplorer;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// Which package may use which, over every class of the program; a rule that applies to no class
/// fails. [CodeRulesTest] checks what classes do.
class ArchitectureTest {
    private static final String EXIT = "mlpexplorer\\.ui\\.concurrent\\.OrderlyExit(\\$.*)?";

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("mlpexplorer");

    private static final String[] WIDGETS = {
        "javafx..", "org.controlsfx..", "impl.org.controlsfx..", "atlantafx..", "org.kordamp.."
    };
    private static final Set<String> SHARED_IN_UI =
            Set.of("controls", "concurrent", "workbench", "charts", "field", "export", "settings");

    /// Packages that put panes together, so they may know several of them.
    private static final Set<String> ABOVE_PANES = Set.of("menu", "headless");

    @Test
    void theRulesSeeTheWholeProgram() {
        assertThat(CLASSES.size()).isGreaterThan(200);
        assertThat(CLASSES.contain(Main.class)).isTrue();
        assertThat(CLASSES.stream().map(JavaClass::getName))
                .noneMatch(name -> name.endsWith("Test"));
    }

    @Test
    void dependenciesFollowTheArrows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("packaging")
                .definedBy("mlpexplorer.packaging..")
                .layer("root")
                .definedBy("mlpexplorer")
                .layer("cli")
                .definedBy("mlpexplorer.cli..")
                .layer("ui")
                .definedBy("mlpexplorer.ui..")
                .layer("experiment")
                .definedBy("mlpexplorer.experiment..")
                .layer("training")
                .definedBy("mlpexplorer.training..")
                .layer("data")
                .definedBy("mlpexplorer.data..")
                .layer("nn")
                .definedBy("mlpexplorer.nn..")
                .whereLayer("packaging")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("root")
                .mayOnlyBeAccessedByLayers("packaging")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("packaging", "root")
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("packaging", "root")
                .whereLayer("experiment")
                .mayOnlyBeAccessedByLayers("root", "cli", "ui")
                .whereLayer("training")
                .mayOnlyBeAccessedByLayers("root", "cli", "ui", "experiment")
                .whereLayer("data")
                .mayOnlyBeAccessedByLayers("root", "cli", "ui", "experiment", "training")
                .because(
                        "what lies below must be usable, testable and readable without what lies"
                                + " above")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("mlpexplorer.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood together")
                .check(CLASSES);
    }

    @Test
    void panesDoNotKnowOneAnother() {
        slices().assignedFrom(panes())
                .should()
                .notDependOnEachOther()
                .because("a pane must be removable; panes meet in the workbench")
                .check(CLASSES);
        String[] above =
                ABOVE_PANES.stream()
                        .map(name -> "mlpexplorer.ui." + name + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("mlpexplorer.ui.*..")
                .and()
                .resideOutsideOfPackages(above)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .because("what puts panes together lies above them")
                .check(CLASSES);
    }

    @Test
    void whatPanesShareKnowsNoPane() {
        noClasses()
                .that()
                .resideInAnyPackage("mlpexplorer.ui.controls..", "mlpexplorer.ui.concurrent..")
                .should()
                .dependOnClassesThat(inUiOutside("controls", "concurrent"))
                .because("controls and background jobs serve every pane and the workbench")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("mlpexplorer.ui.workbench..")
                .should()
                .dependOnClassesThat(inUiOutside("controls", "concurrent", "workbench"))
                .because("panes bind to the workbench, not it to them")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("mlpexplorer.ui.charts..")
                .should()
                .dependOnClassesThat(inUiOutside("controls", "concurrent", "charts"))
                .because("a chart draws what it is given, for any pane")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("mlpexplorer.ui.settings..")
                .should()
                .dependOnClassesThat(inUiOutside("controls", "concurrent", "settings"))
                .because("settings are values, for any pane")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("mlpexplorer.ui.export..")
                .should()
                .dependOnClassesThat(
                        inUiOutside("controls", "concurrent", "workbench", "settings", "export"))
                .because("an export saves what it is given, for any pane")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("mlpexplorer.ui.field..")
                .should()
                .dependOnClassesThat(inUiOutside("controls", "concurrent", "field"))
                .because("a field is a picture of a network, for any pane")
                .check(CLASSES);
    }

    @Test
    void onlyTheWindowUsesJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages("mlpexplorer.ui..", "mlpexplorer.packaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WIDGETS)
                .because(
                        "the command line runs where there is no JavaFX, and below the window"
                                + " nothing may wait for its thread")
                .check(CLASSES);
    }

    @Test
    void onlyTheNetworkUsesMatrixLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mlpexplorer.nn..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ejml..")
                .because("how matrices are stored and multiplied is internal to nn")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("mlpexplorer.nn..")
                .and()
                .haveNameNotMatching(EXIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.foreign..")
                .because("only matrix products and display loss need native code")
                .check(CLASSES);
    }

    @Test
    void mathematicsKnowsNoThreadsFilesOrClocks() {
        // Blas finds the file of the native library, once.
        noClasses()
                .that()
                .resideInAnyPackage("mlpexplorer.nn", "mlpexplorer.data")
                .and()
                .doNotHaveSimpleName("Blas")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.concurrent..",
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.time..",
                        "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, ThreadLocal.class, Process.class)
                .orShould()
                .callMethodWhere(
                        call(System.class, "nanoTime|currentTimeMillis|getProperty|getenv"))
                .because(
                        "the same specification must give the same bits whenever and wherever it"
                                + " runs")
                .check(CLASSES);
    }

    @Test
    void viewModelsHaveNoScene() {
        noClasses()
                .that(simpleNameEndingWith("ViewModel"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .because("what a pane does must be testable without a stage")
                .check(CLASSES);
    }

    static DescribedPredicate<JavaCall<?>> call(Class<?> type, String names) {
        return call(type.getName(), names);
    }

    static DescribedPredicate<JavaCall<?>> call(String type, String names) {
        return target(nameMatching(names))
                .and(target(owner(nameMatching(type.replace(".", "\\.")))))
                .as("target is %s.%s", type, names);
    }

    private static DescribedPredicate<JavaClass> inUiOutside(String... packages) {
        String[] inside = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            inside[i] = "mlpexplorer.ui." + packages[i] + "..";
        }
        return resideInAnyPackage("mlpexplorer.ui..")
                .and(DescribedPredicate.not(resideInAnyPackage(inside)));
    }

    /// The packages below `ui`, but for those that panes share.
    private static SliceAssignment panes() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String prefix = "mlpexplorer.ui.";
                if (!type.getPackageName().startsWith(prefix)) {
                    return SliceIdentifier.ignore();
                }
                String pane = type.getPackageName().substring(prefix.length()).split("\\.")[0];
                return SHARED_IN_UI.contains(pane) || ABOVE_PANES.contains(pane)
                        ? SliceIdentifier.ignore()
                        : SliceIdentifier.of(pane);
            }

            @Override
            public String getDescription() {
                return "panes of the window";
            }
        };
    }
}
