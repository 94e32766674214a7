import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { workbook } from '#tests/support/xlsx.ts';
import { fillDay } from './fill.ts';
import { changing, expect, test } from './test.ts';

const STAFF_LIST = `Staff number,First name,Last name,E-mail,Appointment,Start date
GRA-007,Zoë,Lytton,zoe.lytton-hale@grange.example,Teacher,1/9/2020
N-901,Perpetua,Winstanley,perpetua.winstanley@grange.example,Teacher,2/11/2026
N-902,Barnaby,Quickfall,,Teacher,31/06/2026
N-903,"=HYPERLINK(""https://example.com"")",Hobday,,Lunchtime supervisor,9/11/2026
`;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** `=TODAY()`, as it was when the workbook was saved: 16 November 2026. */
const FORMULA_DAY = { xml: '<c r="ADDRESS" s="1"><f>TODAY()</f><v>46342</v></c>' };

const HOSTILE: Record<string, { file: () => Handed; says: string }> = {
  'a zip bomb': { file: bomb, says: 'The file was not opened' },
  'a renamed program': {
    file: () => csv('staff.csv', 'MZ\u0000\u0001\u0000program'),
    says: 'This is a program',
  },
  'a zip that is no workbook': {
    file: () => workbookOf(zipSync({ 'setup.exe': strToU8('MZ\u0090') })),
    says: 'workbook',
  },
  'a file with nothing in it': { file: () => csv('staff.csv', ''), says: 'empty' },
};

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  changing.describe(`Gillian imports, ${how}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'a staff list: looks, leaves the wrong row out, imports, and takes it back',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await handIn(page, csv('staff.csv', STAFF_LIST));
        await expect(page.getByText(/^2 new, 1 changed, 0 the same, 1 wrong\./)).toBeVisible();
        const wrong = page.getByRole('row', { name: /Quickfall/ });
        await expect(wrong).toContainText('“31/06/2026”. There is no such day');
        await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
        await expectGoodPage();

        await page.getByRole('link', { name: 'Changed: 1' }).click();
        await expect(page.getByRole('row', { name: /Lytton/ })).toContainText('lytton-hale');
        await page.getByRole('link', { name: 'New: 2' }).click();
        await expect(page.getByRole('row', { name: /Winstanley/ })).toContainText(
          '2 November 2026',
        );
        await expect(page.getByRole('row', { name: /Hobday/ })).toContainText('=HYPERLINK(');
        await page.getByRole('link', { name: 'Wrong: 1' }).click();
        await page.getByRole('checkbox', { name: /^Leave out row 4/ }).check();
        await page.getByRole('button', { name: 'Save what is left out' }).click();
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await expect(fact(page, 'New')).toHaveText('2');
        await expect(fact(page, 'Changed')).toHaveText('1');
        await expect(fact(page, 'Left out')).toHaveText('1');
        await expectGoodPage();
        const done = page.url();
        const written = await (await page.request.get('/admin/export.csv')).text();
        expect(written).toContain(`"'=HYPERLINK(""https://example.com"") Hobday"`);

        await handIn(page, csv('staff.csv', STAFF_LIST));
        await expect(page.getByText(/^This very file was imported on/)).toBeVisible();
        await expect(page.getByText(/^0 new, 0 changed, 3 the same, 1 wrong\./)).toBeVisible();

        await page.goto(done);
        await page.getByRole('button', { name: 'Undo this import' }).click();
        await expect(page.getByText('The import was undone.')).toBeVisible();
        await page.goto('/admin/people?who=all&q=lytton');
        await expect(page.getByText('zoe.lytton@grange.example')).toBeVisible();
        await page.goto('/admin/people?who=all&q=winstanley');
        await expect(page.getByRole('rowheader')).toHaveCount(0);
        await page.goto('/admin/audit');
        await expect(page.getByText('staff.csv').first()).toBeVisible();
      },
    );

    changing(
      'a matrix that was pasted, after saying what one column is',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await page.goto('/admin/import');
        await page
          .getByLabel('Or paste it')
          .fill(
            'Name\tPrevent awareness\tMinibus driving\n' +
              "Aoife O'Neill\t3/9/2026\t\nTheo Baptiste\t16/11/2026\t1/10/2026\n",
          );
        await page.getByRole('button', { name: 'Show what would happen' }).click();
        await expect(page.getByText('Something has to be said first.')).toBeVisible();
        await expect(page.getByText('Columns that are not read: Minibus driving.')).toBeVisible();
        await expectGoodPage();
        await page.getByLabel('Minibus driving is').selectOption('Do not read it');
        await page.getByRole('button', { name: 'Read the columns so' }).click();
        const row = page.getByRole('row', { name: /O'Neill/ });
        await expect(row).toContainText('Prevent awareness');
        await expect(row).toContainText('3 September 2026');
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await expect(fact(page, 'New')).toHaveText('2');
      },
    );

    changing(
      'a training log with the month first, which is asked about',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        const log =
          'Staff number,Name,Training,Completed on\n' +
          "GRA-008,Aoife O'Neill,Prevent awareness,09/14/2026\n" +
          'GRA-009,Theo Baptiste,Prevent awareness,10/11/2026\n';
        await handIn(page, csv('log.csv', log));
        await expect(page.getByText('Something has to be said first.')).toBeVisible();
        await expect(page.getByText('It holds 09/14/2026')).toBeVisible();
        await expectGoodPage();
        await page.getByLabel(/^The whole column has the month first/).check();
        await page.getByRole('button', { name: 'Use these answers' }).click();
        await expect(page.getByRole('row', { name: /O'Neill/ })).toContainText('14 September 2026');
        await expect(page.getByRole('row', { name: /Theo/ })).toContainText('11 October 2026');
      },
    );

    changing(
      'a workbook with a formula, whose stored value counts and is marked',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        const sheet = workbook({
          Log: [
            ['Name', 'Training', 'Completed on'],
            ["Aoife O'Neill", 'Prevent awareness', { day: 46_268 }],
            ['Theo Baptiste', 'Prevent awareness', FORMULA_DAY],
          ],
        });
        await handIn(page, { name: 'log.xlsx', mimeType: XLSX, buffer: Buffer.from(sheet) });
        await expect(page.getByRole('row', { name: /O'Neill/ })).toContainText('3 September 2026');
        const theo = page.getByRole('row', { name: /Theo/ });
        await expect(theo).toContainText('16 November 2026');
        await expect(theo).toContainText('formula');
        await expectGoodPage();
      },
    );

    changing(
      'a complete list in which somebody is missing, and two who have one name',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await page.goto('/admin/import');
        await page.getByLabel('If it is a staff list: it is complete').check();
        await handIn(page, csv('all.csv', everybodyBut('GRA-028')), { stay: true });
        const leaver = page.getByRole('group', { name: 'Oliver Hepworth, GRA-028' });
        await expect(leaver).toBeVisible();
        await expectGoodPage();
        await fillDay(page, 'Oliver Hepworth, GRA-028', '31 12 2026');
        await page.getByRole('button', { name: 'Save the last days' }).click();
        await expect(page.getByText(/1 leaving\. Nothing is written yet\.$/)).toBeVisible();
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await expect(fact(page, 'Leaving')).toHaveText('1');

        const log = 'Name,Training,Completed on\nEmma Taylor,Prevent awareness,3/9/2026\n';
        await handIn(page, csv('log.csv', log));
        await expect(page.getByText(/^0 new, 0 changed, 0 the same, 1 wrong/)).toBeVisible();
        const who = page.getByLabel('Row 2: who is Emma Taylor?');
        await who.selectOption({ index: 2 });
        await page.getByRole('button', { name: 'Use these answers' }).click();
        await expect(page.getByText(/^1 new, 0 changed/)).toBeVisible();
      },
    );
  });

  test.describe(`What is no table, ${how}`, () => {
    test.use({ javaScriptEnabled });

    for (const [what, { file, says }] of Object.entries(HOSTILE)) {
      test(`${what} is refused in words`, async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await handIn(page, file());
        await expect(page.getByRole('alert')).toContainText(says);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
        await expectGoodPage();
      });
    }

    test('everything is downloaded: where everybody stands, and all that the school holds', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('administrator');
      await page.goto('/admin/export');
      await expectGoodPage();
      const standing = await downloaded(page, 'button', 'Download the CSV file');
      expect(standing.name).toBe('indate-grange-2026-11-16.csv');
      expect(standing.bytes.toString()).toMatch(
        /^school,person_id,name,requirement,status,valid_to,due_on,overdue_since,completed_on,evidence,reason\r?\n/,
      );
      expect(standing.bytes.toString()).toContain("Aoife O'Neill,Prevent awareness,overdue");
      const all = await downloaded(page, 'link', 'Download everything');
      expect(all.name).toMatch(/\.zip$/);
      expect(Object.keys(unzipSync(all.bytes))).toEqual(
        expect.arrayContaining(['policy.yaml', 'people.csv', 'training-log.csv', 'audit.csv']),
      );
    });
  });
}

type Handed = { name: string; mimeType: string; buffer: Buffer };

function csv(name: string, text: string): Handed {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Hands a file in on the page for it; `stay` where the page is open and partly filled in. */
async function handIn(page: Page, file: Handed, { stay = false } = {}): Promise<void> {
  if (!stay) await page.goto('/admin/import');
  await page.getByLabel('A file', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Show what would happen' }).click();
}

/** What stands beside a word in a list of facts. */
function fact(page: Page, name: string) {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
  return term.locator('xpath=following-sibling::dd[1]');
}

/** The staff list of the demo without one of its people. */
function everybodyBut(ref: string): string {
  const lines = readFileSync('db/seed/grange/people.csv', 'utf8').split('\n');
  return lines.filter((line) => !line.startsWith(ref)).join('\n');
}

/** A little file that unpacks to far more than a staff list ever holds. */
function bomb(): Handed {
  const more = { 'xl/sharedStrings.xml': new Uint8Array(90_000_000) };
  return workbookOf(workbook({ Staff: [['Name']] }, { more }));
}

function workbookOf(bytes: Uint8Array): Handed {
  return { name: 'staff.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) };
}

async function downloaded(page: Page, role: 'button' | 'link', name: string) {
  const wait = page.waitForEvent('download');
  await page.getByRole(role, { name }).click();
  const download = await wait;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
