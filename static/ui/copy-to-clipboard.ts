/** What goes to the clipboard; `html` beside the text for editors that take it. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Browsers allow it within a click, in frames too; some only where text is selected. */
function copyByEvent({ text, html }: Copied): boolean {
  let isFilled = false;
  const fill = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    isFilled = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    // Deprecated, and with no successor for frames that Jira gives no permission to write to the clipboard.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy') && isFilled;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}

async function copyByPermission({ text, html }: Copied): Promise<boolean> {
  try {
    if (html === undefined) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    const blobOf = (content: string, type: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blobOf(text, 'text/plain'),
        'text/html': blobOf(html, 'text/html'),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies within a click. The command comes first: it is done before the click is over, while the newer way is refused only
 * after it, when some browsers no longer allow the command.
 *
 * @returns whether it was copied.
 */
export async function copyToClipboard(copied: Copied): Promise<boolean> {
  return copyByEvent(copied) || (await copyByPermission(copied));
}
