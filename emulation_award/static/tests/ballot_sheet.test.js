import { beforeEach, expect, test } from "@odoo/hoot";
import { click, queryAll, queryAllTexts } from "@odoo/hoot-dom";
import { advanceTime, animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    getService,
    makeServerError,
    mountWithCleanup,
    onRpc,
    patchWithCleanup,
} from "@web/../tests/web_test_helpers";
import { ConnectionLostError } from "@web/core/network/rpc";
import { ORM } from "@web/core/orm_service";
import { WebClient } from "@web/webclient/webclient";
import { BallotSheet } from "@emulation_award/ballot_sheet/ballot_sheet";
import { CATCH_UP_DELAY, SETTLE_DELAY } from "@emulation_award/session_live/session_live";

defineMailModels();

const CANDIDATES = [
    { id: 11, nomination_id: 1, name: "Nguyễn Văn An", unit: "Phòng Hành chính" },
    { id: 12, nomination_id: 2, name: "Trần Thị Bình", unit: "Phòng Quản lý" },
];
let sheet;

function makeSheet(values) {
    return {
        round_id: 7,
        name: "Round 1 – Giấy khen",
        state: "open",
        mode: "secret",
        number: 1,
        kind: "first",
        award: "Giấy khen",
        session: "Phiên họp",
        session_id: 3,
        entitled: true,
        already_cast: false,
        candidates: CANDIDATES,
        ...values,
    };
}

beforeEach(() => {
    sheet = makeSheet();
    onRpc("emulation.round", "ballot_sheet", () => ({ ...sheet }));
});

async function open() {
    await mountWithCleanup(WebClient);
    await getService("action").doAction({
        type: "ir.actions.client",
        tag: "emulation_award.ballot_sheet",
        params: { round_id: 7 },
    });
}

async function choose(candidate, choice) {
    await click(`label[for=choice_${candidate}_${choice}]`);
    await animationFrame();
}

async function fill() {
    await choose(11, "yes");
    await choose(12, "abstain");
    await click(".o_emulation_ballot_continue");
    await animationFrame();
}

async function press(selector) {
    await click(selector);
    await animationFrame();
}

/** As when the bus tells that something of the session has changed. */
async function notify() {
    await advanceTime(SETTLE_DELAY);
    await animationFrame();
}

function patchBus() {
    const callbacks = [];
    const bus = getService("bus_service");
    patchWithCleanup(bus, {
        subscribe: (type, callback) => callbacks.push([type, callback]),
        unsubscribe: () => {},
        addChannel: (channel) => expect.step(`+${channel}`),
        deleteChannel: (channel) => expect.step(`-${channel}`),
    });
    return (id) =>
        callbacks
            .filter(([type]) => type === "emulation_session_changed")
            .forEach(([, callback]) => callback({ session_id: id }));
}

test("nothing is selected beforehand and every candidate is a group of three", async () => {
    await open();
    expect("fieldset").toHaveCount(2);
    expect("fieldset:first input[type=radio]").toHaveCount(3);
    expect("input:checked").toHaveCount(0);
    expect("legend:first").toHaveText("1. Nguyễn Văn An\nPhòng Hành chính", { inline: false });
    expect(".o_emulation_ballot_counter").toHaveText("0 of 2 answered");
});

test("the counter follows, and a sheet with gaps leads to the gap", async () => {
    await open();
    await choose(11, "no");
    expect(".o_emulation_ballot_counter").toHaveText("1 of 2 answered");
    await press(".o_emulation_ballot_continue");
    expect("[data-view=fill]").toHaveCount(1);
    expect("#choice_12_yes").toBeFocused();
});

test("a choice can be changed before it is cast", async () => {
    await open();
    await choose(11, "yes");
    await choose(11, "no");
    expect("input:checked").toHaveCount(1);
    expect("#choice_11_no").toBeChecked();
});

test("the sheet is shown once more, then cast whole", async () => {
    onRpc("emulation.round", "cast_ballot", ({ args }) => {
        expect.step(args);
        return { status: "cast" };
    });
    await open();
    await fill();
    expect(queryAllTexts(".o_emulation_ballot_chosen")).toEqual(["In favour", "Abstain"]);
    expect.verifySteps([]);
    await press(".o_emulation_ballot_cast");
    expect.verifySteps([[[7], { 11: "yes", 12: "abstain" }]]);
    expect("[data-view=cast] p.h3").toHaveText("Your vote is in");
});

test("going back keeps the choices", async () => {
    await open();
    await fill();
    await press(".o_emulation_ballot_back");
    expect("#choice_11_yes").toBeChecked();
    expect("#choice_12_abstain").toBeChecked();
});

/** What the browser keeps, but for when somebody was last seen. */
function kept() {
    const entries = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
    return [location.href, ...entries.filter(([key]) => !key.startsWith("presence."))];
}

