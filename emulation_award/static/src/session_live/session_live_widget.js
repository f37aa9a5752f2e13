import { Component, useState, xml } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useSessionLive } from "./session_live";

/**
 * Fetches a record again; not while somebody is typing in it.
 *
 * @param {Object} record the record of a form
 * @returns {Promise<boolean>} whether it was fetched
 */
export async function reloadUnlessDirty(record) {
    if (await record.isDirty()) {
        return false;
    }
    await record.load();
    return true;
}

/** Keeps the form of a session as it is on the server: attendance, rounds, state. */
export class SessionLive extends Component {
    static template = xml`
        <div t-if="state.isStale" class="alert alert-info mb-0" role="status" t-out="message"/>
    `;
    static props = { ...standardWidgetProps };

    setup() {
        this.state = useState({ isStale: false });
        this.message = _t("The session has changed meanwhile. Save or discard to see it.");
        useSessionLive(
            () => (this.props.record.resId ? [this.props.record.resId] : []),
            async () => {
                this.state.isStale = !(await reloadUnlessDirty(this.props.record));
            },
        );
    }
}

registry.category("view_widgets").add("emulation_session_live", { component: SessionLive });
