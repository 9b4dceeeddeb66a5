package org.platscore.rules.scoring;

import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.platscore.finding.Exact;
import org.platscore.finding.Message;
import org.platscore.rules.names.Term;
import org.platscore.rules.names.ValueType;
import org.platscore.rules.source.Fields;
import org.platscore.rules.source.Node;

/**
 * {@code peers: {by: min-max, within: domain, lower_is_better: false}}: the place among the peers as a share of full marks.
 *
 * @param by how the place is measured
 * @param within roster column whose value the peers share with the subject; null: all
 * @param withinLabel the column's display text; empty where all peers are meant
 * @param lowerIsBetter whether the smallest value is the best
 */
public record Peers(Place by, @Nullable String within, String withinLabel, boolean lowerIsBetter)
        implements ScoringMethod {

    static final String NAME = "peers";

    private static final BigFraction HALF = BigFraction.of(1, 2);

    /** How a place among peers is measured. */
    public enum Place {
        MIN_MAX,
        SHARE_OF_BEST,
        RANK,
        Z_SCORE;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static @Nullable Peers read(Node spec, MethodReading reading) {
        reading.needs(ValueType.NUMBER, spec.mark(), NAME);
        Fields fields = Fields.of(spec, reading.diagnostics(), "{by: rank}");
        if (fields == null) {
            return null;
        }
        fields.required("by");
        List<Place> places = List.of(Place.values());
        String word = fields.word("by", places.stream().map(Place::key).toList());
        Term within = reading.rosterColumn(fields, "within");
        boolean lower = fields.flag("lower_is_better", false);
        fields.done();
        if (word == null || (within == null && fields.has("within"))) {
            return null;
        }
        Place place = places.stream()
                .filter(each -> each.key().equals(word))
                .findFirst()
                .orElseThrow();
        return new Peers(place, within == null ? null : within.name(), within == null ? "" : within.label(), lower);
    }

    /** Returns the peers in words: all, or those with the same value of a column. */
    static Message group(@Nullable String withinLabel) {
        return withinLabel == null ? Message.of("scoring.peers.all") : Message.of("scoring.peers.within", withinLabel);
    }

    private Message group() {
        return group(within == null ? null : withinLabel);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Returns in words which place gets full marks. */
    public Message fullMarks() {
        if (by == Place.Z_SCORE) {
            return Message.of(lowerIsBetter ? "scoring.peers.full-below" : "scoring.peers.full-above", group());
        }
        Message best = Message.of("scoring.peers.full", group());
        return lowerIsBetter ? Message.of("scoring.peers.words.lower", best) : best;
    }

    @Override
    public Message sentence(Wording wording, @Nullable String measure) {
        if (by == Place.Z_SCORE && lowerIsBetter) {
            return Message.of("scoring.peers.words.z-score-lower", group());
        }
        Message words = Message.of("scoring.peers.words." + by.key(), group());
        return lowerIsBetter ? Message.of("scoring.peers.words.lower", words) : words;
    }

    @Override
    public Outcome score(ScoringContext context) {
        if (context.peersOpen(within)) {
            return Outcome.pending(Message.of("scoring.pending.peers"));
        }
        PeerField field = context.peers(within);
        BigFraction weight = context.weight();
        if (field.flat()) {
            return Outcome.scored(weight, Message.of("scoring.peers.alone", context.shown(), group(), weight));
        }
        BigFraction value = context.number();
        BigFraction share = Exact.clamp(share(value, field, context.peer()), BigFraction.ZERO, BigFraction.ONE);
        BigFraction points = share.multiply(weight);
        return Outcome.scored(points, reason(value, field, context, points));
    }

    private BigFraction share(BigFraction value, PeerField field, boolean peer) {
        switch (by) {
            case MIN_MAX:
                BigFraction span = field.greatest().subtract(field.least());
                return (lowerIsBetter ? field.greatest().subtract(value) : value.subtract(field.least())).divide(span);
            case SHARE_OF_BEST:
                return shareOfBest(value, field);
            case RANK:
                BigFraction halves = HALF.multiply(equal(value, field, peer));
                return halves.add(worse(value, field)).divide(others(field, peer));
            default:
                BigFraction three = field.deviation().multiply(3);
                BigFraction distance = lowerIsBetter ? field.mean().subtract(value) : value.subtract(field.mean());
                return distance.add(three).divide(three.multiply(2));
        }
    }

    private BigFraction shareOfBest(BigFraction value, PeerField field) {
        BigFraction best = best(field);
        if (lowerIsBetter ? value.compareTo(best) <= 0 : value.compareTo(best) >= 0) {
            return BigFraction.ONE;
        }
        if (value.signum() <= 0) {
            return BigFraction.ZERO;
        }
        return lowerIsBetter ? best.divide(value) : value.divide(best);
    }

    private BigFraction best(PeerField field) {
        return lowerIsBetter ? field.least() : field.greatest();
    }

    private int worse(BigFraction value, PeerField field) {
        return lowerIsBetter ? field.above(value) : field.below(value);
    }

    private static int others(PeerField field, boolean peer) {
        return field.size() - (peer ? 1 : 0);
    }

    private static int equal(BigFraction value, PeerField field, boolean peer) {
        return others(field, peer) - field.below(value) - field.above(value);
    }

    private Message reason(BigFraction value, PeerField field, ScoringContext context, BigFraction points) {
        boolean peer = context.peer();
        Message shown = context.shown();
        switch (by) {
            case MIN_MAX:
                return Message.of(
                        "scoring.peers.min-max",
                        shown,
                        group(),
                        context.quantity(field.least()),
                        context.quantity(field.greatest()),
                        points);
            case SHARE_OF_BEST:
                return Message.of("scoring.peers.share-of-best", shown, group(), context.quantity(best(field)), points);
            case RANK:
                return Message.of(
                        "scoring.peers.rank",
                        shown,
                        group(),
                        others(field, peer),
                        worse(value, field),
                        equal(value, field, peer),
                        points);
            default:
                return Message.of(
                        "scoring.peers.z-score",
                        shown,
                        group(),
                        context.quantity(field.mean()),
                        context.quantity(field.deviation()),
                        points);
        }
    }

    @Override
    public String spreadsheet(CellNames cells) {
        CellNames.PeerCells peers = cells.peers(within);
        String weight = cells.weight();
        String full = weight + "+0*" + cells.value();
        return "IF(" + peers.count() + "=0," + full + ",IF(" + peers.greatest() + "=" + peers.least() + "," + full + ","
                + weight + "*MAX(0,MIN(1," + share(cells.value(), peers) + "))))";
    }

    private String share(String value, CellNames.PeerCells peers) {
        String least = peers.least();
        String greatest = peers.greatest();
        switch (by) {
            case MIN_MAX:
                return "(" + (lowerIsBetter ? greatest + "-" + value : value + "-" + least) + ")/(" + greatest + "-"
                        + least + ")";
            case SHARE_OF_BEST:
                return lowerIsBetter
                        ? "IF(" + value + "+0<=" + least + ",1,IF(" + value + "<=0,0," + least + "/" + value + "))"
                        : "IF(" + value + "+0>=" + greatest + ",1,IF(" + value + "<=0,0," + value + "/" + greatest
                                + "))";
            case RANK:
                // Half the equal ones without the subject itself, and all that are worse. A text in the range is never
                // counted: it is greater than any number. The subject's own text, added to 0, is an error.
                String given = value + "+0";
                String below =
                        "SUMPRODUCT((" + peers.range() + "<" + given + ")+(" + peers.range() + "=" + given + ")/2)";
                String own = peers.peer() ? "-0.5" : "";
                String others = peers.peer() ? "(" + peers.count() + "-1)" : peers.count();
                return "(" + (lowerIsBetter ? peers.count() + own + "-" + below : below + own) + ")/" + others;
            default:
                String three = "(3*" + peers.deviation() + ")";
                return "(" + (lowerIsBetter ? peers.mean() + "-" + value : value + "-" + peers.mean()) + "+" + three
                        + ")/(2*" + three + ")";
        }
    }

    @Override
    public boolean fallible() {
        return false;
    }
}
