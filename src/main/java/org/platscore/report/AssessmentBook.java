package org.platscore.report;

import java.util.ArrayList;
import java.util.List;
import org.platscore.report.sheet.Page;

/**
 * The pages of assessment.xlsx. 奖励分配 is there only where the rules have rewards, 领域分析 where they name a column for it, 图表
 * where somebody has a total, 计算底稿 where formulas need it.
 */
final class AssessmentBook {

    private AssessmentBook() {}

    static List<Page> of(Run run) {
        Model model = new Model(run);
        List<Page> pages = new ArrayList<>();
        pages.add(ResultPage.of(model));
        pages.add(model.pointsPage().page());
        pages.add(model.measuresPage().page());
        pages.add(model.rulesPage().page());
        RewardsPage rewards = model.rewardsPage();
        if (rewards != null) {
            pages.add(rewards.page());
        }
        Domains domains = Domains.of(run);
        if (domains != null) {
            pages.add(DomainsPage.of(model, domains));
        }
        Page charts = ChartsPage.of(model, domains);
        if (charts != null) {
            pages.add(charts);
        }
        pages.add(FindingsPage.of(run));
        pages.add(model.correctionsPage().page());
        pages.addAll(model.workings().pages());
        pages.add(RunPage.of(run));
        return pages;
    }
}
