import { registry } from "@web/core/registry";
import { download } from "@web/core/network/download";
import { user } from "@web/core/user";
import { getReportUrl } from "@web/webclient/actions/reports/utils";

const OWN_REPORTS = "emulation_award.";

/**
 * Downloads the PDF reports of this addon without asking whether wkhtmltopdf is installed: the
 * server makes them with another engine. Every other report is left to the web client.
 *
 * @param {Object} action an action of type ir.actions.report
 * @param {Object} options unused
 * @param {Object} env the web client's environment
 * @returns {Promise<boolean>} whether the action has been dealt with
 */
export async function downloadEmulationReport(action, options, env) {
    if (action.report_type !== "qweb-pdf" || !action.report_name.startsWith(OWN_REPORTS)) {
        return false;
    }
    env.services.ui.block();
    try {
        await download({
            url: "/report/download",
            data: {
                data: JSON.stringify([getReportUrl(action, "pdf"), action.report_type]),
                context: JSON.stringify({ ...user.context, ...action.context }),
            },
        });
    } finally {
        env.services.ui.unblock();
    }
    return true;
}

registry
    .category("ir.actions.report handlers")
    .add("emulation_award", downloadEmulationReport, { sequence: 10 });
