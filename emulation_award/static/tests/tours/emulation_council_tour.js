import { rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { CATCH_UP_DELAY } from "@emulation_award/session_live/session_live";

const FORM = ".o_form_view:has(.o_emulation_board)";
const tours = registry.category("web_tour.tours");

function state(value) {
    return `.o_statusbar_status button.o_arrow_button_current[data-value='${value}']`;
}

/** The chair opens the round whose form is shown. */
tours.add("emulation_council_tour_open", {
    steps: () => [
        { trigger: `${FORM} ${state("draft")}` },
        { content: "Open the vote", trigger: "button[name='action_open']", run: "click" },
        { content: "Yes, open it", trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: `${FORM} ${state("open")}` },
        {
            content: "Nobody has voted yet, and all are named",
            trigger: ".o_emulation_board_progress:contains('0 of 5 have voted, 5 missing')",
        },
    ],
});

/** A member votes on a phone: in favour of the first, against the second, abstains on the third. */
tours.add("emulation_council_tour_vote", {
    steps: () => [
        {
            content: "The round waits on the desk",
            trigger: ".o_emulation_ballot_round:contains('Please vote')",
            run: "click",
        },
        {
            content: "Nothing is chosen beforehand",
            trigger:
                ".o_emulation_ballot [data-view='fill']:not(:has(input:checked)) .o_emulation_ballot_counter:contains('0 of 3 answered')",
        },
        {
            trigger: ".o_emulation_ballot_candidate:nth-of-type(1) label:contains('In favour')",
            run: "click",
        },
        {
            trigger: ".o_emulation_ballot_candidate:nth-of-type(2) label:contains('Against')",
            run: "click",
        },
        {
            content: "The sheet is not complete: show what is missing",
            trigger: ".o_emulation_ballot_continue:contains('Next one')",
            run: "click",
        },
        {
            trigger: ".o_emulation_ballot_candidate:nth-of-type(3) label:contains('Abstain')",
            run: "click",
        },
        {
            content: "All answered",
            trigger: ".o_emulation_ballot_counter:contains('3 of 3 answered')",
        },
        {
            trigger: ".o_emulation_ballot_continue:contains('Review')",
            run: "click",
        },
        {
            content: "What is about to be cast is shown once more",
            trigger:
                ".o_emulation_ballot_review li:nth-child(2) .o_emulation_ballot_chosen:contains('Against')",
        },
        { trigger: ".o_emulation_ballot_cast", run: "click" },
        { trigger: "[data-view='cast'] .h3:contains('Your vote is in')" },
        { trigger: ".o_emulation_ballot_leave", run: "click" },
        {
            content: "The desk knows it too",
            trigger: ".o_emulation_ballot_round:contains('Your vote is in')",
        },
    ],
});

/** The chair closes without those missing, and announces. */
tours.add("emulation_council_tour_close", {
    steps: () => [
        { trigger: ".o_emulation_board_progress:contains('3 of 5 have voted, 2 missing')" },
        { trigger: `${FORM} button:contains('Close the vote')`, run: "click" },
        {
            content: "How many are missing, and who",
            trigger: ".modal .alert:contains('2 of 5 entitled members have not voted yet')",
        },
        { trigger: ".modal button[name='action_close_without']", run: "click" },
        { trigger: `${FORM} ${state("closed")}` },
        { trigger: "button[name='action_announce']", run: "click" },
        { trigger: ".modal footer .btn-primary", run: "click" },
        { trigger: `${FORM} ${state("announced")}` },
        {
            content: "The result is shown",
            trigger:
                ".o_field_widget[name='candidate_ids'] .o_data_row:first-child:has(td[name='yes']:contains('3')) .badge:contains('Selected')",
        },
    ],
});

/** A member sees the announced result on the phone. */
tours.add("emulation_council_tour_result", {
    steps: () => [
        {
            trigger: ".o_emulation_ballot_round:contains('Result announced')",
            run: "click",
        },
        { trigger: "[data-view='result'] li[data-outcome='selected']:contains('Selected')" },
        { trigger: "[data-view='result'] li[data-outcome='not_passed']:contains('Not passed')" },
    ],
});

function call(method, args) {
    const id = Number(location.pathname.split("/").pop());
    const params = { model: "emulation.round", method, args: [[id], ...args], kwargs: {} };
    return rpc(`/web/dataset/call_kw/emulation.round/${method}`, params);
}

/**
 * A page follows what happens elsewhere. What happens before it has subscribed it sees when it
 * catches up. After that it would look by itself only after 20 seconds, longer than a step waits:
 * that somebody has voted has come over the bus.
 */
tours.add("emulation_council_tour_live", {
    steps: () => [
        {
            content: "Elsewhere, the round is opened",
            trigger: `${FORM}:has(${state("draft")})`,
            run: () => call("action_open", []),
        },
        { trigger: `${FORM} ${state("open")}` },
        {
            content: "Elsewhere, somebody votes",
            trigger: ".o_emulation_board_progress:contains('0 of 5 have voted, 5 missing')",
            run: async () => {
                await new Promise((resolve) => setTimeout(resolve, CATCH_UP_DELAY));
                const { candidates } = await call("ballot_sheet", []);
                const choices = Object.fromEntries(candidates.map(({ id }) => [id, "yes"]));
                await call("cast_ballot", [choices]);
            },
        },
        { trigger: ".o_emulation_board_progress:contains('1 of 5 have voted, 4 missing')" },
    ],
});
