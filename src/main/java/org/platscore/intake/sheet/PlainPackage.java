package org.platscore.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.jspecify.annotations.Nullable;
import org.platscore.intake.sheet.PlainXml.Odd;

/**
 * A package that keeps the rules (ISO/IEC 29500-2) and is written as nearly all programs write it, read in a fraction of the time that
 * POI takes. Of any other POI tells what is in it, and what is wrong with it.
 */
final class PlainPackage implements BookPackage {

    private static final String LIST = "[Content_Types].xml";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** The namespaces of a document's properties, which are declared where they are used or above. */
    private static final Map<String, String> SPACES = Map.of(
            "xmlns:cp", PACKAGE + "metadata/core-properties",
            "xmlns:dc", "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms", "http://purl.org/dc/terms/",
            "xmlns:dcmitype", "http://purl.org/dc/dcmitype/",
            "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private static final Set<String> TIMES = Set.of("dcterms:created", "dcterms:modified");
    private static final String TIME = "0000-00-00T00:00:00Z";
    private static final Set<String> TEXTS = Set.of(
            "dc:title",
            "dc:subject",
            "dc:creator",
            "dc:description",
            "dc:language",
            "cp:lastModifiedBy",
            "cp:keywords",
            "cp:category",
            "cp:revision");

    private final BoundedZip zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final String workbook;
    private final Map<String, Relation> relations;

    /** @param target name of an entry, if it is one */
    private record Relation(String type, String target) {}

    private PlainPackage(BoundedZip zip) throws IOException, Odd {
        this.zip = zip;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            entries.put(entry.getName(), entry);
        }
        readTypes();
        Map<String, Map<String, Relation>> all = new HashMap<>();
        boolean described = false;
        for (String name : entries.keySet()) {
            if (name.endsWith(".rels")) {
                all.put(name, relations(name));
            } else if (PROPERTIES.equals(types.get(name))) {
                PlainXml.require(!described);
                described = true;
                readProperties(name);
            }
        }
        workbook = main(all.getOrDefault("_rels/.rels", Map.of()));
        int folder = workbook.lastIndexOf('/') + 1;
        relations = all.getOrDefault(
                workbook.substring(0, folder) + "_rels/" + workbook.substring(folder) + ".rels", Map.of());
        Set<String> once = new HashSet<>();
        for (Relation each : relations.values()) {
            PlainXml.require(entries.containsKey(each.target));
            PlainXml.require(each.type.endsWith("/worksheet") || once.add(each.type));
        }
    }

    /** Returns what an archive holds; null where that is no plain package. */
    static @Nullable PlainPackage of(BoundedZip zip) {
        try {
            return new PlainPackage(zip);
        } catch (IOException | RuntimeException | Odd e) {
            return null;
        }
    }

    @Override
    public BookPart workbook() {
        return part(Objects.requireNonNull(entries.get(workbook)));
    }

    @Override
    public boolean relates(String type) {
        return related(type) != null;
    }

    @Override
    public @Nullable BookPart related(String type) {
        for (Relation each : relations.values()) {
            if (each.type.equals(type)) {
                return part(Objects.requireNonNull(entries.get(each.target)));
            }
        }
        return null;
    }

    @Override
    public @Nullable String type(String id) {
        Relation relation = relations.get(id);
        return relation == null ? null : relation.type;
    }

    @Override
    public BookPart part(String id) {
        return part(Objects.requireNonNull(entries.get(Objects.requireNonNull(relations.get(id)).target)));
    }

    private BookPart part(ZipArchiveEntry entry) {
        return new BookPart(entry.getName(), entry.getSize(), () -> zip.getInputStream(entry));
    }

