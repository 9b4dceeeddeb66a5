package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import org.platscore.report.sheet.Page;
import org.platscore.reward.Allocation;
import org.platscore.rules.reward.Rewards;

/**
 * The pages of assessment.xlsx. 奖励分配 is there only where the rules have rewards, 领域分析 where they name a column for it, 图表
 * where somebody has a total.
 */
final class AssessmentBook {

    private AssessmentBook() {}

    static List<Page> of(Run run) {
        List<Page> pages = new ArrayList<>();
        pages.add(ResultPage.of(run));
        pages.add(PointsPage.of(run));
        pages.add(MeasuresPage.of(run));
        pages.add(RulesPage.of(run));
        Rewards rewards = run.rules().rewards();
        Allocation allocation = run.result().allocation();
        if (rewards != null && allocation != null) {
            pages.add(RewardsPage.of(run, rewards, allocation));
        }
        Domains domains = Domains.of(run);
        if (domains != null) {
            pages.add(DomainsPage.of(run, domains));
        }
        Page charts = ChartsPage.of(run, domains);
        if (charts != null) {
            pages.add(charts);
        }
        pages.add(FindingsPage.of(run));
        pages.add(CorrectionsPage.of(run));
        pages.add(RunPage.of(run));
        return pages;
    }
}
