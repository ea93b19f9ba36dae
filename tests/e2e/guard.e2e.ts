import { expect, test } from './support/test.ts';

/** Port 9 is for discarding: nobody listens there. */
const elsewhere = 'http://127.0.0.1:9/';

test.describe('the guard of all tests', () => {
  test('hears a page that asks another origin', async ({ page, guard }) => {
    await page.goto('favicon.svg'); // past the policy of the built page, which refuses before anything is sent
    await page.evaluate((address) => void fetch(address).catch(() => {}), elsewhere);
    await expect.poll(() => guard.faults).toContain(`request: GET ${elsewhere}`);
    guard.excuse(() => true);
  });

  test('hears a worker that asks another origin', async ({ page, guard }) => {
    await page.goto('favicon.svg');
    await page.evaluate((address) => {
      const code = `fetch('${address}').catch(() => {})`;
      new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    }, elsewhere);
    await expect.poll(() => guard.faults).toContain(`request: GET ${elsewhere}`);
    guard.excuse(() => true);
  });

  test('hears what the policy of the page refuses', async ({ page, guard }) => {
    await page.goto('./');
    // Requests may go to a server that a person chose, so it takes something else that the policy refuses.
    await page.evaluate((address) => void (new Image().src = address), elsewhere);
    await expect.poll(() => guard.faults.join('\n')).toContain('Content Security Policy');
    guard.excuse(() => true);
  });

  test('lets no text become markup, nor the address of a script from elsewhere', async ({ page, guard }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const refused = await page.evaluate((address) => {
      const place = document.createElement('div');
      const refuses = (attempt: () => void) => {
        try {
          attempt();
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      };
      return [
        refuses(() => (place.innerHTML = '<b>markup</b>')),
        refuses(() => place.insertAdjacentHTML('beforeend', '<b>markup</b>')),
        refuses(() => (document.createElement('iframe').srcdoc = '<b>markup</b>')),
        refuses(() => new DOMParser().parseFromString('<b>markup</b>', 'text/html')),
        refuses(() => (document.createElement('script').textContent = 'markup = 1')),
        refuses(() => (document.createElement('script').src = address)),
        refuses(() => new Worker(address)),
        refuses(() => new Worker('data:text/javascript,')),
      ];
    }, elsewhere);
    expect(refused).toEqual(refused.map(() => true));
    await expect.poll(() => guard.faults.join('\n')).toContain('TrustedScript');
    guard.excuse((fault) => fault.includes('Trusted'));
  });

  test.fail('fails a test whose page throws', async ({ page, guard }) => {
    await page.goto('./');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('unexpected');
      });
    });
    while (guard.faults.length === 0) await page.waitForFunction(() => true);
  });

  test('finds nothing wrong with a page that keeps to itself', async ({ page, guard }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(guard.faults).toEqual([]);
  });
});
