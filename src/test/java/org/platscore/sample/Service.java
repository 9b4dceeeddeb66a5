package org.platscore.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One row of a service log. Empty texts are blank cells; {@code amount} is the money received, in 元. */
record Service(
        String record,
        Platform platform,
        Client client,
        LocalDate date,
        String kind,
        String content,
        BigDecimal hours,
        Optional<BigDecimal> amount,
        String invoice,
        String rating,
        String evidence) {

    Service withDate(LocalDate other) {
        return new Service(record, platform, client, other, kind, content, hours, amount, invoice, rating, evidence);
    }

    Service withClient(Client other) {
        return new Service(record, platform, other, date, kind, content, hours, amount, invoice, rating, evidence);
    }

    Service withAmount(BigDecimal other) {
        return new Service(
                record, platform, client, date, kind, content, hours, Optional.of(other), invoice, rating, evidence);
    }

    /** The same work as if another platform had reported it under this record number. */
    Service claimedBy(Platform other, String number) {
        return new Service(number, other, client, date, kind, content, hours, amount, invoice, rating, evidence);
    }
}
