import { expect, test } from "@odoo/hoot";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { WebClient } from "@web/webclient/webclient";
import { getService, mountWithCleanup, patchWithCleanup } from "@web/../tests/web_test_helpers";

defineMailModels();

test("a file is downloaded and its dialog closes", async () => {
    patchWithCleanup(HTMLAnchorElement.prototype, {
        click() {
            expect.step(this.getAttribute("href"));
        },
    });
    await mountWithCleanup(WebClient);
    await getService("action").doAction(
        {
            type: "ir.actions.client",
            tag: "emulation_award.download",
            params: { url: "/web/content/file" },
        },
        { onClose: () => expect.step("closed") },
    );
    expect.verifySteps(["/web/content/file", "closed"]);
});
