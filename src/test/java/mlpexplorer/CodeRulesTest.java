package mlpexplorer;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import static mlpexplorer.ArchitectureTest.CLASSES;
import static mlpexplorer.ArchitectureTest.call;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;

import mlpexplorer.ui.concurrent.OrderlyExit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// What no class of the program may do; a rule that applies to no class fails.
class CodeRulesTest {
    private static final String THREAD_OWNERS =
            "mlpexplorer\\.(training\\.(TrainingSession|TwoThreads)|experiment\\.(lesson\\.Grader|sweep\\.LocalSweepExecutor|store\\.RunRecorder)|ui\\.concurrent\\.(BackgroundJobs|LatestRequestWorker|OrderlyExit)"
                + "|cli\\.ShutdownSignal)(\\$.*)?";

    @Test
    void randomNumbersComeFromSeeds() {
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
    void onlyOnePackagePostsToTheFxThread() {
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
                .because(
                        "the class that starts a thread must end it, so these classes are few and"
                                + " known")
                .check(CLASSES);
        classes()
                .that()
                .haveNameMatching(THREAD_OWNERS)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("mlpexplorer..")
                .because("the list of owners must not be empty")
                .check(CLASSES);
    }

    @Test
    void formatsDoNotDependOnTheLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .because("numbers have the same separators and digits everywhere")
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
    void staticsDoNotChange() {
        fields().that().areStatic().should().beFinal().because("no mutable statics").check(CLASSES);
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(
                        nameMatching(
                                "java\\.util\\.(ArrayList|HashMap|LinkedHashMap|TreeMap|HashSet|WeakHashMap|IdentityHashMap|Properties|concurrent\\..*)"
                                    + "|java\\.lang\\.(StringBuilder|ThreadLocal)"))
                .because("a static final field with mutable content is global state, too")
                .check(CLASSES);
    }

    @Test
    void noClassIsASingleton() {
        noMethods()
                .should()
                .haveName("getInstance")
                .because("App passes every part to what needs it")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Base"})
    void namesDescribeWhatAClassIs(String ending) {
        classes()
                .should()
                .haveSimpleNameNotEndingWith(ending)
                .because("such a name does not describe the class")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mlpexplorer.cli..")
                .and()
                .doNotBelongToAnyOf(Main.class, OrderlyExit.class)
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
                .because("the window logs and exits by closing")
                .check(CLASSES);
    }

    @Test
    void filesDoNotChooseTheTypesOfObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(ObjectInputStream|ObjectOutputStream|Externalizable)|java\\.beans\\.XML(De|En)coder|javax\\.script\\..*")
                .because("files hold data, and the program chooses the types")
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
                .because("JSON is read as a tree")
                .check(CLASSES);
    }

    @Test
    void archiveEntriesAreReadByKnownNames() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "mlpexplorer.experiment",
                        "mlpexplorer.experiment.lesson",
                        "mlpexplorer.data.io",
                        "mlpexplorer.packaging")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.zip\\.Zip(File|InputStream)|java\\.util\\.jar\\..*")
                .because("no file is written to a path that an archive names")
                .check(CLASSES);
    }

    @Test
    void timeIsMeasuredByAMonotonicClock() {
        noClasses()
                .should()
                .callMethodWhere(call(System.class, "currentTimeMillis"))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar)|java\\.time\\.Clock")
                .because("the wall clock jumps, so it is for timestamps only")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "mlpexplorer.experiment",
                        "mlpexplorer.experiment.store",
                        "mlpexplorer.ui.headless",
                        "mlpexplorer.ui.runs",
                        "mlpexplorer.cli")
                .should()
                .callMethodWhere(call("java.time.Instant", "now"))
                .because("only the start of a run is a timestamp")
                .check(CLASSES);
    }

    @Test
    void constructorsHaveAtMostFiveParameters() {
        constructors()
                .that(areOrdinary())
                .should(haveAtMostParameters(5))
                .because("a class with more dependencies does more than one thing")
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
}
