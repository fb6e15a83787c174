import type { ComponentPropsWithoutRef, MouseEvent } from 'react';

import { goTo } from '../routing';

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link inside the site: an ordinary one for new tabs, without a page load otherwise. */
export function Link({ href, ...rest }: ComponentPropsWithoutRef<'a'> & { readonly href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        goTo(href);
      }}
    />
  );
}
