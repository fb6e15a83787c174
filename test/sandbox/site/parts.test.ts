// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { type AdfNode, AdfView } from '../../../sandbox/site/parts/adf-view';
import { Dialog } from '../../../sandbox/site/parts/dialog';
import { Menu } from '../../../sandbox/site/parts/menu';
import { METER_BUTTON, MeterPanel } from '../../../sandbox/site/parts/meter-panel';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const focused = () => document.activeElement?.textContent;

describe('menu', () => {
  const show = (onSelect = vi.fn()) => {
    const items = ['One', 'Two', 'Three'].map((label) => ({
      key: label,
      label,
      onSelect: () => {
        onSelect(label);
      },
    }));
    render(createElement(Menu, { label: 'More actions', button: '…', items }));
    return { button: screen.getByRole('button', { name: 'More actions' }), onSelect };
  };
  const press = (key: string) => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
  };

  it('opens with the down arrow and moves around by keys', () => {
    const { button } = show();
    button.focus();
    press('ArrowDown');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const seen = [focused()];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      press(key);
      seen.push(focused());
    }
    expect(seen).toEqual(['One', 'Two', 'Three', 'One', 'Three', 'One']);
  });

  it('opens at its end with the up arrow', () => {
    show().button.focus();
    press('ArrowUp');
    expect(focused()).toBe('Three');
  });

  it('goes to the next item that starts with what is typed', () => {
    fireEvent.click(show().button);
    const seen = ['t', 'T', 't', 'o', 'x'].map((key) => {
      press(key);
      return focused();
    });
    expect(seen).toEqual(['Two', 'Three', 'Two', 'One', 'One']);
  });

  it('closes with Escape and gives focus back', () => {
    const { button } = show();
    fireEvent.click(button);
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes before it runs what was chosen', () => {
    const { button, onSelect } = show();
    fireEvent.click(button);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Two' }));
    expect(onSelect.mock.calls).toEqual([['Two']]);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it('closes when something else is pressed', () => {
    fireEvent.click(show().button);
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('meter', () => {
  it('takes focus, and gives it back to its button when Escape closes it', () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const onClose = vi.fn();
    render(createElement('button', { id: METER_BUTTON }, 'Meter'));
    render(createElement(MeterPanel, { onClose }));
    const panel = screen.getByRole('complementary', { name: 'Meter' });
    expect(document.activeElement).toBe(panel);
    fireEvent.keyDown(panel, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    expect(focused()).toBe('Meter');
  });
});

describe('dialog', () => {
  const dialog = (title: string, onClose: () => void, change: object = {}) =>
    createElement(Dialog, {
      title,
      hasHeader: true,
      size: 'medium',
      closesOnOverlay: true,
      closesOnEscape: true,
      onClose,
      children: null,
      ...change,
    });

  it('takes focus, keeps the page out of reach, and gives both back', () => {
    const page = render(createElement('button', null, 'Open'));
    screen.getByText('Open').focus();
    const { unmount } = render(dialog('Mend', vi.fn()));
    expect(document.activeElement).toBe(screen.getByRole('dialog', { name: 'Mend' }));
    expect(page.container.hasAttribute('inert')).toBe(true);
    unmount();
    expect(page.container.hasAttribute('inert')).toBe(false);
    expect(focused()).toBe('Open');
  });

  it('closes only the newest with Escape, wherever focus is', () => {
    const [outer, inner] = [vi.fn(), vi.fn()];
    render(dialog('Outer', outer));
    const { unmount } = render(dialog('Inner', inner));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect([outer.mock.calls.length, inner.mock.calls.length]).toEqual([0, 1]);
    unmount();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(outer).toHaveBeenCalledOnce();
  });

  it.each([
    ['closes by default', {}, 2],
    ['stays when it is told to', { closesOnEscape: false, closesOnOverlay: false }, 0],
  ])('on Escape and a press beside it, %s', (_name, change, closes) => {
    const onClose = vi.fn();
    render(dialog('Mend', onClose, change));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.pointerDown(screen.getByRole('dialog'));
    fireEvent.pointerDown(screen.getByRole('dialog').parentElement ?? document.body);
    expect(onClose).toHaveBeenCalledTimes(closes);
  });
});

describe('description', () => {
  const show = (...content: AdfNode[]) =>
    render(createElement(AdfView, { document: { type: 'doc', content } })).container;

  it('shows the common nodes as what they are and unknown ones as their text', () => {
    const text = (value: string, ...marks: string[]): AdfNode => ({
      type: 'text',
      text: value,
      marks: marks.map((type) => ({ type })),
    });
    const container = show(
      { type: 'heading', attrs: { level: 2 }, content: [text('Why')] },
      { type: 'paragraph', content: [text('Bold', 'strong')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [text('a')] }] },
      { type: 'madeUp', content: [text('<img src=x onerror=alert(1)>')] },
    );
    expect(container.querySelector('.adf')?.innerHTML).toBe(
      '<h3>Why</h3><p><strong>Bold</strong></p><ul><li>a</li></ul>&lt;img src=x onerror=alert(1)&gt;',
    );
  });

  it.each([
    ['https://example.com/', 1],
    ['javascript:alert(1)', 0],
    ['/relative', 0],
  ])('makes %s into %i links', (href, links) => {
    const marks = [{ type: 'link', attrs: { href } }];
    const container = show({ type: 'paragraph', content: [{ type: 'text', text: 'here', marks }] });
    expect(container.querySelectorAll('a')).toHaveLength(links);
    expect(container.textContent).toBe('here');
  });
});
