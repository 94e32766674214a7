import { expect, expectNoSidewaysScrolling, test } from './test.ts';
import { validate } from './validate.ts';

/** Every page as somebody who may see it; `:person` and the like are filled in from the demo. */
const PAGES: Record<string, string[]> = {
  'signed out': ['/sign-in', '/forgotten', '/privacy', '/invitation/unknown', '/nothing-here'],
  'staff-overdue': ['/my', '/my/account', '/dsl'],
  dsl: [
    '/dsl',
    '/dsl/matrix',
    '/dsl/matrix?group=appointment&sort=most-overdue',
    '/dsl/matrix?name=nobody-of-that-name',
    '/dsl/chase',
    '/dsl/chase/slips',
    '/dsl/record',
    '/dsl/people/119',
    '/dsl/people/119/record',
    '/dsl/people/119/chase',
    '/dsl/people/119/book',
    '/dsl/people/119/exempt',
    '/dsl/people/119/absence',
    '/dsl/requirements',
    '/dsl/requirements/new',
    '/governors',
  ],
  administrator: [
    '/admin',
    '/admin/people',
    '/admin/people/new',
    '/admin/people/119',
    '/admin/accounts',
    '/admin/kinds',
    '/admin/school',
    '/admin/audit',
    '/admin/import',
    '/admin/export',
  ],
  'safeguarding-governor': ['/governors', '/my'],
  'trust-lead': ['/trust', '/trust/schools/new'],
  'two-schools': ['/choose'],
};

for (const [persona, paths] of Object.entries(PAGES)) {
  for (const path of paths) {
    test(`${path} as ${persona} is a good page, wide and narrow, and good HTML`, async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      if (persona !== 'signed out') await signInAs(persona);
      const answer = await page.goto(path);
      await expectGoodPage();
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScrolling(page);
      expect(validate((await answer?.text()) ?? '')).toEqual([]);
    });
  }
}
