import { Component, onWillStart, useEffect, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { useService } from "@web/core/utils/hooks";
import { useSessionLive } from "../session_live/session_live";
import { RoundResult } from "./round_result";

export const CHOICES = [
    { value: "yes", icon: "fa-check", css: "btn-outline-success", badge: "text-bg-success" },
    { value: "no", icon: "fa-times", css: "btn-outline-danger", badge: "text-bg-danger" },
    { value: "abstain", icon: "fa-minus", css: "btn-outline-dark", badge: "text-bg-secondary" },
];
const LABELS = { yes: _t("In favour"), no: _t("Against"), abstain: _t("Abstain") };
const NO_PART = "odoo.exceptions.AccessError";

/**
 * One member's sheet for all candidates of a round that the member decides on.
 *
 * What is chosen is kept in this component only, until it is cast: it is not written to the
 * address, to the browser's storage, or to the server.
 */
export class BallotSheet extends Component {
    static template = "emulation_award.BallotSheet";
    static components = { RoundResult };
    static props = { roundId: Number };

    setup() {
        this.orm = useService("orm");
        this.choices = CHOICES;
        this.root = useRef("root");
        this.heading = useRef("heading");
        this.state = useState({
            sheet: null,
            results: [],
            given: {},
            step: "fill",
            isSending: false,
            isUncertain: false,
            isLate: false,
            isRepeated: false,
            error: "",
        });
        onWillStart(() => this.load());
        useSessionLive(
            () => (this.state.sheet?.session_id ? [this.state.sheet.session_id] : []),
            () => this.load(),
        );
        let isFirst = true;
        useEffect(
            () => {
                // Whoever listens or uses the keyboard is taken to what the page shows now.
                if (!isFirst) {
                    this.heading.el?.focus();
                }
                isFirst = false;
            },
            () => [this.view],
        );
    }

    // What the page shows

    /** One of: 'no_part', 'waiting', 'fill', 'review', 'cast', 'closed', 'result'. */
    get view() {
        const sheet = this.state.sheet;
        if (!sheet) {
            return "no_part";
        }
        if (sheet.state === "announced" && this.state.results.length) {
            return "result";
        }
        if (sheet.already_cast) {
            return "cast";
        }
        if (sheet.state === "draft") {
            return "waiting";
        }
        if (!sheet.entitled) {
            return "no_part";
        }
        return sheet.state === "open" ? this.state.step : "closed";
    }

    get answered() {
        return this.state.sheet.candidates.filter((one) => this.state.given[one.id]).length;
    }

    get isComplete() {
        return this.answered === this.state.sheet.candidates.length;
    }

    get counter() {
        return _t("%(answered)s of %(total)s answered", {
            answered: this.answered,
            total: this.state.sheet.candidates.length,
        });
    }

    /** @param {string} choice */
    label(choice) {
        return LABELS[choice];
    }

    /** @param {Object} candidate */
    choiceOf(candidate) {
        return CHOICES.find((choice) => choice.value === this.state.given[candidate.id]);
    }

    // Talking to the server

    async load() {
        let sheet = null;
        try {
            sheet = await this.call("ballot_sheet");
        } catch (error) {
            if (!(error instanceof RPCError) || error.exceptionName !== NO_PART) {
                // A page that looks again by itself keeps what it shows when it cannot.
                if (this.state.sheet && error instanceof ConnectionLostError) {
                    return;
                }
                throw error;
            }
        }
        this.show(sheet);
        if (sheet?.state === "announced") {
            await this.loadResults();
        }
    }

    show(sheet) {
        const before = this.state.sheet;
        if (sheet && before?.already_cast) {
            // Asked before the sheet was cast, answered after: a vote is never undone.
            sheet.already_cast = true;
        }
        const isOver = Boolean(sheet) && sheet.state !== "open" && !sheet.already_cast;
        if (isOver && before?.state === "open") {
            this.state.isLate = true;
        }
        if (!sheet || sheet.already_cast || isOver) {
            this.state.given = {};
        }
        this.state.sheet = sheet;
    }

    async loadResults() {
        try {
            this.state.results = (await this.call("board")).results;
        } catch (error) {
            // Whoever stands in for a member may vote and yet not read the session.
            if (!(error instanceof RPCError)) {
                throw error;
            }
        }
    }

    call(method, args = []) {
        return this.orm.silent.call("emulation.round", method, [[this.props.roundId], ...args]);
    }

    async cast() {
        if (this.state.isSending) {
            return;
        }
        this.state.isSending = true;
        this.state.error = "";
        try {
            const answer = await this.call("cast_ballot", [{ ...this.state.given }]);
            this.state.isRepeated = answer.status === "already_cast" && !this.state.isUncertain;
            this.state.sheet.already_cast = true;
            this.state.given = {};
        } catch (error) {
            await this.onRefused(error);
        } finally {
            this.state.isSending = false;
        }
    }

    async onRefused(error) {
        if (error instanceof RPCError) {
            this.state.error = error.data?.message || error.message;
            await this.load();
            return;
        }
        // The answer was lost, maybe not the sheet. To send it again is safe: it counts once.
        this.state.isUncertain = true;
        this.state.error = _t(
            "No answer from the server: your vote may have arrived or not. Send it again; it is counted once.",
        );
    }

    // What the member does

    choose(candidate, choice) {
        this.state.given[candidate.id] = choice;
    }

    onContinue() {
        if (this.isComplete) {
            this.state.step = "review";
            this.root.el.closest(".o_emulation_ballot")?.scrollTo({ top: 0 });
            return;
        }
        const next = this.state.sheet.candidates.find((one) => !this.state.given[one.id]);
        const input = this.root.el.querySelector(`[name="candidate_${next.id}"]`);
        input.closest("fieldset").scrollIntoView({ block: "center" });
        input.focus({ preventScroll: true });
    }

    onBack() {
        this.state.step = "fill";
        this.state.error = "";
    }

    onLeave() {
        this.env.config.historyBack();
    }
}
