import { describe, expect, it } from 'vitest';

import { planFromText, planText } from '#src/domain/risk/plan-text';
import { code, document, heading, item, leaf, node, paragraph, text } from '../../builders/adf';

describe('planText', () => {
  it.each([
    [document('One.', 'Two.'), 'One.\nTwo.'],
    [document(heading('Plan'), node('bulletList', item('first'), item('second'))), 'Plan\nfirst\nsecond'],
    [document(code('npm test'), paragraph(text('old', 'strike'), text(' new', 'code'))), 'npm test\nold new'],
    [
      document(
        paragraph(
          'Ask ',
          leaf('mention', { id: 'x', text: '@Maria' }),
          leaf('hardBreak'),
          leaf('date', { timestamp: '1796083200000' }),
        ),
      ),
      'Ask @Maria\n2026-12-01',
    ],
    [
      document(
        paragraph(
          leaf('inlineCard', { url: 'https://example.com' }),
          leaf('emoji', { shortName: ':x:' }),
          leaf('date', { timestamp: 'x' }),
        ),
      ),
      'https://example.com:x:',
    ],
    [document(), ''],
  ])('reads everything that is written', (plan, expected) => {
    expect(planText(plan)).toBe(expected);
  });
});

describe('planFromText', () => {
  it.each(['One.', 'One.\nTwo.', 'a\r\nb'])('%j comes back line by line', (written) => {
    expect(planText(planFromText(written)!)).toBe(written.replace('\r', ''));
  });

  it('is a document as Atlassian has it', () => {
    expect(planFromText('a\n\nb')).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
        { type: 'paragraph', content: [] },
        { type: 'paragraph', content: [{ type: 'text', text: 'b' }] },
      ],
    });
  });

  it.each(['', ' \n '])('%j is no plan', (written) => {
    expect(planFromText(written)).toBeNull();
  });
});
