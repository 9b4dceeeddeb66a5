package org.platscore.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.grading.Standing;
import org.platscore.intake.Subject;
import org.platscore.report.sheet.Cell;
import org.platscore.report.sheet.Page;
import org.platscore.report.sheet.Spot;
import org.platscore.report.sheet.Table;
import org.platscore.rules.RubricNode;
import org.platscore.rules.scoring.Benchmark;
import org.platscore.rules.scoring.CellNames;
import org.platscore.rules.scoring.PeerField;
import org.platscore.rules.scoring.ScoringContext;

/**
 * 计算底稿: what formulas need besides data and rules: weights after spreading, and the subjects in groups of peers, each group's
 * rows together, with its statistics, each on a sheet of its own. Tables grow to the right while formulas ask for them.
 */
final class Workings {

    private static final int FIRST_ROW = 3;

    private final Model model;
    private final String page;
    private final Spreading spreading;
    private final Map<String, PeerBlock> blocks = new LinkedHashMap<>();
    private final Map<PeerKey, Column> columns = new HashMap<>();
    private final Map<List<Object>, CellNames.PeerCells> peers = new HashMap<>();
    private final Map<RubricNode.Leaf, Map<String, Column>> byLeaf = new IdentityHashMap<>();

    private record PeerKey(String measure, List<Boolean> peers, String within) {}

    /** A column of peers' values. */
    private record Column(PeerBlock block, int at) {}

    Workings(Model model) {
        this.model = model;
        this.page = model.run().say("sheet.workings");
        this.spreading = new Spreading(model, page, FIRST_ROW);
    }

    Spreading spreading() {
        return spreading;
    }

    /** Returns the subjects by the groups of a roster column; null: all in one group. */
    PeerBlock block(@Nullable String within) {
        String key = within == null ? "" : within;
        PeerBlock known = blocks.get(key);
        if (known != null) {
            return known;
        }
        int before = blocks.size() + (spreading.needed() ? 1 : 0);
        PeerBlock block = new PeerBlock(model.run(), before == 0 ? page : page + (before + 1), within, FIRST_ROW);
        blocks.put(key, block);
        return block;
    }

    /** Returns the cell of a benchmark that is a statistic, as a subject sees it. */
    Spot statistic(RubricNode.Leaf leaf, String measure, Benchmark.Statistic statistic, Subject subject) {
        Column column = column(leaf, measure, statistic.within());
        String name =
                measure + "|" + column.at + "|" + statistic.kind() + statistic.percentile() + "|" + statistic.atLeast();
        return column.block.statistic(
                name,
                leaf.label() + " " + statistic.sentence().in(model.run().lang()),
                group -> {
                    String all = column.block.all(column.at);
                    String own = column.block.range(column.at, group);
                    String near = function(statistic, own);
                    String text = statistic.within() == null || statistic.atLeast() <= 1
                            ? near
                            : "IF(COUNT(" + own + ")<" + statistic.atLeast() + "," + function(statistic, all) + ","
                                    + near + ")";
                    String from = statistic.within() != null && statistic.atLeast() <= 1
                            ? "IF(COUNT(" + own + ")=0," + function(statistic, all) + "," + text + ")"
                            : text;
                    return "IF(COUNT(" + all + ")=0,\"" + Cell.NONE + "\"," + from + ")";
                },
                any -> statistic.number(context(leaf, measure, any)),
                model.run().figure(measure),
                subject);
    }

    private static String function(Benchmark.Statistic statistic, String range) {
        return switch (statistic.kind()) {
            case MEAN -> "AVERAGE(" + range + ")";
            case MEDIAN -> "MEDIAN(" + range + ")";
            case MIN -> "MIN(" + range + ")";
            case MAX -> "MAX(" + range + ")";
            case PERCENTILE ->
                "PERCENTILE(" + range + ",0." + (statistic.percentile() < 10 ? "0" : "") + statistic.percentile() + ")";
        };
    }

    /** Returns what a worksheet knows of a subject's peers. */
    CellNames.PeerCells peers(RubricNode.Leaf leaf, String measure, @Nullable String within, Subject subject) {
        Column column = column(leaf, measure, within);
        Object group = column.block.group(subject);
        CellNames.PeerCells known = peers.computeIfAbsent(
                List.of(leaf.id(), column, group), key -> find(leaf, measure, within, column, subject));
        return new CellNames.PeerCells(
                known.range(),
                known.count(),
                known.least(),
                known.greatest(),
                known.mean(),
                known.deviation(),
                model.view().peerOnceThere(leaf, subject, measure));
    }

