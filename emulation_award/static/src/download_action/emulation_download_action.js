import { registry } from "@web/core/registry";

/**
 * Downloads a file that the server has made and closes the dialog that asked for it. By a link,
 * because going to the address would tell the page that it is being left.
 *
 * @param {Object} env unused
 * @param {Object} action with `params.url`
 * @returns {Object} the action that closes the dialog
 */
export function downloadFile(env, action) {
    const link = document.createElement("a");
    link.href = action.params.url;
    link.download = "";
    document.body.append(link);
    link.click();
    link.remove();
    return { type: "ir.actions.act_window_close" };
}

registry.category("actions").add("emulation_award.download", downloadFile);
