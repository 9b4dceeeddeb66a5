package org.platscore.intake.sheet;

import java.io.IOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.ContentTypes;
import org.apache.poi.openxml4j.opc.OPCComplianceFlags;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.jspecify.annotations.Nullable;

/** Any package, opened by POI. */
final class PoiPackage implements BookPackage {

    private final PackagePart workbook;

    private PoiPackage(PackagePart workbook) {
        this.workbook = workbook;
    }

    /**
     * Opens a package.
     *
     * @param strict whether all rules count
     */
    static PoiPackage open(BoundedZip zip, boolean strict) throws IOException, InvalidFormatException, FileFault {
        OPCPackage book =
                OPCPackage.open(zip, strict ? OPCComplianceFlags.enforceAll() : OPCComplianceFlags.disableAll());
        if (strict && !describes(book)) {
            throw new InvalidFormatException("document properties that are no properties");
        }
        return new PoiPackage(workbook(book));
    }

    /** Returns whether the document's properties, if there are any, could be read: POI leaves those that could not as they are. */
    private static boolean describes(OPCPackage book) {
        return book.getPartsByContentType(ContentTypes.CORE_PROPERTIES_PART).stream()
                .allMatch(PackagePropertiesPart.class::isInstance);
    }

    private static PackagePart workbook(OPCPackage book) throws FileFault {
        PackageRelationship main = book.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getRelationship(0);
        if (main == null) {
            boolean strict = !book.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                    .isEmpty();
            throw strict
                    ? FileFault.of("not-a-workbook", "other-format", "Strict Open XML")
                    : FileFault.of("unreadable-file", "no-sheets");
        }
        PackagePart workbook = book.getPart(main);
        if (workbook == null) {
            throw FileFault.of("unreadable-file", "no-sheets");
        }
        String type = workbook.getContentType();
        String other = type.contains("binary")
                ? "XLSB"
                : type.contains("wordprocessingml") || type.contains("ms-word")
                        ? "Word"
                        : type.contains("presentationml") || type.contains("powerpoint")
                                ? "PowerPoint"
                                : type.contains("visio") ? "Visio" : "";
        if (!other.isEmpty()) {
            throw FileFault.of("not-a-workbook", "other-format", other);
        }
        return workbook;
    }

    @Override
    public BookPart workbook() {
        return of(workbook);
    }

    @Override
    public boolean relates(String type) {
        return relation(type) != null;
    }

    @Override
    public @Nullable BookPart related(String type) throws InvalidFormatException, FileFault {
        PackageRelationship relation = relation(type);
        PackagePart part = relation == null ? null : part(relation);
        if (relation != null && part == null) {
            throw FileFault.of(
                    "unreadable-file", "lost-part", relation.getTargetURI().toString());
        }
        return part == null ? null : of(part);
    }

    @Override
    public @Nullable String type(String id) {
        PackageRelationship relation = workbook.getRelationship(id);
        return relation == null ? null : relation.getRelationshipType();
    }

    @Override
    public @Nullable BookPart part(String id) throws InvalidFormatException {
        PackageRelationship relation = workbook.getRelationship(id);
        PackagePart part = relation == null ? null : part(relation);
        return part == null ? null : of(part);
    }

    /** Returns the part that a relation leads to; null if it is not there. */
    private @Nullable PackagePart part(PackageRelationship relation) throws InvalidFormatException {
        return workbook.getPackage().getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
    }

    private @Nullable PackageRelationship relation(String type) {
        try {
            return workbook.getRelationshipsByType(type).getRelationship(0);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("relations were read when the package was opened", e);
        }
    }

    private static BookPart of(PackagePart part) {
        return new BookPart(part.getPartName().getName().substring(1), part.getSize(), part::getInputStream);
    }
}
