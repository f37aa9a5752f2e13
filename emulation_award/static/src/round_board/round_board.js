import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { useSessionLive } from "../session_live/session_live";
import { reloadUnlessDirty } from "../session_live/session_live_widget";

const HERE = ["present", "substitute", "written"];

/** Who is there, who has voted and how many are missing; never a word on how it goes. */
export class RoundBoard extends Component {
    static template = "emulation_award.RoundBoard";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ board: null });
        onWillStart(() => this.load(this.props.record));
        onWillUpdateProps((props) => this.load(props.record));
        useSessionLive(
            () => this.sessionIds,
            async () => {
                await this.load(this.props.record);
                // The form follows the round: opened, closed, announced by somebody else.
                if (this.state.board && this.state.board.state !== this.props.record.data.state) {
                    await reloadUnlessDirty(this.props.record);
                }
            },
        );
    }

    get sessionIds() {
        const session = this.props.record.data.session_id;
        return session ? [session.id] : [];
    }

    async load(record) {
        this.state.board = record.resId
            ? await this.orm.silent.call("emulation.round", "board", [[record.resId]])
            : null;
    }

    get hasProgress() {
        return this.state.board.electronic && this.state.board.state !== "draft";
    }

    get share() {
        const { voted, entitled } = this.state.board;
        return entitled ? (100 * voted) / entitled : 0;
    }

    get progressText() {
        const { voted, entitled, missing } = this.state.board;
        return _t("%(voted)s of %(entitled)s have voted, %(missing)s missing", {
            voted,
            entitled,
            missing: missing.length,
        });
    }

    get presenceText() {
        const { presence } = this.state.board;
        return _t("%(here)s of %(called)s members take part", {
            here: presence.filter((one) => HERE.includes(one.presence)).length,
            called: presence.length,
        });
    }

    get countsText() {
        const { counts_in: handedIn, counts_wanted: wanted } = this.state.board;
        return _t("%(handedIn)s of %(wanted)s counts by hand are in", { handedIn, wanted });
    }
}

registry.category("view_widgets").add("emulation_round_board", {
    component: RoundBoard,
    fieldDependencies: [
        { name: "session_id", type: "many2one" },
        { name: "state", type: "selection" },
    ],
});
