import { expect, test } from 'vitest';
import { PERMISSIONS } from '#app/domain/permissions.ts';
import { whoSees } from '#app/domain/who-sees.ts';
import * as page from '#app/routes/privacy.tsx';
import { contextFor, request } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';

test('anybody may read it, and it says that nothing is kept about children', async () => {
  const context = contextFor(freshDatabase());
  const loaded = await page.loader({ request: request('/privacy'), context, params: {} });
  expect(loaded.shell).toBeNull();
  const html = drawRoute(page.default, '/privacy', loaded);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(textOf(html)).toContain('nothing about any child');
  for (const { what, who } of whoSees()) expect(textOf(html)).toContain(`${what} ${who}`);
});

test('who sees what is said for every role that the guards let in', () => {
  const training = whoSees().find(({ what }) => what.startsWith('Your name, your appointments'));
  expect(PERMISSIONS['see-training']).toHaveLength(3);
  expect(training?.who).toBe('The headteacher, the designated safeguarding lead and the deputies');
});
