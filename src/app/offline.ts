import { shell } from '#i18n/en/shell.ts';
import { OfflineCopy } from '#services/offline/offline-copy.ts';
import { systemClock as now } from '#services/system/clock.ts';
import { toasts } from '#ui/design/toasts.svelte.ts';

/**
 * Keeps the app on the device, and asks before a newer version replaces the one on the screen. What is being written
 * survives that as it survives any other reload: drafts are copied to the device with every key.
 */
export async function goOffline(): Promise<void> {
  const copy = new OfflineCopy(() => {
    const { updateReady, updateNow } = shell.get();
    toasts.show(updateReady, { label: updateNow, run: () => void renew() }, { lasting: true });
  });
  const renew = async () => {
    await copy.takeOver();
    location.reload();
  };
  await copy.start('./service-worker.js', now);
}
