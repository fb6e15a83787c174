import type { FrameLocator, Locator } from 'playwright-core';

import type { Reader } from './risk-journey';

/** The row of a risk in the list. */
export const rowOf = (register: FrameLocator, key: string): Locator =>
  register.getByRole('row').filter({ has: register.getByRole('button', { name: key, exact: true }) });

/** Chooses from the menu of the register. */
export async function choose(register: FrameLocator, item: string | RegExp): Promise<void> {
  await register.getByRole('button', { name: 'More actions', exact: true }).click();
  await register
    .getByRole('menuitem', { name: item })
    .or(register.getByRole('menuitemcheckbox', { name: item }))
    .click();
}

/** Chooses from the menu of a risk in the list. */
export async function chooseFor(register: FrameLocator, key: string, item: string): Promise<void> {
  await rowOf(register, key)
    .getByRole('button', { name: `Actions for ${key}` })
    .click();
  await register.getByRole('menuitem', { name: item }).click();
}

/** Opens the form of a risk from the list. */
export async function openRisk(register: FrameLocator, key: string): Promise<Locator> {
  await rowOf(register, key).getByRole('button', { name: key, exact: true }).click();
  await register.getByRole('heading', { name: `Edit ${key}` }).waitFor();
  return register.locator('form.form');
}

/** Says what the log of the last change says. */
export const lastChange = (register: FrameLocator): Locator =>
  register.getByRole('region', { name: 'Last change' });

/** The cell of the heat map, by the steps of probability and impact. */
const cellOf = (register: FrameLocator, probability: number, impact: number): Locator =>
  register.locator(`td[data-probability="${probability}"][data-impact="${impact}"]`);

const chipOf = (register: FrameLocator, key: string): Locator =>
  register.locator('.heat').getByRole('button', { name: new RegExp(`^${key},`) });

const middleOf = async (place: Locator): Promise<readonly [number, number]> => {
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place.toString()} is not in view.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
};

/** Drags a risk to a cell of the heat map with the mouse. */
export async function drag(
  { page, register }: Reader,
  key: string,
  to: readonly [number, number],
): Promise<void> {
  await middleOf(chipOf(register, key));
  const cell = cellOf(register, ...to);
  const end = await middleOf(cell);
  await page.mouse.move(...(await middleOf(chipOf(register, key))));
  await page.mouse.down();
  await page.mouse.move(end[0] + 4, end[1] + 4, { steps: 6 });
  await page.mouse.move(...end);
  await page.mouse.up();
  await cell.getByRole('button', { name: new RegExp(`^${key},`) }).waitFor();
}

/** Moves a risk over the heat map with the keyboard alone. */
export async function carry(
  { page, register }: Reader,
  key: string,
  arrows: readonly string[],
): Promise<void> {
  await chipOf(register, key).focus();
  await page.keyboard.press('Enter');
  for (const arrow of arrows) await page.keyboard.press(arrow);
  await page.keyboard.press('Enter');
}

/** Writes one more risk in the form, as far as it is told. */
export async function addRisk(
  register: FrameLocator,
  risk: {
    readonly title: string;
    readonly probability?: string;
    readonly impact?: string;
    readonly owner?: string;
  },
): Promise<void> {
  await register.getByRole('button', { name: 'Add risk' }).click();
  const form = register.locator('form.form');
  await form.getByLabel('What may happen, in one line').fill(risk.title);
  const rate = async (of: string, step: string | undefined) => {
    if (step !== undefined)
      await form.getByRole('group', { name: of }).first().getByLabel(step, { exact: true }).check();
  };
  await rate('Probability', risk.probability);
  await rate('Impact', risk.impact);
  if (risk.owner !== undefined) await pickOwner(form, risk.owner);
  await form.getByRole('button', { name: 'Add risk' }).click();
  await form.waitFor({ state: 'detached' });
}

/** Finds somebody by a part of the name, as Confluence finds them, and picks them. */
export async function pickOwner(form: Locator, name: string): Promise<void> {
  const field = form.getByRole('combobox', { name: 'Owner' });
  await field.click();
  await field.fill(name);
  await form.getByRole('option', { name: new RegExp(name) }).click();
}

/** Begins the review, and waits for its first stop. */
export async function beginReview(register: FrameLocator): Promise<void> {
  await register.getByRole('button', { name: /^Review \d/ }).click();
  await register.locator('.review__title').waitFor();
}

/** Answers each stop of the review with its key, by the risk that it shows, and ends the review. @returns the record. */
export async function review(
  { page, register }: Reader,
  answers: Readonly<Record<string, string>>,
): Promise<Locator> {
  await beginReview(register);
  for (let left = Object.keys(answers).length; left > 0; left -= 1) {
    const title = register.locator('.review__title');
    const shown = await title.innerText();
    const key = answers[shown.split(' ')[0] ?? ''];
    if (key === undefined) throw new Error(`Nothing is to be said of ${shown}.`);
    await page.keyboard.press(key);
    await register.locator('.review__title', { hasText: shown }).waitFor({ state: 'detached' });
  }
  await register.getByRole('button', { name: 'End the review' }).press('Enter');
  await register.getByRole('heading', { name: 'Review recorded' }).waitFor();
  return register.locator('.room');
}

/** Goes back to the register from what is in front of it. */
export async function back(register: FrameLocator): Promise<void> {
  await register.getByRole('button', { name: 'Back to the register' }).first().click();
  await register.locator('.verdict__title').waitFor();
}

/** Changes the title of a risk in its row. */
export async function retitle(register: FrameLocator, key: string, title: string): Promise<void> {
  await register.getByRole('button', { name: `Change Title of ${key}` }).click();
  await register.getByRole('textbox', { name: `Title of ${key}` }).fill(title);
  await register.getByRole('textbox', { name: `Title of ${key}` }).press('Enter');
  await register.getByRole('button', { name: `Change Title of ${key}` }).waitFor();
}

/** What the history says, newest first, an entry a line: the deed and its changes, without the times and the days of ends. */
export async function sentencesOf(register: FrameLocator): Promise<readonly string[]> {
  return await register.locator('.history__event').evaluateAll((entries) =>
    entries.map((entry) => {
      const texts = [...entry.querySelectorAll('.history__deed, .history__changes li')].map((part) => {
        const copy = part.cloneNode(true) as Element;
        copy.querySelector('time')?.remove();
        return copy.textContent.trim();
      });
      return texts.join('; ').replace(/(Happened|Closed) \d+ \w+( \d{4})?$/, '$1');
    }),
  );
}
