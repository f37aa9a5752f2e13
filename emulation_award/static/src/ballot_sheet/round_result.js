import { Component } from "@odoo/owl";

const BADGES = {
    selected: "text-bg-success",
    passed_not_selected: "text-bg-info",
    tied: "text-bg-warning",
    not_passed: "text-bg-danger",
};

/** The announced result of a round, readable on a phone. */
export class RoundResult extends Component {
    static template = "emulation_award.RoundResult";
    static props = { results: Array };

    /** @param {Object} line as of `board` */
    badge(line) {
        return BADGES[line.outcome] || "text-bg-secondary";
    }
}
