import { shell } from '#i18n/en/shell.ts';
import { OfflineCopy } from '#services/offline/offline-copy.ts';
import { systemClock as now } from '#services/system/clock.ts';
import { OfflineCopyState } from '#state/offline-copy.svelte.ts';
import { toasts } from '#ui/design/toasts.svelte.ts';

const address = './service-worker.js';
const copy = new OfflineCopy({
  newer: () => {
    const { updateReady, updateNow } = shell.get();
    toasts.show(updateReady, { label: updateNow, run: () => void renew() }, { lasting: true });
  },
  state: (state) => offlineCopy.report(state),
});

/** What Settings show of it. */
export const offlineCopy = new OfflineCopyState(() => void copy.fetch(address));

async function renew(): Promise<void> {
  await copy.takeOver();
  location.reload();
}

/**
 * Keeps the app on the device, and asks before a newer version replaces the one on the screen. What is being written
 * survives that as it survives any other reload: drafts are copied to the device with every key.
 */
export async function goOffline(): Promise<void> {
  await copy.start(address, now);
}
