import axe from 'axe-core';
import { expect } from 'vitest';

/** What axe finds wrong with the page as it is drawn now, each with its place; contrast needs real colours and is left out. */
export async function violations(): Promise<readonly string[]> {
  const { violations: found, passes } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(passes.length).toBeGreaterThan(10);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
