package org.platscore.report.sheet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chart as DrawingML (ISO/IEC 29500-1, 21.2). The figures stand in the series' caches as well, fills are explicit, and fonts
 * are named for Chinese and for figures: LibreOffice, WPS and Excel then draw the same.
 */
final class ChartXml {

    private static final String LINE = "<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"%s\"/></a:solidFill></a:ln>";
    private static final String FONT = "<a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"%s\"/>";
    private static final String[] MARKS = {"circle", "diamond", "square", "triangle"};
    /** Where long lists of names and their bars stand: without room lost around them. */
    private static final String INSIDE =
            "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/>"
                    + "<c:yMode val=\"edge\"/><c:x val=\"0.3\"/><c:y val=\"0.085\"/><c:w val=\"0.67\"/><c:h val=\"0.78\"/>"
                    + "</c:manualLayout></c:layout>";

    private static final int FEW = 20;
    private static final int MANY = 24;
    /** With fewer categories than this, bars are kept from filling the chart. */
    private static final int FEW_BARS = 4;

    private static final int FEW_GAP = 180;
    private static final int CATEGORIES = 1001;
    private static final int VALUES = 1002;

    /** What a range holds: where it is, and its cached values, null for an empty cell. */
    record Held(String address, List<@Nullable String> values) {}

    private final Chart chart;
    private final Held categories;
    private final List<Held> series;
    private final int size;
    private final StringBuilder xml = new StringBuilder(8_000);

    private ChartXml(Chart chart, Held categories, List<Held> series) {
        this.chart = chart;
        this.categories = categories;
        this.series = series;
        this.size = categories.values().size() > MANY ? 850 : 900;
    }

    static String of(Chart chart, Held categories, List<Held> series) {
        return new ChartXml(chart, categories, series).write();
    }

