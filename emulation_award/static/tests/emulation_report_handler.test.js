import { afterEach, expect, test } from "@odoo/hoot";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { download } from "@web/core/network/download";
import { downloadReport } from "@web/webclient/actions/reports/utils";
import { WebClient } from "@web/webclient/webclient";
import {
    defineActions,
    getService,
    mountWithCleanup,
    onRpc,
    patchWithCleanup,
} from "@web/../tests/web_test_helpers";

function report(id, values) {
    return {
        id,
        xml_id: `report_${id}`,
        name: "Report",
        type: "ir.actions.report",
        report_type: "qweb-pdf",
        report_name: "emulation_award.report_form08",
        ...values,
    };
}

defineMailModels();
defineActions([
    report(1),
    report(2, { report_name: "hr.print_employee_badge" }),
    report(3, { report_name: "emulation_award_extra.report" }),
    report(4, { report_type: "qweb-text" }),
]);

afterEach(() => {
    // The web client asks once and keeps the answer.
    delete downloadReport.wkhtmltopdfStatusProm;
});

/** Print report `id` on a server that has no wkhtmltopdf; return what was downloaded. */
async function print(id, context = {}) {
    const downloads = [];
    patchWithCleanup(download, {
        _download: (options) => {
            downloads.push(JSON.parse(options.data.data));
            return Promise.resolve();
        },
    });
    onRpc("/report/check_wkhtmltopdf", () => {
        expect.step("asked for wkhtmltopdf");
        return "install";
    });
    await mountWithCleanup(WebClient);
    await getService("action").doAction(id, {
        additionalContext: context,
        onClose: () => expect.step("closed"),
    });
    return downloads;
}

test("our reports are downloaded without wkhtmltopdf", async () => {
    const downloads = await print(1, { active_ids: [7, 8] });
    expect(downloads).toEqual([["/report/pdf/emulation_award.report_form08/7,8", "qweb-pdf"]]);
    expect(".o_notification").toHaveCount(0);
    expect.verifySteps(["closed"]);
});

test("reports of other addons are left to the web client", async () => {
    onRpc("/report/html/*", () => "<html/>", { pure: true });
    expect(await print(2)).toEqual([]);
    expect(".o_notification").toHaveCount(1);
    expect.verifySteps(["asked for wkhtmltopdf"]);
});

test("an addon whose name begins like ours is another addon", async () => {
    expect(await print(3)).toEqual([]);
    expect.verifySteps(["asked for wkhtmltopdf"]);
});

test("text reports are left to the web client", async () => {
    expect(await print(4)).toEqual([["/report/text/emulation_award.report_form08", "qweb-text"]]);
    expect.verifySteps(["closed"]);
});

test("a failed download releases the screen and is told", async () => {
    patchWithCleanup(download, { _download: () => Promise.reject(new Error("refused")) });
    await mountWithCleanup(WebClient);
    await expect(getService("action").doAction(1)).rejects.toThrow("refused");
    expect(".o_blockUI").toHaveCount(0);
});
