package mlpexplorer;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// The rules of the house, over every class of the program. A rule that no class is subject to
/// fails.
class ArchitectureTest {
    private static final JavaClasses CLASSES =
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

    private static final String THREAD_OWNERS =
            "mlpexplorer\\.(training\\.(TrainingSession|TwoThreads)|experiment\\.(sweep\\.LocalSweepExecutor|store\\.RunRecorder)|ui\\.concurrent\\.(BackgroundJobs|LatestRequestWorker)"
                + "|cli\\.ShutdownSignal)(\\$.*)?";

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
                .because("packages in a cycle can only be understood all at once")
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
                .resideInAnyPackage("org.ejml..", "java.lang.foreign..")
                .because("how matrices are stored and multiplied is nn's own business")
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
    void chanceComesFromSeeds() {
        noClasses()
                .should()
                .callMethodWhere(call(Math.class, "random"))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class)
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethodWhere(call(RandomGenerator.class, "of|getDefault"))
                .because("a run is a function of its seeds")
                .check(CLASSES);
    }

    @Test
    void onlyTheFramePumpAndItsPackageReachForTheFxThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mlpexplorer.ui.concurrent..")
                .should()
                .callMethodWhere(call("javafx.application.Platform", "runLater"))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.animation.AnimationTimer")
                .because("the window pulls once a pulse; nothing posts to it")
                .check(CLASSES);
    }

    @Test
    void onlyNamedOwnersStartThreads() {
        noClasses()
                .that()
                .haveNameNotMatching(THREAD_OWNERS)
                .should()
                .callMethodWhere(
                        call(Thread.class, "start|ofPlatform|ofVirtual|startVirtualThread"))
                .orShould()
                .callConstructorWhere(
                        target(
                                owner(
                                        nameMatching(
                                                "java\\.lang\\.Thread|java\\.util\\.(concurrent\\..*Pool.*|Timer)"))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.concurrent\\.(Executors|CompletableFuture|ForkJoinPool|StructuredTaskScope)")
                .because("whoever starts a thread must end it, so the owners are few and known")
                .check(CLASSES);
        classes()
                .that()
                .haveNameMatching(THREAD_OWNERS)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("mlpexplorer..")
                .because("a list of owners without owners would be wrong")
                .check(CLASSES);
    }

    @Test
    void nothingIsLocked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.concurrent\\.(locks\\.(Lock|ReentrantLock|ReadWriteLock|ReentrantReadWriteLock.*|StampedLock|Condition)|Semaphore)")
                .because("threads meet in one-slot mailboxes of immutable values")
                .check(CLASSES);
        noMethods()
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED)
                .because("threads meet in one-slot mailboxes of immutable values")
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

    @Test
    void staticsDoNotChange() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("state belongs to objects with an owner")
                .check(CLASSES);
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(
                        nameMatching(
                                "java\\.util\\.(ArrayList|HashMap|LinkedHashMap|TreeMap|HashSet|WeakHashMap|IdentityHashMap|Properties|concurrent\\..*)"
                                    + "|java\\.lang\\.(StringBuilder|ThreadLocal)"))
                .because("a final field of changing content is global state all the same")
                .check(CLASSES);
    }

    @Test
    void nobodyIsASingleton() {
        noMethods()
                .should()
                .haveName("getInstance")
                .because("App puts the parts together; nobody fetches them from the air")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Base"})
    void namesSayWhatAClassIs(String ending) {
        classes()
                .should()
                .haveSimpleNameNotEndingWith(ending)
                .because("such a name hides what the class is for")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mlpexplorer.cli..")
                .and()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(call(System.class, "exit"))
                .orShould()
                .callMethodWhere(call(Runtime.class, "exit|halt"))
                .orShould()
                .callMethodWhere(target(nameMatching("printStackTrace")))
                .because("the window logs, and ends by closing")
                .check(CLASSES);
    }

    @Test
    void filesNeverMakeObjectsOfTheirChoice() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(ObjectInputStream|ObjectOutputStream|Externalizable)|java\\.beans\\.XML(De|En)coder|javax\\.script\\..*")
                .because("what a file holds is data; its types are ours")
                .check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(
                        call(
                                "com.fasterxml.jackson.databind.ObjectMapper",
                                "readValue|readerFor|treeToValue|convertValue|.*[tT]yping"))
                .orShould()
                .callMethodWhere(
                        call(
                                "com.fasterxml.jackson.databind.json.JsonMapper",
                                "readValue|readerFor|treeToValue|convertValue|.*[tT]yping"))
                .because("JSON is read as a tree, and records are made of it by hand")
                .check(CLASSES);
    }

    @Test
    void archivesAreReadByTheNamesWeAskFor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mlpexplorer.experiment")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.zip\\.Zip(File|InputStream)|java\\.util\\.jar\\..*")
                .because("nothing is unpacked to a place that an archive names")
                .check(CLASSES);
    }

    @Test
    void timeIsMeasuredByAClockThatNobodySets() {
        noClasses()
                .should()
                .callMethodWhere(call(System.class, "currentTimeMillis"))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar)|java\\.time\\.Clock")
                .because("the wall clock jumps; it stamps what is kept, and measures nothing")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "mlpexplorer.experiment.store", "mlpexplorer.ui.runs", "mlpexplorer.cli")
                .should()
                .callMethodWhere(call("java.time.Instant", "now"))
                .because("only the store of runs stamps")
                .check(CLASSES);
    }

    @Test
    void constructorsTakeFiveThingsAtMost() {
        constructors()
                .that(areOrdinary())
                .should(haveAtMostParameters(5))
                .because("a class that needs more does more than one thing")
                .check(CLASSES);
    }

    private static ArchCondition<JavaConstructor> haveAtMostParameters(int most) {
        return ArchCondition.from(
                DescribedPredicate.describe(
                        "have at most " + most + " parameters",
                        constructor -> constructor.getRawParameterTypes().size() <= most));
    }

    private static DescribedPredicate<JavaConstructor> areOrdinary() {
        return DescribedPredicate.describe(
                "are those of ordinary classes",
                constructor -> {
                    JavaClass owner = constructor.getOwner();
                    return !owner.isRecord()
                            && !owner.isEnum()
                            && !owner.isAnonymousClass()
                            && !owner.isAssignableTo(Enum.class);
                });
    }

    private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String names) {
        return call(type.getName(), names);
    }

    private static DescribedPredicate<JavaCall<?>> call(String type, String names) {
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