    private String write() {
        add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        add("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"");
        add(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"");
        add(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
        add("<c:roundedCorners val=\"0\"/><c:chart>");
        title(chart.title(), 1400, "黑体", false);
        add("<c:autoTitleDeleted val=\"0\"/><c:plotArea>");
        add(lying() && categories.values().size() > FEW ? INSIDE : "<c:layout/>");
        plot();
        add("<c:spPr><a:noFill/></c:spPr></c:plotArea>");
        if (series.size() > 1) {
            add("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>");
            text(1000);
            add("</c:legend>");
        }
        add("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
        add("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>");
        add(String.format(Locale.ROOT, LINE, "BFBFBF") + "</c:spPr>");
        text(900);
        add("</c:chartSpace>");
        return xml.toString();
    }

    private void plot() {
        switch (chart.kind()) {
            case RADAR:
                add("<c:radarChart><c:radarStyle val=\"marker\"/><c:varyColors val=\"0\"/>");
                all();
                add(axes() + "</c:radarChart>");
                categoryAxis("b", false);
                valueAxis("l", "autoZero");
                break;
            case SCATTER:
                add("<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>");
                all();
                add(axes() + "</c:scatterChart>");
                xAxis();
                valueAxis("l", chart.scale().powers() ? "min" : "autoZero");
                break;
            case COLUMNS:
                bars("col", "clustered", 80, -10);
                categoryAxis("b", false);
                valueAxis("l", "autoZero");
                break;
            default:
                boolean stacked = chart.kind() == Chart.Kind.STACKED;
                bars("bar", stacked ? "stacked" : "clustered", stacked ? 35 : 60, stacked ? 100 : 0);
                categoryAxis("l", true);
                valueAxis("b", "max");
        }
    }

    private void bars(String direction, String grouping, int gap, int overlap) {
        add("<c:barChart><c:barDir val=\"" + direction + "\"/><c:grouping val=\"" + grouping
                + "\"/><c:varyColors val=\"0\"/>");
        all();
        int apart = categories.values().size() < FEW_BARS ? FEW_GAP : gap;
        add("<c:gapWidth val=\"" + apart + "\"/><c:overlap val=\"" + overlap + "\"/>");
        add(axes() + "</c:barChart>");
    }

    private boolean lying() {
        return chart.kind() == Chart.Kind.STACKED || chart.kind() == Chart.Kind.BARS;
    }

    private static String axes() {
        return "<c:axId val=\"" + CATEGORIES + "\"/><c:axId val=\"" + VALUES + "\"/>";
    }

    private void all() {
        for (int i = 0; i < series.size(); i++) {
            one(i, chart.series().get(i), series.get(i));
        }
    }

    private void one(int index, Chart.Series each, Held values) {
        boolean scatter = chart.kind() == Chart.Kind.SCATTER;
        boolean radar = chart.kind() == Chart.Kind.RADAR;
        add("<c:ser><c:idx val=\"" + index + "\"/><c:order val=\"" + index + "\"/><c:tx><c:v>");
        escaped(each.name());
        add("</c:v></c:tx>");
        if (scatter || radar) {
            String line = radar
                    ? "<a:ln w=\"25400\">" + fill(each.colour()) + (index % 2 == 1 ? "<a:prstDash val=\"dash\"/>" : "")
                            + "</a:ln>"
                    : "<a:ln w=\"19050\"><a:noFill/></a:ln>";
            add("<c:spPr>" + line + "</c:spPr>");
            add("<c:marker><c:symbol val=\"" + MARKS[index % MARKS.length] + "\"/><c:size val=\"" + (scatter ? 8 : 6)
                    + "\"/><c:spPr>" + fill(each.colour()) + "<a:ln w=\"6350\">" + fill("FFFFFF")
                    + "</a:ln></c:spPr></c:marker>");
        } else {
            add("<c:spPr>" + fill(each.colour()) + "<a:ln w=\"6350\">" + fill("FFFFFF") + "</a:ln></c:spPr>");
            add("<c:invertIfNegative val=\"0\"/>");
            for (int p = 0; p < each.points().size(); p++) {
                add("<c:dPt><c:idx val=\"" + p + "\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/><c:spPr>"
                        + fill(each.points().get(p)) + "</c:spPr></c:dPt>");
            }
        }
        if (chart.labelled()) {
            boolean inside = chart.kind() == Chart.Kind.STACKED;
            add("<c:dLbls><c:numFmt formatCode=\"");
            escaped(inside ? chart.format() + ";;" : chart.format());
            add("\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
            text(900, inside && dark(each.colour()) ? "FFFFFF" : "000000");
            add("<c:dLblPos val=\"" + (inside ? "ctr" : "outEnd")
                    + "\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>"
                    + "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
                    + "<c:showBubbleSize val=\"0\"/></c:dLbls>");
        }
        if (scatter) {
            add("<c:xVal>");
            numbers(categories, "General");
            add("</c:xVal><c:yVal>");
            numbers(values, chart.format());
            add("</c:yVal><c:smooth val=\"0\"/>");
        } else {
            add("<c:cat>");
            texts(categories);
            add("</c:cat><c:val>");
            numbers(values, chart.format());
            add("</c:val>");
        }
        add("</c:ser>");
    }

    private void numbers(Held held, String format) {
        add("<c:numRef><c:f>");
        escaped(held.address());
        add("</c:f><c:numCache><c:formatCode>");
        escaped(format);
        add("</c:formatCode>");
        points(held);
        add("</c:numCache></c:numRef>");
    }

    private void texts(Held held) {
        add("<c:strRef><c:f>");
        escaped(held.address());
        add("</c:f><c:strCache>");
        points(held);
        add("</c:strCache></c:strRef>");
    }

    private void points(Held held) {
        add("<c:ptCount val=\"" + held.values().size() + "\"/>");
        for (int i = 0; i < held.values().size(); i++) {
            String value = held.values().get(i);
            if (value != null) {
                add("<c:pt idx=\"" + i + "\"><c:v>");
                escaped(value);
                add("</c:v></c:pt>");
            }
        }
    }

    private void categoryAxis(String side, boolean fromTop) {
        add("<c:catAx><c:axId val=\"" + CATEGORIES + "\"/><c:scaling><c:orientation val=\""
                + (fromTop ? "maxMin" : "minMax") + "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + side
                + "\"/>");
        if (chart.kind() == Chart.Kind.RADAR) {
            add("<c:majorGridlines><c:spPr>" + String.format(Locale.ROOT, LINE, "D9D9D9")
                    + "</c:spPr></c:majorGridlines>");
        }
        title(chart.along(), 1000, "黑体", fromTop);
        add("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr>"
                + String.format(Locale.ROOT, LINE, "7F7F7F") + "</c:spPr>");
        text(size);
        add("<c:crossAx val=\"" + VALUES
                + "\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>"
                + "<c:lblOffset val=\"50\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
    }

    private void xAxis() {
        add("<c:valAx><c:axId val=\"" + CATEGORIES + "\"/><c:scaling>"
                + (chart.scale().powers() ? "<c:logBase val=\"10\"/>" : "")
                + "<c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>");
        grid();
        title(chart.along(), 1000, "黑体", false);
        axisEnd("#,##0", VALUES, chart.scale().least() == null ? "autoZero" : "min");
    }

    private void valueAxis(String side, String crosses) {
        Chart.Scale scale = chart.scale();
        add("<c:valAx><c:axId val=\"" + VALUES + "\"/><c:scaling><c:orientation val=\"minMax\"/>"
                + end("max", scale.most()) + end("min", scale.least())
                + "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + side + "\"/>");
        grid();
        title(chart.up(), 1000, "黑体", side.equals("l"));
        axisEnd(chart.format(), CATEGORIES, crosses);
    }

    private void axisEnd(String format, int other, String crosses) {
        add("<c:numFmt formatCode=\"");
        escaped(format);
        add("\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
                + "<c:tickLblPos val=\"" + (lying() ? "nextTo" : "low") + "\"/><c:spPr>"
                + String.format(Locale.ROOT, LINE, chart.kind() == Chart.Kind.RADAR ? "D9D9D9" : "7F7F7F")
                + "</c:spPr>");
        text(chart.kind() == Chart.Kind.RADAR ? 800 : 900);
        add("<c:crossAx val=\"" + other + "\"/><c:crosses val=\"" + crosses + "\"/><c:crossBetween val=\""
                + (chart.kind() == Chart.Kind.SCATTER ? "midCat" : "between") + "\"/></c:valAx>");
    }

    private void grid() {
        add("<c:majorGridlines><c:spPr>" + String.format(Locale.ROOT, LINE, "D9D9D9") + "</c:spPr></c:majorGridlines>");
    }

    private static String end(String name, @Nullable Double value) {
        return value == null ? "" : "<c:" + name + " val=\"" + value + "\"/>";
    }

    private void title(String text, int points, String font, boolean turned) {
        if (text.isEmpty()) {
            return;
        }
        add("<c:title><c:tx><c:rich><a:bodyPr" + (turned ? " rot=\"-5400000\" vert=\"horz\"" : "")
                + "/><a:p><a:pPr><a:defRPr sz=\"" + points + "\" b=\"0\"/></a:pPr><a:r><a:rPr sz=\"" + points
                + "\" b=\"0\">" + fill("000000") + String.format(Locale.ROOT, FONT, font) + "</a:rPr><a:t>");
        escaped(text);
        add("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
    }

    private void text(int points) {
        text(points, "000000");
    }

    private void text(int points, String colour) {
        add("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"" + points + "\" b=\"0\">" + fill(colour)
                + String.format(Locale.ROOT, FONT, "仿宋")
                + "</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>");
    }

    private static String fill(String colour) {
        return "<a:solidFill><a:srgbClr val=\"" + colour + "\"/></a:solidFill>";
    }

    /** Returns whether white is easier to read on the colour than black. */
    private static boolean dark(String colour) {
        int red = Integer.parseInt(colour.substring(0, 2), 16);
        int green = Integer.parseInt(colour.substring(2, 4), 16);
        int blue = Integer.parseInt(colour.substring(4), 16);
        return 299 * red + 587 * green + 114 * blue < 128_000;
    }

    private void escaped(String text) {
        for (char c : SafeText.of(text).toCharArray()) {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(c);
            }
        }
    }

    private void add(String text) {
        xml.append(text);
    }
}
