import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { useSessionLive } from "../session_live/session_live";

const WAITING = { css: "text-bg-secondary", label: _t("Not open yet") };
const CLOSED = { css: "text-bg-secondary", label: _t("Closed") };
const ANNOUNCED = { css: "text-bg-info", label: _t("Result announced") };
const CAST = { css: "text-bg-success", label: _t("Your vote is in") };
const OPEN = { css: "text-bg-warning", label: _t("Please vote") };

/** The rounds in which the user votes, of the sessions being held. */
export class BallotDesk extends Component {
    static template = "emulation_award.BallotDesk";
    static props = {};

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ rounds: [], sessions: [] });
        onWillStart(() => this.load());
        useSessionLive(
            () => this.state.sessions,
            () => this.load(),
        );
    }

    async load() {
        const desk = await this.orm.silent.call("emulation.round", "voting_desk", []);
        Object.assign(this.state, desk);
    }

    /** @param {Object} round as of `voting_desk` */
    badge(round) {
        if (round.state === "announced") {
            return ANNOUNCED;
        }
        if (round.already_cast) {
            return CAST;
        }
        return { draft: WAITING, open: OPEN }[round.state] || CLOSED;
    }

    /** @param {Object} round as of `voting_desk` */
    open(round) {
        this.action.doAction({
            type: "ir.actions.client",
            tag: "emulation_award.ballot_sheet",
            name: round.name,
            params: { round_id: round.id },
        });
    }
}