    private PlainXml xml(String name) throws IOException, Odd {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw new Odd();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new PlainXml(in.readAllBytes());
        }
    }

    /** Reads which part is what: each is something, and nothing is said of others. */
    private void readTypes() throws IOException, Odd {
        Map<String, String> byEnding = new HashMap<>();
        PlainXml xml = xml(LIST);
        PlainXml.require(xml.open().equals("Types") && !xml.empty());
        PlainXml.require(xml.attributes().equals(Map.of("xmlns", PACKAGE + "content-types")));
        while (!xml.closes()) {
            String element = xml.open();
            String type = xml.take("ContentType");
            PlainXml.require(xml.empty() && plainType(type));
            boolean own = element.equals("Override");
            String of = xml.take(own ? "PartName" : "Extension");
            PlainXml.require(xml.attributes().isEmpty() && (own || element.equals("Default")));
            if (own) {
                PlainXml.require(of.startsWith("/") && entries.containsKey(of.substring(1)));
                PlainXml.require(types.put(of.substring(1), type) == null);
            } else {
                PlainXml.require(of.equals(of.toLowerCase(Locale.ROOT)) && byEnding.put(of, type) == null);
            }
        }
        xml.close("Types");
        xml.end();
        for (String name : entries.keySet()) {
            if (!name.equals(LIST)) {
                PlainXml.require(plainName(name));
                String type = types.computeIfAbsent(name, key -> byEnding.get(key.substring(key.lastIndexOf('.') + 1)));
                PlainXml.require(type != null);
            }
        }
    }

    private static boolean plainType(String type) {
        int slashes = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            slashes += c == '/' ? 1 : 0;
            if (!plain(c) && "/.+".indexOf(c) < 0) {
                return false;
            }
        }
        return slashes == 1 && !type.startsWith("/") && !type.endsWith("/");
    }

    /** Returns whether a part's name breaks no rule: folders without dots, in the last one a file with an ending. */
    private static boolean plainName(String name) {
        boolean dotted = false;
        char before = '/';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = c == '/' ? before != '/' && !dotted : c == '.' ? before != '.' : plain(c);
            if (!fits) {
                return false;
            }
            dotted |= c == '.';
            before = c;
        }
        return dotted && before != '.';
    }

    private static boolean plain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    /** Returns the relations that a list holds, by id. */
    private Map<String, Relation> relations(String list) throws IOException, Odd {
        int folder = list.lastIndexOf("_rels/");
        PlainXml.require(folder >= 0);
        Map<String, Relation> read = new HashMap<>();
        boolean described = false;
        PlainXml xml = xml(list);
        PlainXml.require(xml.open().equals("Relationships"));
        PlainXml.require(xml.attributes().equals(Map.of("xmlns", PACKAGE + "relationships")));
        if (!xml.empty()) {
            while (!xml.closes()) {
                PlainXml.require(xml.open().equals("Relationship") && xml.empty());
                String id = xml.take("Id");
                String type = xml.take("Type");
                String target = xml.take("Target");
                PlainXml.require(!id.isEmpty() && !target.isEmpty());
                boolean outside = "External".equals(xml.attributes().remove("TargetMode"));
                PlainXml.require(xml.attributes().isEmpty());
                PlainXml.require(!described || !type.equals(PackageRelationshipTypes.CORE_PROPERTIES));
                described |= type.equals(PackageRelationshipTypes.CORE_PROPERTIES);
                String name = target.startsWith("/") ? target.substring(1) : list.substring(0, folder) + target;
                PlainXml.require(read.put(id, new Relation(type, outside ? "" : name)) == null);
            }
            xml.close("Relationships");
        }
        xml.end();
        return read;
    }

    private String main(Map<String, Relation> roots) throws Odd {
        String main = "";
        for (Relation each : roots.values()) {
            if (each.type.equals(PackageRelationshipTypes.CORE_DOCUMENT)) {
                PlainXml.require(main.isEmpty() && WORKBOOK.equals(types.get(each.target)));
                main = each.target;
            }
        }
        PlainXml.require(!main.isEmpty());
        return main;
    }

    /** Makes sure that a document's properties keep the rules. */
    private void readProperties(String name) throws IOException, Odd {
        PlainXml xml = xml(name);
        PlainXml.require(xml.open().equals("cp:coreProperties"));
        Set<String> above = declared(xml);
        PlainXml.require(above.contains("xmlns:cp"));
        if (!xml.empty()) {
            while (!xml.closes()) {
                String element = xml.open();
                boolean time = TIMES.contains(element);
                PlainXml.require(time || TEXTS.contains(element));
                PlainXml.require(
                        !time || "dcterms:W3CDTF".equals(xml.attributes().remove("xsi:type")));
                Set<String> known = declared(xml);
                known.addAll(above);
                PlainXml.require(known.contains("xmlns:" + element.substring(0, element.indexOf(':'))));
                PlainXml.require(!time || known.contains("xmlns:xsi"));
                String text = xml.empty() ? "" : xml.text();
                if (!xml.empty()) {
                    xml.close(element);
                }
                PlainXml.require(!time || time(text));
            }
            xml.close("cp:coreProperties");
        }
        xml.end();
    }

    private static Set<String> declared(PlainXml xml) throws Odd {
        for (Map.Entry<String, String> each : xml.attributes().entrySet()) {
            PlainXml.require(each.getValue().equals(SPACES.get(each.getKey())));
        }
        return new HashSet<>(xml.attributes().keySet());
    }

    private static boolean time(String text) {
        for (int i = 0; i < text.length() && i < TIME.length(); i++) {
            char c = text.charAt(i);
            if (TIME.charAt(i) == '0' ? c < '0' || c > '9' : c != TIME.charAt(i)) {
                return false;
            }
        }
        return text.length() == TIME.length();
    }
}
