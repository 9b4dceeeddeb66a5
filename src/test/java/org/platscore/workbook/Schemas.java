package org.platscore.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Assumptions;

/**
 * The schemas of ECMA-376 for the parts of a workbook. They are loaded beside the class path: the program runs with the smaller
 * set that POI brings, which lacks types of charts.
 */
final class Schemas implements AutoCloseable {

    private static final Path ALL = Path.of("target/schemas/poi-ooxml-full.jar");
    private static final String BEANS = "org.openxmlformats.schemas.";
    /** {@code xml:space} on a text: against the letter of the schema, but what Excel itself writes where a text begins with a blank. */
    private static final String KEPT_SPACE =
            "Attribute not allowed (no wildcards allowed): space@http://www.w3.org/XML/1998/namespace in element t@";

    private static final Map<String, String> DOCUMENTS = Map.of(
            "xl/workbook\\.xml", "spreadsheetml.x2006.main.WorkbookDocument",
            "xl/worksheets/sheet\\d+\\.xml", "spreadsheetml.x2006.main.WorksheetDocument",
            "xl/styles\\.xml", "spreadsheetml.x2006.main.StyleSheetDocument",
            "xl/sharedStrings\\.xml", "spreadsheetml.x2006.main.SstDocument",
            "xl/comments\\d+\\.xml", "spreadsheetml.x2006.main.CommentsDocument",
            "xl/drawings/drawing\\d+\\.xml", "drawingml.x2006.spreadsheetDrawing.WsDrDocument",
            "xl/charts/chart\\d+\\.xml", "drawingml.x2006.chart.ChartSpaceDocument",
            "docProps/app\\.xml", "officeDocument.x2006.extendedProperties.PropertiesDocument");

    private final URLClassLoader loader;

    private Schemas(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the schemas; skips the test that calls it where the build did not fetch them. */
    static Schemas load() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(ALL),
                ALL + " is not there (mvn generate-test-resources fetches it): parts are not validated");
        return new Schemas(new URLClassLoader(new URL[] {ALL.toUri().toURL()}, Schemas.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> known = findLoadedClass(name);
                    boolean own = name.startsWith(BEANS) || name.startsWith("org.apache.poi.schemas.");
                    return known != null ? known : own ? findClass(name) : super.loadClass(name, resolve);
                }
            }

            @Override
            public URL getResource(String name) {
                URL own = findResource(name);
                return own == null ? super.getResource(name) : own;
            }
        });
    }

    /** Returns what is against the schemas in a workbook, part by part; parts without a schema here are passed over. */
    List<String> errors(Path file) throws IOException {
        List<String> errors = new ArrayList<>();
        int parts = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
                    if (entry.getName().matches(document.getKey())) {
                        parts++;
                        try (InputStream in = zip.getInputStream(entry)) {
                            validate(document.getValue(), in)
                                    .forEach(error ->
                                            errors.add(file.getFileName() + " " + entry.getName() + ": " + error));
                        }
                    }
                }
            }
        }
        if (parts < 4) {
            errors.add(file.getFileName() + " has but " + parts + " parts");
        }
        return errors;
    }

    /** Returns what is against the schema in a document of this kind. */
    List<String> validate(String document, InputStream in) {
        try {
            Class<?> type = Class.forName(BEANS + document, true, loader);
            Object factory = type.getField("Factory").get(null);
            XmlObject parsed = (XmlObject)
                    factory.getClass().getMethod("parse", InputStream.class).invoke(factory, in);
            List<XmlError> found = new ArrayList<>();
            parsed.validate(new XmlOptions().setErrorListener(found));
            return found.stream()
                    .map(XmlError::getMessage)
                    .filter(message -> !message.startsWith(KEPT_SPACE))
                    .toList();
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