test("choices reach neither the address nor the browser's storage", async () => {
    onRpc("emulation.round", "cast_ballot", () => ({ status: "cast" }));
    await open();
    const before = kept();
    await fill();
    expect(kept()).toEqual(before);
    await press(".o_emulation_ballot_cast");
    expect(kept()).toEqual(before);
});

test("after a lost answer the sheet is sent again, and that is a success", async () => {
    let sent = 0;
    patchWithCleanup(ORM.prototype, {
        call(model, method) {
            if (method === "cast_ballot") {
                sent += 1;
                return sent === 1
                    ? Promise.reject(new ConnectionLostError("/web/dataset/call_kw"))
                    : Promise.resolve({ status: "already_cast" });
            }
            return super.call(...arguments);
        },
    });
    await open();
    await fill();
    await press(".o_emulation_ballot_cast");
    expect("[data-view=review] .alert").toHaveCount(1);
    expect(".o_emulation_ballot_cast").toHaveText("Send again");
    await press(".o_emulation_ballot_cast");
    expect("[data-view=cast] p.h3").toHaveText("Your vote is in");
    expect("[data-view=cast]").not.toHaveText(/not this one/);
});

test("a second sheet of somebody who has voted is told that it does not count", async () => {
    onRpc("emulation.round", "cast_ballot", () => ({ status: "already_cast" }));
    await open();
    await fill();
    await press(".o_emulation_ballot_cast");
    expect("[data-view=cast]").toHaveText(/that one counts, not this one/);
});

test("a stale page is told that the round was closed meanwhile", async () => {
    onRpc("emulation.round", "cast_ballot", () => {
        sheet.state = "closed";
        throw makeServerError({ message: "The round is closed" });
    });
    await open();
    await fill();
    await press(".o_emulation_ballot_cast");
    expect("[data-view=closed] [role=alert]").toHaveText(/closed meanwhile/);
    expect(".o_error_dialog").toHaveCount(0);
});

test("what the server refuses is said beside the button", async () => {
    onRpc("emulation.round", "cast_ballot", () => {
        throw makeServerError({ message: "Choose for every candidate." });
    });
    await open();
    await fill();
    await press(".o_emulation_ballot_cast");
    expect("[data-view=review] .alert").toHaveText("Choose for every candidate.");
});

test.tags("desktop");
test("messages by state", async () => {
    for (const [values, view] of [
        [{ state: "draft", entitled: false, candidates: [] }, "waiting"],
        [{ entitled: false, candidates: [] }, "no_part"],
        [{ already_cast: true }, "cast"],
        [{ state: "closed" }, "closed"],
    ]) {
        sheet = makeSheet(values);
        await mountWithCleanup(BallotSheet, { props: { roundId: 7 } });
        expect(`[data-view=${view}]`).toHaveCount(1);
    }
});

test("who has no part in the session is told so", async () => {
    onRpc("emulation.round", "ballot_sheet", () => {
        throw makeServerError({ type: "AccessError", message: "No" });
    });
    await open();
    expect("[data-view=no_part]").toHaveCount(1);
    expect(".o_error_dialog").toHaveCount(0);
});

test("the page follows the session without reloading, and keeps what was chosen", async () => {
    sheet = makeSheet({ state: "draft", entitled: false, candidates: [] });
    await mountWithCleanup(WebClient);
    const changed = patchBus();
    await getService("action").doAction({
        type: "ir.actions.client",
        tag: "emulation_award.ballot_sheet",
        params: { round_id: 7 },
    });
    expect.verifySteps(["+emulation.session_3"]);
    await advanceTime(CATCH_UP_DELAY);
    expect("[data-view=waiting]").toHaveCount(1);

    sheet = makeSheet();
    changed(3);
    await notify();
    expect("[data-view=fill]").toHaveCount(1);
    await choose(11, "yes");

    changed(3);
    await notify();
    expect("#choice_11_yes").toBeChecked();

    sheet = makeSheet({ state: "closed" });
    changed(4);
    await notify();
    expect("[data-view=fill]").toHaveCount(1);
    changed(3);
    await notify();
    expect("[data-view=closed] [role=alert]").toHaveText(/closed meanwhile/);
});

test("what happened before the page heard of it is caught up with", async () => {
    sheet = makeSheet({ state: "draft", entitled: false, candidates: [] });
    await open();
    expect("[data-view=waiting]").toHaveCount(1);
    sheet = makeSheet();
    await advanceTime(CATCH_UP_DELAY);
    await animationFrame();
    expect("[data-view=fill]").toHaveCount(1);
});

test("the keyboard is enough: native radio groups that can take the focus", async () => {
    await open();
    expect("fieldset > legend").toHaveCount(2);
    for (const [index, name] of ["candidate_11", "candidate_12"].entries()) {
        const inputs = queryAll(`fieldset:eq(${index}) input[type=radio]`);
        expect(inputs.map((input) => input.name)).toEqual([name, name, name]);
        for (const input of inputs) {
            input.focus();
            expect(input).toBeFocused();
            expect(input.labels.length).toBe(1);
        }
    }
});
