import type { Locator, Page } from '@playwright/test';

/** Types a day as three fields of the group with this name: `31 6 2026`. */
export async function fillDay(page: Page, group: string | RegExp, typed: string): Promise<void> {
  await fillParts(page.getByRole('group', { name: group }), typed);
}

/** Types a day into the first three fields of a group, or whatever else holds them. */
export async function fillParts(group: Locator, typed: string): Promise<void> {
  const [day = '', month = '', year = ''] = typed.split(' ');
  await group.getByLabel('Day', { exact: true }).fill(day);
  await group.getByLabel('Month', { exact: true }).fill(month);
  await group.getByLabel('Year', { exact: true }).fill(year);
}

/** Moves this browser to another day of the demo. */
export async function travelTo(page: Page, typed: string): Promise<void> {
  await page.getByText('Travel to another day').click();
  await fillParts(page.getByRole('region', { name: 'Demo' }), typed);
  await page.getByRole('button', { name: 'Travel' }).click();
}

/** Signs in as anybody would: with an address and a password. */
export async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
