import { onMounted, onWillUnmount, useEffect } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { useService } from "@web/core/utils/hooks";

const CHANGED = "emulation_session_changed";
/** Many vote at once: one look at the server for all that comes in meanwhile. */
export const SETTLE_DELAY = 800;
/**
 * Channels are subscribed to with a delay of the bus's own: what happens between the first look and
 * the subscription is told to nobody, so that one more look follows it.
 */
export const CATCH_UP_DELAY = 2000;
/** Without the bus a page looks for itself, now and then. */
export const POLL_DELAY = 20000;
/** With it, only in case a notification was lost. */
const POLLS_SKIPPED_WITH_BUS = 3;

/**
 * Calls `refresh` after something of one of the sessions has changed. Notifications say nothing but
 * which session; what has changed is asked of the server, which knows what the user may see.
 *
 * @param {() => number[]} getSessionIds sessions the page shows
 * @param {() => void} refresh fetches again what the page shows
 */
export function useSessionLive(getSessionIds, refresh) {
    const bus = useService("bus_service");
    let settling = null;
    let polling = null;
    let catchingUp = null;
    let skipped = 0;

    function onChanged({ session_id: sessionId }) {
        if (settling === null && getSessionIds().includes(sessionId)) {
            settling = browser.setTimeout(() => {
                settling = null;
                refresh();
            }, SETTLE_DELAY);
        }
    }

    function poll() {
        const isLive = bus.workerState === "CONNECTED";
        skipped = isLive ? skipped + 1 : 0;
        if (document.hidden || (isLive && skipped < POLLS_SKIPPED_WITH_BUS)) {
            return;
        }
        skipped = 0;
        refresh();
    }

    function catchUp() {
        browser.clearTimeout(catchingUp);
        catchingUp = browser.setTimeout(refresh, CATCH_UP_DELAY);
    }

    onMounted(() => {
        bus.subscribe(CHANGED, onChanged);
        bus.addEventListener("BUS:RECONNECT", catchUp);
        polling = browser.setInterval(poll, POLL_DELAY);
    });
    onWillUnmount(() => {
        bus.unsubscribe(CHANGED, onChanged);
        bus.removeEventListener("BUS:RECONNECT", catchUp);
        browser.clearTimeout(catchingUp);
        browser.clearInterval(polling);
        browser.clearTimeout(settling);
    });
    useEffect(
        (...ids) => {
            const channels = ids.map((id) => `emulation.session_${id}`);
            channels.forEach((channel) => bus.addChannel(channel));
            if (channels.length) {
                catchUp();
            }
            return () => channels.forEach((channel) => bus.deleteChannel(channel));
        },
        () => getSessionIds(),
    );
}
