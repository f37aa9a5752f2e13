import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { BallotDesk } from "./ballot_desk";
import { BallotSheet } from "./ballot_sheet";

/** The page on which members vote: the rounds open for them, or the sheet of one round. */
export class BallotPage extends Component {
    static template = "emulation_award.BallotPage";
    static components = { BallotDesk, BallotSheet };
    static props = { ...standardActionServiceProps };

    get roundId() {
        return this.props.action.params?.round_id;
    }
}

registry.category("actions").add("emulation_award.ballot_sheet", BallotPage);