    private CellNames.PeerCells find(
            RubricNode.Leaf leaf, String measure, @Nullable String within, Column column, Subject subject) {
        PeerBlock block = column.block;
        String name = measure + "|" + column.at + "|";
        Map<String, String> cells = new HashMap<>();
        for (String kind : List.of("COUNT", "MIN", "MAX", "AVERAGE", "STDEV")) {
            Spot spot = block.statistic(
                    name + kind,
                    leaf.label() + " " + model.run().say("workings." + kind.toLowerCase(Locale.ROOT)),
                    group -> {
                        String range = block.range(column.at, group);
                        String text = kind + "(" + range + ")";
                        int least = kind.equals("COUNT") ? 0 : kind.equals("STDEV") ? 2 : 1;
                        return least == 0
                                ? text
                                : "IF(COUNT(" + range + ")<" + least + ",\"" + Cell.NONE + "\"," + text + ")";
                    },
                    any -> figure(kind, context(leaf, measure, any).peers(within)),
                    kind.equals("COUNT") ? null : model.run().figure(measure),
                    subject);
            cells.put(kind, spot.fixed());
        }
        return new CellNames.PeerCells(
                block.range(column.at, block.group(subject)),
                get(cells, "COUNT"),
                get(cells, "MIN"),
                get(cells, "MAX"),
                get(cells, "AVERAGE"),
                get(cells, "STDEV"),
                false);
    }

    private static String get(Map<String, String> cells, String kind) {
        return Objects.requireNonNull(cells.get(kind));
    }

    private static @Nullable BigFraction figure(String kind, PeerField field) {
        return switch (kind) {
            case "COUNT" -> BigFraction.of(field.size());
            case "MIN" -> field.size() == 0 ? null : field.least();
            case "MAX" -> field.size() == 0 ? null : field.greatest();
            case "AVERAGE" -> field.size() == 0 ? null : field.mean();
            default -> field.size() < 2 ? null : field.deviation();
        };
    }

    private ScoringContext context(RubricNode.Leaf leaf, String measure, Subject subject) {
        return model.view().context(leaf, subject, measure);
    }

    private Column column(RubricNode.Leaf leaf, String measure, @Nullable String within) {
        return byLeaf.computeIfAbsent(leaf, each -> new HashMap<>())
                .computeIfAbsent(measure + "|" + within, each -> find(leaf, measure, within));
    }

    private Column find(RubricNode.Leaf leaf, String measure, @Nullable String within) {
        List<Boolean> peers = model.peers(leaf, measure);
        PeerKey key = new PeerKey(measure, peers, within == null ? "" : within);
        Column known = columns.get(key);
        if (known != null) {
            return known;
        }
        PeerBlock block = block(within);
        Figure figure = model.run().figure(measure);
        int at = block.column(
                leaf.id() + " " + model.run().rules().measure(measure).label(), standing -> {
                    Subject subject = model.run().subject(standing);
                    if (!peers.get(subject.index())) {
                        return Cell.missing("");
                    }
                    Object value = model.run().scores().measures().effective(subject.index(), measure);
                    return figure.cell(value, "")
                            .live(model.measures()
                                    .used(measure)
                                    .inRow(model.measures().row(subject))
                                    .loose());
                });
        Column column = new Column(block, at);
        columns.put(key, column);
        return column;
    }

    /** Returns the pages, one for each long table, so that its head can be repeated in print; none where no formula needs them. */
    List<Page> pages() {
        model.leaves().forEach(this::ask);
        List<Page> pages = new ArrayList<>();
        spreading.table().ifPresent(table -> pages.add(page(page, List.of(table))));
        blocks.values().forEach(block -> pages.add(page(block.page(), block.tables())));
        return pages;
    }

    private Page page(String name, List<Table> tables) {
        Run run = model.run();
        return new Page(
                name,
                "7F7F7F",
                run.say("title.workings", run.subjectMatter()),
                run.period(),
                run.say("unit.in-head"),
                run.say("workings.lead"),
                tables,
                List.of(),
                run.paper(false, -1));
    }

    /**
     * Lets an indicator's formulas ask for what they need, before the tables are written. They differ between subjects only where
     * the roster chooses.
     */
    private void ask(RubricNode.Leaf leaf) {
        for (Standing standing : model.run().standings()) {
            LeafCells cells = new LeafCells(model, leaf, model.run().subject(standing), leaf.measure());
            cells.open();
            if (!cells.chose()) {
                return;
            }
        }
    }

    /** Returns a number in the unit of a measure; null as a dash. */
    static Cell number(@Nullable BigFraction number, @Nullable Figure figure) {
        if (number == null) {
            return Cell.missing("");
        }
        if (figure == null) {
            return Cell.count(number.longValue());
        }
        BigDecimal shown = Exact.decimal(number.divide(figure.divisor()));
        return Cell.number(shown, figure.form());
    }

    static String shownGroup(Run run, Standing standing, @Nullable String within) {
        if (within == null) {
            return run.say("workings.all");
        }
        Message told = run.subject(standing).told(run.rules().roster(), within);
        return told == null ? Cell.NONE : told.in(run.lang());
    }
}
